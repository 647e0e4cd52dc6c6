//! A Lambda task that does not retry Lambda's transient errors.

use crate::asl::resource::Resource;
use crate::asl::{StateId, error_name};
use crate::check::context::Context;
use crate::check::handler::handlers;
use crate::check::waiting::resource;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let retries = |id: StateId| {
        handlers(tree, machine.state(id), "Retry").iter().any(|entry| {
            entry.names(error_name::ALL)
                || entry.names(error_name::TASK_FAILED)
                || entry.errors.iter().any(|(_, name)| name.starts_with("Lambda.") || name.contains("${"))
        })
    };
    // For each state, whether it or one around it retries: an outer state comes before its inner ones.
    let mut covered = Vec::with_capacity(machine.n_states());
    for (id, state) in machine.states() {
        let owner = machine.scope(state.scope).owner;
        let is_covered = owner.is_some_and(|owner| covered[owner.0 as usize]) || retries(id);
        covered.push(is_covered);
        let is_lambda = match resource(tree, state) {
            Some(Resource::LambdaFunction { .. }) => true,
            Some(Resource::Service { service, action, .. }) => service == "lambda" && action == "invoke",
            _ => false,
        };
        if is_lambda && !is_covered {
            context.lint_field("", &[("name", &state.name)], state.node, "Resource", Some(id));
        }
    }
}
