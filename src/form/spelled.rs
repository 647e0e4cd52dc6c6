//! Rebuilding a part of the text without respelling its numbers, and putting text in the place of a value.

use crate::asl::Document;
use crate::edit::commands::SetField;
use crate::edit::{Command, FieldValue};
use crate::text::Style;
use crate::text::json::{NodeId, NodeKind};
use serde_json::{Map, Value};

/// Values of a document whose numbers keep their spelling: in between, each is a text that stands for it.
pub(super) struct Spelled<'d> {
    document: &'d Document,
    mark: char,
    numbers: Vec<String>,
}

impl<'d> Spelled<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        // A character for private use that the text does not have.
        let mark = ('\u{e000}'..='\u{f8ff}').find(|mark| !document.text().contains(*mark)).unwrap_or('\u{e000}');
        Self { document, mark, numbers: Vec::new() }
    }

    /// A value as data. Recurses no deeper than [`crate::text::json::MAX_DEPTH`].
    pub(super) fn value(&mut self, node: NodeId) -> Value {
        let tree = self.document.tree();
        match tree.kind(node) {
            NodeKind::Object(members) => {
                let pairs = members.iter().map(|member| (member.key.to_string(), self.value(member.value)));
                Value::Object(pairs.collect::<Map<_, _>>())
            }
            NodeKind::Array(items) => items.iter().map(|item| self.value(*item)).collect(),
            NodeKind::Number => {
                self.numbers.push(self.document.source(node).to_owned());
                Value::from(format!("{mark}{index}{mark}", mark = self.mark, index = self.numbers.len() - 1))
            }
            _ => self.document.value(node),
        }
    }

    /// A value as text in the style of the document, its first line where it is put.
    pub(super) fn write(&self, value: &Value) -> String {
        let mut text = self.document.style().write(value, "");
        for (index, number) in self.numbers.iter().enumerate() {
            text = text.replace(&format!("\"{mark}{index}{mark}\"", mark = self.mark), number);
        }
        text
    }
}

/// The command that puts text in the place of a value, however deep in lists it stands: it sets the field in which that
/// stands.
pub(super) fn replaced(document: &Document, node: NodeId, json: &str) -> Option<Command> {
    let tree = document.tree();
    let text = document.text();
    let mut value = node;
    let mut object = tree.parent(value)?;
    while !matches!(tree.kind(object), NodeKind::Object(_)) {
        value = object;
        object = tree.parent(value)?;
    }
    let member = tree.members(object).iter().find(|member| member.value == value)?;
    let (whole, own) = (tree.span(value), tree.span(node));
    let inner = Style::indentation_at(text, own.start);
    let json = json.lines().collect::<Vec<_>>().join(&format!("\n{inner}"));
    let changed = format!("{}{json}{}", text.get(whole.start..own.start)?, text.get(own.end..whole.end)?);
    let indentation = Style::indentation_at(text, whole.start);
    let lines = changed.lines().map(|line| line.strip_prefix(indentation).unwrap_or(line)).collect::<Vec<_>>();
    Some(Command::from(SetField {
        object: tree.pointer(object),
        field: member.key.to_string(),
        value: Some(FieldValue::Json(lines.join("\n"))),
    }))
}
