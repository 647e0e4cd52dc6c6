//! Figures of a retrier that undo each other.

use crate::check::context::Context;
use crate::check::handler::handlers;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        for entry in handlers(tree, state, "Retry") {
            let Some(longest) = tree.get(entry.node, "MaxDelaySeconds") else { continue };
            let number = |field: &str| context.document.field(entry.node, field).and_then(|value| value.as_f64());
            let Some(most) = number("MaxDelaySeconds") else { continue };
            // What is left out is 1 second and a rate of 2 (developer guide, "Retrying after an error").
            let interval = number("IntervalSeconds").unwrap_or(1.0);
            let arguments = [("interval", &*interval.to_string()), ("longest", &*most.to_string())];
            if interval > most {
                context.lint("", &arguments, longest, Some(id));
            } else if number("BackoffRate") == Some(1.0) {
                context.lint("steady", &arguments, longest, Some(id));
            } else if interval == most && number("BackoffRate").is_some() {
                context.lint("flat", &arguments, longest, Some(id));
            }
        }
    }
}
