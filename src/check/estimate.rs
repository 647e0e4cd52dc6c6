//! How large the longest run of a machine gets, as far as the definition, an example input and mocks tell.

use super::context::Context;
use super::waiting::resource;
use crate::asl::{Machine, ScopeId, State, StateId, StateType};
use crate::flow::Flow;
use crate::graph::MachineGraph;
use crate::text::json::Tree;

/// Sums over the longest way through a machine, without going round loops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Estimate {
    /// Events in the history of the execution itself, its start and end among them.
    pub(super) events: u64,
    /// State transitions that are paid for, those of Standard child executions too.
    pub(super) transitions: u64,
}

/// Estimates the longest run of a Standard machine.
pub(super) fn estimate(context: &Context<'_>) -> Estimate {
    let (tree, machine) = (context.tree(), context.machine());
    // Without an example input, only a literal list tells how many items a Map state has: that needs no inference.
    let flow = context.options.input.is_some().then(|| context.flow());
    let graph = MachineGraph::new(machine);
    let sum = |weight: &dyn Fn(&State, StateId, u64) -> u64| longest(machine, &graph, weight);
    let events = sum(&|state, id, inner| {
        let n_items = n_items(tree, flow.as_deref(), state, id);
        own_events(tree, state).saturating_add(match (state.state_type, child_type(tree, state)) {
            // Child executions write histories of their own.
            (Some(StateType::Map), Some(_)) => 0,
            (Some(StateType::Map), None) => inner.saturating_add(2).saturating_mul(n_items),
            _ => inner,
        })
    });
    let transitions = sum(&|state, id, inner| {
        let is_paid_otherwise = child_type(tree, state) == Some("EXPRESS");
        let inner = if is_paid_otherwise { 0 } else { inner.saturating_mul(n_items(tree, flow.as_deref(), state, id)) };
        inner.saturating_add(1)
    });
    // The start and the end of the execution.
    Estimate { events: events.saturating_add(2), transitions }
}

/// The heaviest way through the machine; the weight of a state gets the sum of the scopes inside it.
fn longest(machine: &Machine, graph: &MachineGraph, weight: &dyn Fn(&State, StateId, u64) -> u64) -> u64 {
    // Inner scopes come behind their outer one, so that going backwards each sum is there when it is needed.
    let scopes: Vec<ScopeId> = machine.scopes().map(|(id, _)| id).collect();
    let mut sums = vec![0_u64; scopes.len()];
    for scope in scopes.iter().rev() {
        let weight = |id| {
            let state = machine.state(id);
            let inner = state.inner.iter().fold(0_u64, |sum, scope| sum.saturating_add(sums[scope.0 as usize]));
            weight(state, id, inner)
        };
        sums[scope.0 as usize] = graph.longest_run(machine, *scope, weight);
    }
    sums.first().copied().unwrap_or_default()
}

/// How many items a Map state has; one where that is not known.
fn n_items(tree: &Tree, flow: Option<&Flow>, state: &State, id: StateId) -> u64 {
    if state.state_type != Some(StateType::Map) {
        return 1;
    }
    let listed = || tree.get(state.node, "Items").map(|items| tree.items(items).len());
    flow.and_then(|flow| flow.n_items(id)).or_else(listed).map_or(1, |n| n.max(1) as u64)
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

/// The type of a distributed Map's child executions; none for any other state.
fn child_type<'a>(tree: &'a Tree, state: &State) -> Option<&'a str> {
    let config = tree.get(tree.get(state.node, "ItemProcessor")?, "ProcessorConfig")?;
    let text = |field: &str| tree.get(config, field).and_then(|value| tree.as_str(value));
    (text("Mode")? == "DISTRIBUTED").then(|| text("ExecutionType").unwrap_or("STANDARD"))
}
