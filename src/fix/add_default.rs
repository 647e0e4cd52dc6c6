//! A Choice without `Default`: lead to a new Fail state, which is what happens without one, or to a state that ends.

use super::place::state;
use super::{Fix, FixTitle};
use crate::asl::{Document, StateType};
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::AddDefault;

/// How many states that are there already are offered.
const MAX_OFFERED: usize = 3;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let Some((choice, state)) = state(document, diagnostic) else { return Vec::new() };
    if state.state_type != Some(StateType::Choice) {
        return Vec::new();
    }
    let machine = document.machine();
    let new = Fix {
        title: FixTitle::DefaultToNewFail,
        command: Command::from(AddDefault { choice, target: None }),
        is_safe: false,
    };
    let ends = machine.scope(state.scope).states.iter().filter(|sibling| machine.state(**sibling).is_terminal());
    let existing = ends.take(MAX_OFFERED).map(|end| Fix {
        title: FixTitle::DefaultTo { name: machine.state(*end).name.to_string() },
        command: Command::from(AddDefault { choice, target: Some(*end) }),
        is_safe: false,
    });
    [new].into_iter().chain(existing).collect()
}
