//! An Express machine that waits longer than Express executions may run.

use crate::asl::{ExecutionType, ScopeId, ScopeRole, StateId, StateType};
use crate::check::context::Context;
use crate::graph::MachineGraph;
use crate::text::json::NodeId;
use std::collections::BTreeSet;

/// How long an Express execution may run, in seconds (developer guide, "Quotas").
const LONGEST: u64 = 300;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let express = express_scopes(context);
    if !express.contains(&true) {
        return;
    }
    let machine = context.machine();
    let graph = MachineGraph::new(machine);
    let circling: BTreeSet<StateId> = graph.cycles(|_| true).into_iter().flatten().collect();
    for (scope, found) in machine.scopes().filter(|(scope, _)| express[scope.0 as usize]) {
        let mut has_one = false;
        for id in &found.states {
            let Some((node, seconds)) = waits(context, *id) else { continue };
            let key = if seconds >= LONGEST {
                "one"
            } else if circling.contains(id) && seconds * 2 >= LONGEST {
                "loop"
            } else {
                continue;
            };
            has_one = true;
            report(context, key, *id, node, seconds);
        }
        if has_one {
            continue;
        }
        let mut total = 0_u64;
        for id in graph.unavoidable(machine, scope) {
            let Some((node, seconds)) = waits(context, id) else { continue };
            total = total.saturating_add(seconds);
            if total >= LONGEST {
                report(context, "", id, node, total);
                break;
            }
        }
    }
}

fn report(context: &mut Context<'_>, key: &str, state: StateId, node: NodeId, seconds: u64) {
    let name = &*context.machine().state(state).name;
    context.lint(key, &[("name", name), ("seconds", &seconds.to_string())], node, Some(state));
}

/// The literal seconds of a Wait state.
fn waits(context: &Context<'_>, state: StateId) -> Option<(NodeId, u64)> {
    let state = context.machine().state(state);
    let node = context.tree().get(state.node, "Seconds").filter(|_| state.state_type == Some(StateType::Wait))?;
    Some((node, context.document.value(node).as_u64()?))
}

/// For each scope, whether it runs in an Express execution. An outer scope comes before its inner ones.
fn express_scopes(context: &Context<'_>) -> Vec<bool> {
    let (tree, machine) = (context.tree(), context.machine());
    let mut express: Vec<bool> = Vec::new();
    for (_, scope) in machine.scopes() {
        let around = scope.owner.map(|owner| machine.state(owner).scope);
        let inherits = around.is_some_and(|ScopeId(around)| express[around as usize]);
        express.push(match scope.role {
            ScopeRole::Machine => context.options.execution_type == ExecutionType::Express,
            ScopeRole::Branch(_) => inherits,
            // The child executions of a Distributed Map have a type of their own.
            ScopeRole::ItemProcessor => {
                let config = tree.get(scope.node, "ProcessorConfig");
                let chosen = config.and_then(|config| tree.get(config, "ExecutionType"));
                chosen.and_then(|chosen| tree.as_str(chosen)).map_or(inherits, |chosen| chosen == "EXPRESS")
            }
        });
    }
    express
}
