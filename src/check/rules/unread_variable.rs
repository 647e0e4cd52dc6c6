//! A variable that is assigned and read by no state that can see it.

use super::super::context::Context;
use crate::flow::visible_scopes;
use std::collections::BTreeSet;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    let machine = document.machine();
    let variables = context.variables();
    let mut read = BTreeSet::new();
    for (id, state) in machine.states() {
        let reads = &variables.of(id).reads;
        if reads.is_empty() {
            continue;
        }
        for scope in visible_scopes(document, state.scope) {
            read.extend(reads.iter().map(|read| (scope, read.name.as_str())));
        }
    }
    let mut told = BTreeSet::new();
    for (id, state) in machine.states() {
        for write in &variables.of(id).writes {
            let name = (state.scope, write.name.as_str());
            if !read.contains(&name) && told.insert(name) {
                context.lint_at("", &[("name", &write.name)], write.span, write.node, Some(id));
            }
        }
    }
}
