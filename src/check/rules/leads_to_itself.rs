//! A Choice rule or a catcher that leads back to its own state, where nothing has changed.

use crate::asl::TransitionKind;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states() {
        for transition in state.transitions.iter().filter(|transition| transition.target.state == Some(id)) {
            let assigns = |holder| tree.get(holder, "Assign").is_some() || tree.get(holder, "Output").is_some();
            let entry = tree.parent(transition.target.node).unwrap_or(state.node);
            let key = match transition.kind {
                TransitionKind::Choice(_) | TransitionKind::Default if !assigns(entry) => "",
                // A catcher that keeps the input changed nothing either, so the same call is made again at once.
                TransitionKind::Catch(_) => "catch",
                _ => continue,
            };
            context.lint(key, &[("name", &state.name)], transition.target.node, Some(id));
        }
    }
}
