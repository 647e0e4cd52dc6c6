//! A Parallel state with one branch, where nothing is gained by it.

use crate::asl::StateType;
use crate::check::context::Context;

/// With these it groups states to handle their errors together, or shapes data around them.
const USES: [&str; 8] =
    ["Catch", "Retry", "ResultPath", "ResultSelector", "Parameters", "Arguments", "Output", "OutputPath"];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states() {
        if state.state_type == Some(StateType::Parallel)
            && state.inner.len() == 1
            && USES.iter().all(|field| tree.get(state.node, field).is_none())
        {
            context.lint_field("", &[("name", &state.name)], state.node, "Branches", Some(id));
        }
    }
}
