//! A run that may write more events than a history holds.

use crate::asl::{ScopeId, State, StateType};
use crate::check::context::Context;
use crate::check::waiting::resource;
use crate::graph::MachineGraph;
use crate::sim::ExecutionType;
use crate::text::json::Tree;

/// The most events in the history of a Standard execution (developer guide, "Quotas").
const MOST: u64 = 25_000;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    if context.options.execution_type == ExecutionType::Express {
        return;
    }
    let (tree, machine) = (context.tree(), context.machine());
    let Some(root) = machine.root() else { return };
    let graph = MachineGraph::new(machine);
    // Inner scopes come behind their outer one, so that going backwards each sum is there when it is needed.
    let scopes: Vec<ScopeId> = machine.scopes().map(|(id, _)| id).collect();
    let mut events = vec![0_u64; scopes.len()];
    for scope in scopes.iter().rev() {
        let weight = |id| {
            let state = machine.state(id);
            let inner = state.inner.iter().fold(0_u64, |sum, scope| sum.saturating_add(events[scope.0 as usize]));
            own_events(tree, state).saturating_add(inner_events(tree, state, inner))
        };
        let sum = graph.longest_run(machine, *scope, weight);
        events[scope.0 as usize] = sum;
    }
    // The start and the end of the execution.
    let total = events.first().copied().unwrap_or_default().saturating_add(2);
    if total > MOST {
        context.lint_field("", &[("events", &total.to_string())], root.node, "StartAt", None);
    }
}

/// Events that a state writes itself when nothing fails (as recorded in histories of AWS).
fn own_events(tree: &Tree, state: &State) -> u64 {
    match state.state_type {
        Some(StateType::Task) => 5 + u64::from(resource(tree, state).is_some_and(|resource| resource.is_job())),
        Some(StateType::Parallel | StateType::Map) => 4,
        Some(StateType::Fail) => 1,
        _ => 2,
    }
}

/// Events of what is inside a state. Only a literal list tells how many items a Map state has; others count as one.
fn inner_events(tree: &Tree, state: &State, inner: u64) -> u64 {
    if state.state_type != Some(StateType::Map) {
        return inner;
    }
    let processor = tree.get(state.node, "ItemProcessor").and_then(|node| tree.get(node, "ProcessorConfig"));
    let mode = processor.and_then(|config| tree.get(config, "Mode")).and_then(|mode| tree.as_str(mode));
    if mode == Some("DISTRIBUTED") {
        // Child executions write histories of their own.
        return 0;
    }
    let n_items = tree.get(state.node, "Items").map_or(1, |items| tree.items(items).len().max(1) as u64);
    inner.saturating_add(2).saturating_mul(n_items)
}
