//! Two states with one name: rename the second; what leads to it within its scope follows.

use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::{Diagnostic, Problem};
use crate::edit::commands::RenameState;
use crate::edit::{Command, names};

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let machine = document.machine();
    let found = machine.states().find(|(_, state)| state.name_span == diagnostic.span);
    let Some((id, state)) = found else { return Vec::new() };
    let name = names::unique(machine, &state.name);
    let title = FixTitle::RenameState { name: name.clone() };
    // Twice in one object, the references could mean either.
    let is_safe = matches!(diagnostic.problem, Problem::DuplicateState { .. });
    vec![Fix { title, command: Command::from(RenameState { state: id, name }), is_safe }]
}
