//! Lists whose items have a form: adding, moving and removing items.

use super::{Part, Place, defaults};
use crate::asl::{Document, QueryLanguage};
use crate::edit::commands::{InsertItem, SetField};
use crate::edit::{Command, FieldValue};
use serde_json::{Value, json};

/// A list of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `Retry`.
    Retry,
    /// `Catch`.
    Catch,
    /// `Choices`.
    Choices,
    /// `Branches`.
    Branches,
}

impl List {
    /// The form of an item.
    pub fn part(self) -> Part {
        match self {
            Self::Retry => Part::Retrier,
            Self::Catch => Part::Catcher,
            Self::Choices => Part::Rule,
            Self::Branches => Part::Branch,
        }
    }

    /// The field's name.
    pub fn field(self) -> &'static str {
        match self {
            Self::Retry => "Retry",
            Self::Catch => "Catch",
            Self::Choices => "Choices",
            Self::Branches => "Branches",
        }
    }
}

/// The command that adds a new item behind all others; `place` is the object that has the list.
pub fn add_item(document: &Document, place: &Place, list: List, language: QueryLanguage) -> Option<Command> {
    let value = defaults::item(list, language, document, place);
    let object = place.pointer(document)?;
    let node = document.tree().get(place.node(document)?, list.field());
    let Some(node) = node else {
        let value = Some(FieldValue::Value(json!([value])));
        return Some(Command::from(SetField { object, field: list.field().to_owned(), value }));
    };
    // What stands behind an error name that matches everything is never reached: a new one goes before it.
    let index = match list {
        List::Retry | List::Catch => first_for_all(document, node),
        List::Choices | List::Branches => None,
    };
    let index = index.unwrap_or_else(|| document.tree().items(node).len());
    let value = match (list, document.tree().items(node).is_empty()) {
        (List::Retry | List::Catch, false) => for_task(value),
        _ => value,
    };
    Some(Command::from(InsertItem { list: object.join(list.field()), index, value }))
}

fn first_for_all(document: &Document, list: crate::text::json::NodeId) -> Option<usize> {
    let tree = document.tree();
    tree.items(list).iter().position(|item| {
        let errors = tree.get(*item, "ErrorEquals");
        errors.is_some_and(|errors| {
            tree.items(errors).iter().any(|error| tree.as_str(*error) == Some(crate::asl::error_name::ALL))
        })
    })
}

fn for_task(mut item: Value) -> Value {
    if let Some(errors) = item.get_mut("ErrorEquals") {
        *errors = json!([crate::asl::error_name::TASK_FAILED]);
    }
    item
}
