//! Fields of a Map state that have a newer name.

use crate::asl::StateType;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states().filter(|(_, state)| state.state_type == Some(StateType::Map)) {
        for (old, new) in [("Iterator", "ItemProcessor"), ("Parameters", "ItemSelector")] {
            if tree.get(state.node, old).is_some() && tree.get(state.node, new).is_none() {
                context.lint_field("", &[("old", old), ("new", new)], state.node, old, Some(id));
            }
        }
    }
}
