//! The entries of `Retry` and `Catch`, as far as they name errors.

use crate::asl::{Machine, State, StateId, StateType, error_name};
use crate::text::json::{NodeId, Tree};

/// One entry of `Retry` or `Catch`.
pub(super) struct Handler<'a> {
    /// The entry.
    pub(super) node: NodeId,
    /// The strings in its `ErrorEquals`, with their text.
    pub(super) errors: Vec<(NodeId, &'a str)>,
}

impl Handler<'_> {
    /// Whether it names an error.
    pub(super) fn names(&self, error: &str) -> bool {
        self.errors.iter().any(|(_, name)| *name == error)
    }
}

/// The entries of a state's `Retry` or `Catch`; none for states that may have neither.
pub(super) fn handlers<'a>(tree: &'a Tree, state: &State, list: &str) -> Vec<Handler<'a>> {
    if !state.state_type.is_some_and(StateType::can_catch) {
        return Vec::new();
    }
    let entries = tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default();
    entries
        .iter()
        .map(|entry| {
            let names = tree.get(*entry, "ErrorEquals").map(|names| tree.items(names)).unwrap_or_default();
            let errors = names.iter().filter_map(|name| tree.as_str(*name).map(|text| (*name, text))).collect();
            Handler { node: *entry, errors }
        })
        .collect()
}

/// Each `Retry` and `Catch` of all states: the state, the field's name, its entries.
pub(super) fn all_handlers<'a>(
    tree: &'a Tree,
    machine: &'a Machine,
) -> impl Iterator<Item = (StateId, &'static str, Vec<Handler<'a>>)> {
    machine.states().flat_map(move |(id, state)| ["Retry", "Catch"].map(|list| (id, list, handlers(tree, state, list))))
}

/// Whether a handler for one error also takes another, on a state of a type (developer guide, "Handling errors").
pub(super) fn takes(handled: &str, error: &str, state_type: Option<StateType>) -> bool {
    let is_reserved = error.starts_with("States.");
    handled == error
        || (handled == error_name::TIMEOUT && error == error_name::HEARTBEAT_TIMEOUT)
        || (handled == error_name::TASK_FAILED && state_type == Some(StateType::Task) && !is_reserved)
        || (handled == error_name::ALL && error != error_name::RUNTIME)
}
