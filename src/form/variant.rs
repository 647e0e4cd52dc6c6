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
    let value = Some(FieldValue::Value(converted(entry, &way.editor, old.as_ref())));
    commands.push(Command::from(SetField { object: pointer, field: way.field.to_owned(), value }));
    commands
}

fn converted(entry: &Entry, editor: &Editor, old: Option<&Value>) -> Value {
    let inner = old.and_then(Value::as_str).and_then(|text| text.strip_prefix("{%")?.strip_suffix("%}")).map(str::trim);
    match (editor, old) {
        (Editor::Expression, Some(Value::String(text))) if inner.is_none() && !text.is_empty() => {
            Value::from(format!("{{% {} %}}", Value::from(text.as_str())))
        }
        (Editor::Expression, Some(value @ (Value::Number(_) | Value::Bool(_)))) => {
            Value::from(format!("{{% {value} %}}"))
        }
        (Editor::Integer { .. } | Editor::Decimal { .. }, _) => inner
            .and_then(|inner| serde_json::from_str::<Value>(inner).ok())
            .filter(Value::is_number)
            .unwrap_or_else(|| defaults::first(entry.name(), editor)),
        _ => defaults::first(entry.name(), editor),
    }
}
