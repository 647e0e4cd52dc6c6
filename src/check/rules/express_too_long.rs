//! An Express machine that must wait longer than Express executions may run.

use crate::asl::{ScopeId, ScopeRole, StateType};
use crate::check::context::Context;
use crate::graph::MachineGraph;
use crate::sim::ExecutionType;

/// How long an Express execution may run, in seconds (developer guide, "Quotas").
const LONGEST: u64 = 300;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let is_express = |scope: ScopeId| {
        let found = machine.scope(scope);
        match found.role {
            ScopeRole::Machine => context.options.execution_type == ExecutionType::Express,
            // The child executions of a Distributed Map have a type of their own.
            ScopeRole::ItemProcessor => {
                let config = tree.get(found.node, "ProcessorConfig");
                let chosen = config.and_then(|config| tree.get(config, "ExecutionType"));
                chosen.and_then(|chosen| tree.as_str(chosen)) == Some("EXPRESS")
            }
            ScopeRole::Branch(_) => false,
        }
    };
    let express: Vec<ScopeId> = machine.scopes().map(|(id, _)| id).filter(|id| is_express(*id)).collect();
    if express.is_empty() {
        return;
    }
    let graph = MachineGraph::new(machine);
    for scope in express {
        let mut total = 0_u64;
        for id in graph.unavoidable(machine, scope) {
            let state = machine.state(id);
            let Some(node) = tree.get(state.node, "Seconds").filter(|_| state.state_type == Some(StateType::Wait))
            else {
                continue;
            };
            total = total.saturating_add(context.document.value(node).as_u64().unwrap_or_default());
            if total >= LONGEST {
                context.lint("", &[("name", &state.name), ("seconds", &total.to_string())], node, Some(id));
                break;
            }
        }
    }
}
