//! A retrier that never retries, and keeps no later one from retrying either.

use crate::check::context::Context;
use crate::check::handler::{handlers, takes};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let entries = handlers(tree, state, "Retry");
        for (index, entry) in entries.iter().enumerate() {
            let Some(attempts) = tree.get(entry.node, "MaxAttempts") else { continue };
            if context.document.value(attempts).as_f64() != Some(0.0) {
                continue;
            }
            let mut later = entries[index + 1..].iter().flat_map(|entry| &entry.errors);
            let is_shield =
                later.any(|(_, wide)| entry.errors.iter().any(|(_, error)| takes(wide, error, state.state_type)));
            if !is_shield {
                context.lint("", &[("name", &state.name)], attempts, Some(id));
            }
        }
    }
}
