//! An account id written into the definition.

use crate::check::account::account_of;
use crate::check::context::Context;
use crate::check::strings::strings;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states() {
        let own = |field: &str| !matches!(field, "Branches" | "ItemProcessor" | "Iterator" | "Comment");
        for text in strings(tree, state.node, own) {
            if let Some((_, account)) = account_of(text.text) {
                // Once is enough: whoever mends it mends all of them.
                context.lint("", &[("account", account)], text.node, Some(id));
                return;
            }
        }
    }
}
