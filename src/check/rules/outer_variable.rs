//! A state of a branch or iteration that assigns a variable of the same name as one outside of it.

use crate::asl::ScopeId;
use crate::check::Problem;
use crate::check::assignments::assignments;
use crate::check::context::Context;
use std::collections::BTreeMap;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    let found = assignments(context);
    let mut scopes_of: BTreeMap<&str, Vec<ScopeId>> = BTreeMap::new();
    for assignment in &found {
        let scopes = scopes_of.entry(assignment.name).or_default();
        let scope = machine.state(assignment.state).scope;
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
    }
    for assignment in &found {
        let scopes = scopes_of.get(assignment.name).map(Vec::as_slice).unwrap_or_default();
        if scopes.len() < 2 {
            continue;
        }
        let mut scope = machine.scope(machine.state(assignment.state).scope);
        while let Some(owner) = scope.owner {
            let outer = machine.state(owner).scope;
            if scopes.contains(&outer) {
                let problem = Problem::OuterVariable { name: assignment.name.to_owned() };
                context.report_field(problem, assignment.object, assignment.key, Some(assignment.state));
                break;
            }
            scope = machine.scope(outer);
        }
    }
}
