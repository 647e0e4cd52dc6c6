//! A Task that waits for someone else's answer without any limit.

use crate::asl::resource::Resource;
use crate::check::context::Context;
use crate::check::waiting::resource;

/// Any of these ends the wait.
const LIMITS: [&str; 4] = ["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let ends_by_itself = machine.root().is_some_and(|root| tree.get(root.node, "TimeoutSeconds").is_some());
    for (id, state) in machine.states() {
        let Some(resource) = resource(tree, state).filter(Resource::waits_for_token) else { continue };
        if !ends_by_itself && LIMITS.iter().all(|field| tree.get(state.node, field).is_none()) {
            let key = if matches!(resource, Resource::Activity { .. }) { "activity" } else { "" };
            context.lint_field(key, &[("name", &state.name)], state.node, "Resource", Some(id));
        }
    }
}
