//! Mocks of states that a definition does not have: mostly a state that was renamed, whose service would then silently
//! answer with its default.

use crate::mock::Mocks;
use crate::sim::Program;
use std::collections::BTreeSet;

/// What to tell a person about mocks that no state uses; none when all are used.
pub(super) fn unknown_mocks(mocks: &Mocks, program: &Program) -> Option<String> {
    let known: BTreeSet<&str> = program.state_names().collect();
    let unknown: Vec<&str> = mocks.states.keys().map(String::as_str).filter(|name| !known.contains(name)).collect();
    match unknown.as_slice() {
        [] => None,
        [state] => Some(format!("there is a mock for {state}, but the definition has no such state")),
        states => Some(format!("there are mocks for {}, but the definition has no such states", states.join(", "))),
    }
}
