//! Two fields that exclude each other: remove the one or the other. Only a person knows which was meant.

use super::place::{pointer, state};
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::SetField;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic, first: &str, second: &str) -> Vec<Fix> {
    let Some((_, state)) = state(document, diagnostic) else { return Vec::new() };
    let tree = document.tree();
    if tree.member(state.node, first).is_none() || tree.member(state.node, second).is_none() {
        return Vec::new();
    }
    let object = pointer(document, state.node);
    let remove = |field: &str| Fix {
        title: FixTitle::RemoveField { field: field.to_owned() },
        command: Command::from(SetField { object: object.clone(), field: field.to_owned(), value: None }),
        is_safe: false,
    };
    vec![remove(first), remove(second)]
}
