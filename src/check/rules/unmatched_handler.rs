//! An error name in `Retry` or `Catch` that is never looked at: it is handled before, or cannot be handled.

use crate::asl::{StateType, error_name};
use crate::check::context::Context;
use crate::check::handler::{Handler, all_handlers, takes};

/// An entry is compared with at most this many before it.
const MAX_COMPARED: usize = 100;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    for (id, list, entries) in all_handlers(context.tree(), machine) {
        for (index, entry) in entries.iter().enumerate() {
            let before = &entries[index.saturating_sub(MAX_COMPARED)..index];
            for (place, (node, error)) in entry.errors.iter().enumerate() {
                let arguments = [("error", *error), ("list", list)];
                if *error == error_name::RUNTIME {
                    context.lint("never", &arguments, *node, Some(id));
                } else if entry.errors[..place].iter().take(MAX_COMPARED).any(|(_, other)| other == error) {
                    context.lint("twice", &arguments, *node, Some(id));
                } else if let Some(earlier) = earlier(before, error, machine.state(id).state_type) {
                    context.lint("", &[&arguments[..], &[("earlier", earlier)]].concat(), *node, Some(id));
                }
            }
        }
    }
}

/// The name before that takes an error. What comes behind `States.ALL` is told at `States.ALL`.
fn earlier<'a>(before: &[Handler<'a>], error: &str, state_type: Option<StateType>) -> Option<&'a str> {
    let names = || before.iter().flat_map(|entry| entry.errors.iter().map(|(_, name)| *name));
    if names().any(|name| name == error_name::ALL) {
        return None;
    }
    names().find(|name| takes(name, error, state_type))
}
