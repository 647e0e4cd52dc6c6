//! The words in the drawing that need counting.

use crate::asl::{Document, StateId, StateType, summary};
use crate::i18n::Messages;

/// What stands under a state's name.
pub fn detail(document: &Document, id: StateId, words: &dyn Messages) -> String {
    let state = document.machine().state(id);
    let count =
        |field: &str| document.tree().get(state.node, field).map_or(0, |list| document.tree().items(list).len());
    let own = match state.state_type {
        Some(StateType::Choice) => Some(words.n_rules(count("Choices"))),
        Some(StateType::Parallel) => Some(words.n_branches(count("Branches"))),
        Some(StateType::Wait) => document
            .field(state.node, "Seconds")
            .filter(serde_json::Value::is_number)
            .map(|seconds| words.seconds(&seconds.to_string())),
        _ => None,
    };
    let type_name = state.state_type.map_or_else(|| words.unknown_type(), StateType::as_str);
    match own.or_else(|| summary::detail(document, id)) {
        Some(detail) => format!("{type_name} · {detail}"),
        None => type_name.to_owned(),
    }
}
