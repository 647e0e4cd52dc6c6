//! One `Assign` that reads a variable after it assigned it, as if the new value could be seen already.

use super::super::context::Context;
use crate::flow::Before;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    let variables = context.variables();
    for (id, _) in document.machine().states() {
        let own = variables.of(id);
        for read in own.reads.iter().filter(|read| read.is_assigned) {
            // What is written further up in the same `Assign`, under another name than the one that is assigned here.
            let above = own.writes.iter().filter(|write| write.exit == read.exit && write.span.end <= read.span.start);
            let is_last = above.clone().next_back().is_some_and(|write| write.name == read.name);
            let is_above = above.clone().any(|write| write.name == read.name);
            if is_above && !is_last && variables.before(id, &read.name) == Before::Always {
                context.lint_at("", &[("name", &read.name)], read.span, read.node, Some(id));
            }
        }
    }
}
