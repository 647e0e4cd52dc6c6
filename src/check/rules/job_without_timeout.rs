//! A Task that waits for a job (`.sync`) without any limit.

use crate::asl::resource::{Pattern, Resource};
use crate::check::context::Context;
use crate::check::waiting::resource;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let ends_by_itself = machine.root().is_some_and(|root| tree.get(root.node, "TimeoutSeconds").is_some());
    for (id, state) in machine.states() {
        let Some(Resource::Service { pattern: Pattern::Sync | Pattern::Sync2, .. }) = resource(tree, state) else {
            continue;
        };
        let has_limit =
            ["TimeoutSeconds", "TimeoutSecondsPath"].iter().any(|field| tree.get(state.node, field).is_some());
        if !ends_by_itself && !has_limit {
            // One finding says it for the machine: the limit of the machine mends all of them.
            context.lint_field("", &[("name", &state.name)], state.node, "Resource", Some(id));
            return;
        }
    }
}
