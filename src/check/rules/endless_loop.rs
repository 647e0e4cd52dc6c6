//! States that can be reached and from which no end can be reached.

use crate::asl::StateId;
use crate::check::context::Context;
use crate::graph::MachineGraph;
use std::collections::BTreeSet;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    let graph = MachineGraph::new(machine);
    let cycles = graph.cycles(|_| true);
    for (id, scope) in machine.scopes() {
        let Some(start) = scope.start_at.as_ref().and_then(|start| start.state) else { continue };
        let trapped: BTreeSet<StateId> = graph.without_end(machine, id).into_iter().collect();
        // Where nothing ends at all AWS refuses the definition, and that is said at the scope.
        if context.may_lead_elsewhere(id) || trapped.is_empty() || trapped.len() == scope.states.len() {
            continue;
        }
        let reached = graph.reachable(start);
        for cycle in cycles.iter().filter(|cycle| trapped.contains(&cycle[0]) && reached.contains(&cycle[0])) {
            let names: Vec<&str> = cycle.iter().take(4).map(|state| &*machine.state(*state).name).collect();
            let more = if cycle.len() > names.len() { ", …" } else { "" };
            let key = if cycle.len() == 1 { "alone" } else { "" };
            context.lint_state(key, &[("states", &format!("{}{more}", names.join(", ")))], cycle[0]);
        }
    }
}
