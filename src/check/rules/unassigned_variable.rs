//! A variable that is read where it cannot have a value, or has none by some way.

use super::super::context::Context;
use crate::asl::ScopeId;
use crate::flow::{Before, visible_scopes};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    let machine = document.machine();
    let variables = context.variables();
    let mut writers: BTreeMap<&str, BTreeSet<ScopeId>> = BTreeMap::new();
    for (id, state) in machine.states() {
        for write in &variables.of(id).writes {
            writers.entry(&write.name).or_default().insert(state.scope);
        }
    }
    for (id, state) in machine.states() {
        let own = variables.of(id);
        if own.reads.is_empty() {
            continue;
        }
        let visible: BTreeSet<ScopeId> = visible_scopes(document, state.scope).into_iter().collect();
        let around: BTreeSet<ScopeId> = std::iter::successors(Some(state.scope), |scope| {
            machine.scope(*scope).owner.map(|owner| machine.state(owner).scope)
        })
        .collect();
        let mut told = BTreeSet::new();
        for read in &own.reads {
            // What is asked for somewhere is meant to be missing at times.
            if read.is_test || variables.is_tested(&read.name) || !told.insert(&read.name) {
                continue;
            }
            let written = writers.get(read.name.as_str());
            let key = match variables.before(id, &read.name) {
                Before::Always | Before::Unreached => continue,
                Before::Sometimes => "path",
                Before::Never if own.writes.iter().any(|write| write.name == read.name) => "same",
                Before::Never if written.is_some_and(|scopes| scopes.is_disjoint(&visible)) => {
                    if written.is_some_and(|scopes| scopes.is_disjoint(&around)) { "scope" } else { "distributed" }
                }
                Before::Never => "",
            };
            context.lint_at(key, &[("name", &read.name), ("state", &state.name)], read.span, read.node, Some(id));
        }
    }
}
