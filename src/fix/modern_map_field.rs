//! A field of a Map state under its old name: the name of today, which means the same.

use super::place::{pointer, state};
use super::{Fix, FixTitle};
use crate::asl::{Document, StateType};
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::RenameField;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic, from: &str, to: &str) -> Vec<Fix> {
    let Some((_, state)) = state(document, diagnostic) else { return Vec::new() };
    let tree = document.tree();
    let fits = state.state_type == Some(StateType::Map)
        && tree.member(state.node, from).is_some()
        && tree.member(state.node, to).is_none();
    if !fits {
        return Vec::new();
    }
    let object = pointer(document, state.node);
    vec![Fix {
        title: FixTitle::ModernField { from: from.to_owned(), to: to.to_owned() },
        command: Command::from(RenameField { object, field: from.to_owned(), to: to.to_owned() }),
        is_safe: true,
    }]
}
