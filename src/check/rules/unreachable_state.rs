//! A state to which nothing leads from the start of its scope.

use crate::asl::{Machine, Scope, StateId};
use crate::check::Problem;
use crate::check::context::Context;
use crate::graph::MachineGraph;
use std::collections::BTreeSet;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    let graph = MachineGraph::new(machine);
    for (id, scope) in machine.scopes() {
        // AWS looks for unreachable states only where the scope can end and starts somewhere (measured).
        let Some(start) = &scope.start_at else { continue };
        if context.may_lead_elsewhere(id) {
            continue;
        }
        if !scope.states.iter().any(|state| machine.state(*state).is_terminal()) {
            continue;
        }
        let reached = match start.state {
            Some(start) => graph.reachable(start),
            // A start that is no state reaches none; what other states lead to is told with the first of them.
            None => led_to(machine, scope),
        };
        for state in &scope.states {
            if !reached.contains(state) {
                let name = machine.state(*state).name.to_string();
                context.report_state(Problem::UnreachableState { name }, *state);
            }
        }
    }
}

/// The states of a scope to which another of its states leads.
fn led_to(machine: &Machine, scope: &Scope) -> BTreeSet<StateId> {
    let targets = |state: &StateId| {
        let from = *state;
        let transitions = &machine.state(from).transitions;
        transitions.iter().filter_map(|transition| transition.target.state).filter(move |target| *target != from)
    };
    scope.states.iter().flat_map(targets).collect()
}
