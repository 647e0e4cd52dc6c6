//! A `Resource` that names nothing: name the integration that was meant.

use super::place::{pointer, state};
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::{FieldValue, SetField};

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic, meant: &str) -> Vec<Fix> {
    let Some((_, state)) = state(document, diagnostic) else { return Vec::new() };
    let value = Some(FieldValue::Value(meant.into()));
    let object = pointer(document, state.node);
    vec![Fix {
        title: FixTitle::CorrectField { field: meant.to_owned() },
        command: Command::from(SetField { object, field: "Resource".to_owned(), value }),
        // Another integration may answer otherwise.
        is_safe: false,
    }]
}
