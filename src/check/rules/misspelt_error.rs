//! An error name that begins like one of the language's own and is none.

use crate::asl::{StateType, error_name};
use crate::check::context::Context;
use crate::check::handler::all_handlers;
use crate::check::similar::most_similar;
use std::collections::BTreeSet;

/// What the language reserves.
const KNOWN: [&str; 16] = [
    error_name::ALL,
    error_name::BRANCH_FAILED,
    error_name::DATA_LIMIT_EXCEEDED,
    error_name::EXCEED_TOLERATED_FAILURE_THRESHOLD,
    error_name::HEARTBEAT_TIMEOUT,
    error_name::INTRINSIC_FAILURE,
    error_name::ITEM_READER_FAILED,
    error_name::NO_CHOICE_MATCHED,
    error_name::PARAMETER_PATH_FAILURE,
    error_name::PERMISSIONS,
    error_name::QUERY_EVALUATION_ERROR,
    error_name::RESULT_PATH_MATCH_FAILURE,
    error_name::RESULT_WRITER_FAILED,
    error_name::RUNTIME,
    error_name::TASK_FAILED,
    error_name::TIMEOUT,
];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    // Fail states may raise any name, and their own names are handled as written.
    let raised: BTreeSet<&str> = machine
        .states()
        .filter(|(_, state)| state.state_type == Some(StateType::Fail))
        .filter_map(|(_, state)| tree.get(state.node, "Error").and_then(|error| tree.as_str(error)))
        .collect();
    for (id, _, entries) in all_handlers(tree, machine) {
        for (node, error) in entries.into_iter().flat_map(|entry| entry.errors) {
            let is_reserved = error.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("States."));
            if !is_reserved
                || KNOWN.contains(&error)
                || error.starts_with("States.Http.")
                || error.contains("${")
                || raised.contains(error)
            {
                continue;
            }
            let same = KNOWN.iter().copied().find(|known| known.eq_ignore_ascii_case(error));
            match same.map(str::to_owned).or_else(|| most_similar(error, KNOWN)) {
                Some(meant) => context.lint("", &[("error", error), ("meant", &meant)], node, Some(id)),
                None => context.lint("unknown", &[("error", error)], node, Some(id)),
            }
        }
    }
}
