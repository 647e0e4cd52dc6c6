//! A state to which nothing leads from the start of its scope.

use crate::check::Problem;
use crate::check::context::Context;
use crate::graph::MachineGraph;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    let graph = MachineGraph::new(machine);
    for (_, scope) in machine.scopes() {
        // AWS looks for unreachable states only where the scope can end and starts somewhere (measured).
        let Some(start) = scope.start_at.as_ref().and_then(|start| start.state) else { continue };
        if !scope.states.iter().any(|state| machine.state(*state).is_terminal()) {
            continue;
        }
        let reached = graph.reachable(start);
        for state in &scope.states {
            if !reached.contains(state) {
                let name = machine.state(*state).name.to_string();
                context.report_state(Problem::UnreachableState { name }, *state);
            }
        }
    }
}
