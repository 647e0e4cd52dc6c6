//! `States.ALL` beside other names, or before other entries.

use crate::asl::error_name;
use crate::check::context::Context;
use crate::check::handler::handlers;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        for list in ["Retry", "Catch"] {
            let entries = handlers(tree, state, list);
            for (index, entry) in entries.iter().enumerate() {
                let Some((node, _)) = entry.errors.iter().find(|(_, name)| *name == error_name::ALL) else { continue };
                if index + 1 < entries.len() {
                    context.lint("", &[("list", list)], *node, Some(id));
                } else if entry.errors.iter().any(|(_, name)| *name != error_name::ALL) {
                    context.lint("company", &[("list", list)], *node, Some(id));
                }
            }
        }
    }
}
