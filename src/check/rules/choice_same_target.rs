//! A Choice state of which every way leads to the same state.

use crate::asl::StateType;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states().filter(|(_, state)| state.state_type == Some(StateType::Choice)) {
        let rules = tree.get(state.node, "Choices").map(|list| tree.items(list)).unwrap_or_default();
        let changes = |holder| tree.get(holder, "Assign").is_some() || tree.get(holder, "Output").is_some();
        let has_default = tree.get(state.node, "Default").is_some();
        // Without Default it chooses between going on and failing.
        if !has_default || changes(state.node) || rules.iter().any(|rule| changes(*rule)) {
            continue;
        }
        let Some(first) = state.transitions.first() else { continue };
        if state.transitions.len() > 1
            && state.transitions.iter().all(|transition| transition.target.name == first.target.name)
        {
            context.lint_state("", &[("name", &state.name), ("target", &first.target.name)], id);
        }
    }
}
