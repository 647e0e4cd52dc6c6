//! A state that says both `Next` and `End`, or neither.

use crate::asl::StateType;
use crate::check::Problem;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        if !state.state_type.is_some_and(StateType::has_next) {
            continue;
        }
        let has_next = tree.get(state.node, "Next").is_some();
        let is_end = tree.get(state.node, "End").is_some_and(|end| tree.as_bool(end) != Some(false));
        match (has_next, is_end) {
            (true, true) => context.report_field(Problem::NextAndEnd, state.node, "End", Some(id)),
            (false, false) => context.report_state(Problem::NoNextOrEnd, id),
            _ => {}
        }
    }
}
