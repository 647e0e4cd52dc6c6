//! ARNs of different partitions in one definition.

use crate::asl::resource::partition;
use crate::check::context::Context;
use crate::check::strings::own_strings;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    let mut first: Option<&str> = None;
    for (id, state) in context.machine().states() {
        for text in own_strings(tree, state) {
            let Some(partition) = partition(text.text) else { continue };
            match first {
                None => first = Some(partition),
                Some(first) if first != partition => {
                    context.lint("", &[("first", first), ("second", partition)], text.node, Some(id));
                    // Once is enough: which of the two is meant is one decision.
                    return;
                }
                Some(_) => {}
            }
        }
    }
}
