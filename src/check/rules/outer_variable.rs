//! A state of a branch or iteration that assigns a variable of the same name as one outside of it.

use crate::asl::StateId;
use crate::check::Problem;
use crate::check::assignments::assignments;
use crate::check::context::Context;
use std::collections::BTreeMap;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    let found = assignments(context);
    let mut states_of: BTreeMap<&str, Vec<StateId>> = BTreeMap::new();
    for assignment in &found {
        states_of.entry(assignment.name).or_default().push(assignment.state);
    }
    for assignment in &found {
        let states = states_of.get(assignment.name).map(Vec::as_slice).unwrap_or_default();
        let mut scope = machine.scope(machine.state(assignment.state).scope);
        while let Some(owner) = scope.owner {
            let outer = machine.state(owner).scope;
            // What the state around assigns, itself or in a catcher, comes after its inner states: AWS accepts it (measured).
            if states.iter().any(|state| *state != owner && machine.state(*state).scope == outer) {
                let problem = Problem::OuterVariable { name: assignment.name.to_owned() };
                context.report_field(problem, assignment.object, assignment.key, Some(assignment.state));
                break;
            }
            scope = machine.scope(outer);
        }
    }
}
