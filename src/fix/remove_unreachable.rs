//! A state that nothing leads to: remove it. It may hold work, so not without asking.

use super::place::state;
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::DeleteStates;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let Some((id, state)) = state(document, diagnostic) else { return Vec::new() };
    let title = FixTitle::RemoveState { name: state.name.to_string() };
    vec![Fix { title, command: Command::from(DeleteStates { states: vec![id] }), is_safe: false }]
}
