//! `States.ALL` beside other names, or before other entries.

use crate::asl::error_name;
use crate::check::context::Context;
use crate::check::handler::all_handlers;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for (id, list, entries) in all_handlers(context.tree(), context.machine()) {
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
