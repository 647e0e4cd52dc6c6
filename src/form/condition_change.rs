//! Changes of conditions: joining, taking apart, comparing with something else.

use super::spelled::{Spelled, replaced};
use super::{Condition, Junction, Place, condition};
use crate::asl::Document;
use crate::asl::choice::{self, Comparator, Operand, Test};
use crate::edit::commands::{InsertItem, RenameField, SetField};
use crate::edit::{Command, FieldValue};
use serde_json::{Map, Value, json};

/// The command that puts a condition into an `And`, `Or` or `Not`. The first two get a second condition beside it.
pub fn wrap(document: &Document, place: &Place, junction: Junction) -> Option<Command> {
    let node = place.node(document)?;
    let mut spelled = Spelled::new(document);
    let Value::Object(fields) = spelled.value(node) else { return None };
    let found = condition(&document.value(node));
    let (own, rest): (Map<_, _>, Map<_, _>) = fields.into_iter().partition(|(name, _)| found.has(name));
    let second =
        json!({ "Variable": own.get("Variable").cloned().unwrap_or_else(|| "$.value".into()), "IsPresent": true });
    let inner = match junction {
        Junction::Not => Value::Object(own),
        Junction::And | Junction::Or => Value::Array(vec![Value::Object(own), second]),
    };
    let mut whole = Map::new();
    whole.insert(junction.field().to_owned(), inner);
    whole.extend(rest);
    replaced(document, node, &spelled.write(&Value::Object(whole)))
}

/// The command that puts the only condition inside an `And`, `Or` or `Not` in its place.
pub fn unwrap(document: &Document, place: &Place) -> Option<Command> {
    let node = place.node(document)?;
    let Condition::Joined(junction, 1) = condition(&document.value(node)) else { return None };
    let mut spelled = Spelled::new(document);
    let Value::Object(mut fields) = spelled.value(node) else { return None };
    let inner = match fields.shift_remove(junction.field())? {
        Value::Array(mut items) => items.pop()?,
        other => other,
    };
    let Value::Object(mut whole) = inner else { return None };
    whole.extend(fields);
    replaced(document, node, &spelled.write(&Value::Object(whole)))
}

/// The command that makes an `And` an `Or`, and the other way round.
pub fn set_junction(document: &Document, place: &Place, to: Junction) -> Option<Command> {
    let Condition::Joined(from, _) = condition(&document.value(place.node(document)?)) else { return None };
    let is_list = |junction| matches!(junction, Junction::And | Junction::Or);
    if from == to || !is_list(from) || !is_list(to) {
        return None;
    }
    let object = place.pointer(document)?;
    Some(Command::from(RenameField { object, field: from.field().to_owned(), to: to.field().to_owned() }))
}

/// The command that adds a comparison to an `And` or `Or`.
pub fn add_condition(document: &Document, place: &Place) -> Option<Command> {
    let Condition::Joined(junction, index) = condition(&document.value(place.node(document)?)) else { return None };
    let list = place.pointer(document)?.join(junction.field());
    (junction != Junction::Not)
        .then(|| Command::from(InsertItem { list, index, value: json!({ "Variable": "$.value", "IsPresent": true }) }))
}

/// The commands, one after the other, after which a comparison uses another comparator, named without `Path`. Its
/// operand stays where it can.
pub fn compare_with(document: &Document, place: &Place, comparator: &str) -> Vec<Command> {
    let (Some(node), Some(object)) = (place.node(document), place.pointer(document)) else { return Vec::new() };
    let Some((next, false)) = choice::find(comparator) else { return Vec::new() };
    let old = match condition(&document.value(node)) {
        Condition::Comparison(Some(field)) => field,
        Condition::Comparison(None) => {
            let value = Some(FieldValue::Value(first_operand(next)));
            return vec![Command::from(SetField { object, field: next.name.to_owned(), value })];
        }
        _ => return Vec::new(),
    };
    let Some((before, has_path)) = choice::find(&old) else { return Vec::new() };
    let keeps_path = has_path && matches!(next.test, Test::Order(..));
    let field = if keeps_path { format!("{}Path", next.name) } else { next.name.to_owned() };
    let mut commands = Vec::new();
    if field != old {
        commands.push(Command::from(RenameField { object: object.clone(), field: old, to: field.clone() }));
    }
    if !keeps_path && (has_path || kind(before) != kind(next)) {
        let value = Some(FieldValue::Value(first_operand(next)));
        commands.push(Command::from(SetField { object, field, value }));
    }
    commands
}

/// The commands after which a comparison compares with the value at a path, or with a value that is written there.
pub fn set_path_operand(document: &Document, place: &Place, is_path: bool) -> Vec<Command> {
    let (Some(node), Some(object)) = (place.node(document), place.pointer(document)) else { return Vec::new() };
    let Condition::Comparison(Some(old)) = condition(&document.value(node)) else { return Vec::new() };
    let Some((comparator, has_path)) = choice::find(&old) else { return Vec::new() };
    if has_path == is_path || !matches!(comparator.test, Test::Order(..)) {
        return Vec::new();
    }
    let field = if is_path { format!("{}Path", comparator.name) } else { comparator.name.to_owned() };
    let value = if is_path { "$.other".into() } else { first_operand(comparator) };
    let value = Some(FieldValue::Value(value));
    vec![
        Command::from(RenameField { object: object.clone(), field: old, to: field.clone() }),
        Command::from(SetField { object, field, value }),
    ]
}

/// What kind of operand a comparator takes; none for those that are asked with `true` or `false`.
pub fn kind(comparator: &Comparator) -> Option<Operand> {
    match comparator.test {
        Test::Order(kind, _) => Some(kind),
        Test::StringMatches => Some(Operand::String),
        Test::IsPresent | Test::IsNull | Test::IsKind(_) => None,
    }
}

fn first_operand(comparator: &Comparator) -> Value {
    match kind(comparator) {
        Some(Operand::String) => "".into(),
        Some(Operand::Numeric) => 0.into(),
        Some(Operand::Timestamp) => "2030-01-01T00:00:00Z".into(),
        Some(Operand::Boolean) | None => true.into(),
    }
}
