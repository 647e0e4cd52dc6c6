//! Give a field a value, or remove it.

use crate::asl::Document;
use crate::edit::members::{MemberPlace, index_of, insert_member, member_indentation, remove_member, replace_value};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::json::{self, NodeId, NodeKind};
use crate::text::{Edit, Pointer};
use serde_json::Value;

/// A new value for a field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Plain data, written in the style of the document.
    Value(Value),
    /// JSON text, kept as it is written, so that `1.0` stays `1.0`.
    Json(String),
}

/// The order in which AWS's own documentation writes the fields of a state: a new field goes where it is looked for.
const ORDER: [&str; 39] = [
    "Comment",
    "Version",
    "QueryLanguage",
    "TimeoutSeconds",
    "StartAt",
    "Type",
    "Resource",
    "InputPath",
    "Parameters",
    "Arguments",
    "Credentials",
    "ItemReader",
    "ItemsPath",
    "Items",
    "ItemSelector",
    "ItemBatcher",
    "MaxConcurrency",
    "MaxConcurrencyPath",
    "ItemProcessor",
    "Branches",
    "Result",
    "ResultSelector",
    "ResultWriter",
    "ResultPath",
    "OutputPath",
    "Output",
    "Assign",
    "HeartbeatSeconds",
    "Seconds",
    "SecondsPath",
    "Timestamp",
    "TimestampPath",
    "Error",
    "Cause",
    "Retry",
    "Catch",
    "Choices",
    "Default",
    "Next",
];

/// Give a field a value, or remove it.
#[derive(Clone, Debug, PartialEq)]
pub struct SetField {
    /// The object that has or gets the field.
    pub object: Pointer,
    /// The field's name.
    pub field: String,
    /// The new value; none removes the field.
    pub value: Option<FieldValue>,
}

impl Plan for SetField {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { object, field, value } = self;
        let node = document.tree().at(object).ok_or(Refusal::NotFound)?;
        if !matches!(document.tree().kind(node), NodeKind::Object(_)) {
            return Err(Refusal::NotFound);
        }
        let Some(value) = value else {
            let index = index_of(document, node, field).ok_or(Refusal::NotFound)?;
            return done(remove_member(document, node, index)?, Label::new(StepKind::RemoveField, field));
        };
        let json = written(document, node, field, value)?;
        let edit = match document.tree().get(node, field) {
            Some(old) => replace_value(document, old, json),
            None => insert_member(document, node, place(document, node, field), &[(field.clone(), json)])?,
        };
        done(edit, Label::new(StepKind::SetField, field))
    }
}

fn done(edit: Edit, label: Label) -> Result<Transaction, Refusal> {
    Transaction::of(label, vec![edit], None)
}

fn written(document: &Document, object: NodeId, field: &str, value: &FieldValue) -> Result<String, Refusal> {
    // An existing field may stand on a line of its own with an indentation of its own: what replaces it keeps it.
    let indentation = match document.tree().member(object, field) {
        Some(member) => crate::text::Style::indentation_at(document.text(), member.key_span.start).to_owned(),
        None => member_indentation(document, object),
    };
    match value {
        FieldValue::Value(value) => Ok(document.style().write(value, &indentation)),
        FieldValue::Json(text) => {
            let text = text.trim();
            if !json::parse(text).errors.is_empty() {
                return Err(Refusal::NotJson);
            }
            // Line breaks inside JSON stand between values, never inside a string.
            let ending = document.style().line_ending;
            let ending = if ending.is_empty() { "\n" } else { ending };
            Ok(text.lines().collect::<Vec<_>>().join(&format!("{ending}{indentation}")))
        }
    }
}

pub(super) fn place(document: &Document, object: NodeId, field: &str) -> MemberPlace {
    let members = document.tree().members(object);
    let rank = |name: &str| ORDER.iter().position(|known| *known == name);
    // What is not in the list (`End` among it) stands at the end.
    let Some(own) = rank(field) else { return MemberPlace::Last };
    let before = members.iter().rposition(|member| rank(&member.key).is_some_and(|rank| rank < own));
    before.map_or(MemberPlace::First, MemberPlace::After)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::{CHOICE, check, refuses};
    use crate::project::Editor;
    use serde_json::json;

    #[test]
    fn a_field_is_replaced_added_in_its_place_and_removed() {
        let set = |field: &str, value: Option<FieldValue>| {
            let field = field.to_owned();
            move |_: &Editor| SetField {
                object: Pointer::parse("/States/Work"),
                field: field.clone(),
                value: value.clone(),
            }
        };
        check(
            CHOICE,
            set("Resource", Some(FieldValue::Value(json!("x")))),
            &CHOICE.replace("arn:aws:lambda:us-east-1:123456789012:function:f", "x"),
        );
        check(
            CHOICE,
            set("TimeoutSeconds", Some(FieldValue::Json("1.50".into()))),
            &CHOICE.replace("    \"Work\": {\n", "    \"Work\": {\n      \"TimeoutSeconds\": 1.50,\n"),
        );
        check(
            CHOICE,
            set("Resource", None),
            &CHOICE.replace("      \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\",\n", ""),
        );
        refuses(CHOICE, set("Result", Some(FieldValue::Json("{".into()))), Refusal::NotJson);
    }
}
