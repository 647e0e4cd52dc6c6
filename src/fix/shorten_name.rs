//! A name that is too long: its beginning.

use super::place::state;
use super::{Fix, FixTitle};
use crate::asl::{Document, MAX_NAME_LENGTH};
use crate::check::Diagnostic;
use crate::edit::commands::RenameState;
use crate::edit::{Command, names};

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let Some((id, state)) = state(document, diagnostic) else { return Vec::new() };
    let beginning: String = state.name.chars().take(MAX_NAME_LENGTH).collect();
    let name = names::unique(document.machine(), beginning.trim_end());
    let title = FixTitle::RenameState { name: name.clone() };
    vec![Fix { title, command: Command::from(RenameState { state: id, name }), is_safe: true }]
}
