//! Which of its ways an entry is written in, and how it changes from one to another.

use super::{Editor, Entry, Place, defaults};
use crate::asl::Document;
use crate::edit::commands::{RenameField, SetField};
use crate::edit::{Command, FieldValue};
use crate::text::json::{NodeId, NodeKind};
use serde_json::Value;

/// How an entry is written now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Current {
    /// Not at all.
    Absent,
    /// In one of its ways.
    Way(usize),
    /// With a value that none of its ways can edit; the field has it.
    Foreign(&'static str),
}

/// How an entry of an object is written.
pub fn current(entry: &Entry, document: &Document, object: NodeId) -> Current {
    let tree = document.tree();
    let mut foreign = None;
    for (index, variant) in entry.variants.iter().enumerate() {
        if variant.editor == Editor::Following {
            let is_set = tree.get(object, "Next").is_some() || tree.get(object, "End").is_some();
            return if is_set { Current::Way(index) } else { Current::Absent };
        }
        let Some(value) = tree.get(object, variant.field) else { continue };
        if accepts(entry, &variant.editor, variant.field, tree.kind(value)) {
            return Current::Way(index);
        }
        foreign.get_or_insert(variant.field);
    }
    foreign.map_or(Current::Absent, Current::Foreign)
}

fn accepts(entry: &Entry, editor: &Editor, field: &str, kind: &NodeKind) -> bool {
    // A text in `{% %}` belongs to the way that edits expressions, where there is one.
    let expressions = |other: &super::Variant| other.field == field && other.editor == Editor::Expression;
    let is_expression = matches!(kind, NodeKind::String(text) if text.starts_with("{%") && text.ends_with("%}"));
    if is_expression && *editor != Editor::Expression && entry.variants.iter().any(expressions) {
        return false;
    }
    match editor {
        Editor::Line
        | Editor::Lines
        | Editor::OneOf(_)
        | Editor::Target
        | Editor::Following
        | Editor::Path
        | Editor::PathOrCall
        | Editor::Timestamp
        | Editor::Resource => matches!(kind, NodeKind::String(_)),
        Editor::Expression => is_expression,
        Editor::Integer { .. } | Editor::Decimal { .. } => matches!(kind, NodeKind::Number),
        Editor::Switch => matches!(kind, NodeKind::Bool(_)),
        Editor::Null => matches!(kind, NodeKind::Null),
        Editor::Texts | Editor::Errors | Editor::List(_) => matches!(kind, NodeKind::Array(_)),
        Editor::Object(_) => matches!(kind, NodeKind::Object(_)),
        Editor::Json | Editor::Arguments => true,
    }
}

/// The commands that write an entry in another way, as far as possible with the same meaning. Done one after the other,
/// as one step.
pub fn switched(entry: &Entry, document: &Document, place: &Place, to: usize) -> Vec<Command> {
    let (Some(object), Some(pointer)) = (place.node(document), place.pointer(document)) else { return Vec::new() };
    let Some(way) = entry.variants.get(to) else { return Vec::new() };
    let from = match current(entry, document, object) {
        Current::Absent => None,
        Current::Way(index) if index == to => return Vec::new(),
        Current::Way(index) => Some(entry.variants[index].field),
        Current::Foreign(field) => Some(field),
    };
    let old = from.and_then(|field| document.field(object, field));
    let mut commands = Vec::new();
    if let Some(from) = from.filter(|from| *from != way.field) {
        commands.push(Command::from(RenameField {
            object: pointer.clone(),
            field: from.to_owned(),
            to: way.field.to_owned(),
        }));
    }
    let kept = old.as_ref().and_then(|old| converted(&way.editor, old));
    let value = Some(FieldValue::Value(kept.unwrap_or_else(|| defaults::first(entry.name(), &way.editor))));
    commands.push(Command::from(SetField { object: pointer, field: way.field.to_owned(), value }));
    commands
}

/// Whether a value that was written keeps its meaning in another way; what was only put in, or is empty, is no loss.
pub fn keeps(entry: &Entry, document: &Document, place: &Place, to: usize) -> bool {
    let (Some(object), Some(way)) = (place.node(document), entry.variants.get(to)) else { return true };
    let Current::Way(from) = current(entry, document, object) else { return true };
    let from = &entry.variants[from];
    let Some(old) = document.field(object, from.field) else { return true };
    is_empty(&old) || old == defaults::first(entry.name(), &from.editor) || converted(&way.editor, &old).is_some()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty() || expression(text).is_some_and(str::is_empty),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// What stands between `{%` and `%}`.
fn expression(text: &str) -> Option<&str> {
    text.strip_prefix("{%")?.strip_suffix("%}").map(str::trim)
}

/// The same value for another editor; none where it has no counterpart.
fn converted(editor: &Editor, old: &Value) -> Option<Value> {
    let inner = old.as_str().and_then(expression);
    if *editor == Editor::Expression {
        let is_something = inner.is_none() && !is_empty(old);
        return is_something.then(|| Value::from(format!("{{% {} %}}", expression_text(old))));
    }
    let literal = serde_json::from_str::<Value>(inner?).ok()?;
    let fits = match editor {
        Editor::Integer { .. } | Editor::Decimal { .. } => literal.is_number(),
        Editor::Line | Editor::Lines | Editor::OneOf(_) | Editor::Target => literal.is_string(),
        Editor::Switch => literal.is_boolean(),
        Editor::Arguments => literal.is_object(),
        Editor::Json => true,
        _ => false,
    };
    fits.then_some(literal)
}

/// A value as an expression: JSON is one, and the expressions inside it stand for themselves there. Recurses no deeper than
/// the tree of JSON that it comes from.
fn expression_text(value: &Value) -> String {
    match value {
        Value::String(text) => match expression(text) {
            Some(inner) if !inner.is_empty() => inner.to_owned(),
            _ => value.to_string(),
        },
        Value::Array(items) => {
            format!("[{}]", items.iter().map(expression_text).collect::<Vec<_>>().join(", "))
        }
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                format!("{}: {}", Value::from(name.as_str()), expression_text(value))
            };
            format!("{{ {} }}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}
