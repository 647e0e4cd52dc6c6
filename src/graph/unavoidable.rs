//! States that every run of a scope passes before it ends well.

use super::{MachineGraph, index};
use crate::asl::{Machine, ScopeId, StateId, StateType};
use petgraph::algo::dominators::simple_fast;
use petgraph::graph::DiGraph;

impl MachineGraph {
    /// The states that lie on every way from the start of a scope to an end that is no Fail state, in the order in which
    /// they are passed; empty when no such end can be reached. Close to linear: Cooper, Harvey and Kennedy's dominators.
    pub fn unavoidable(&self, machine: &Machine, scope: ScopeId) -> Vec<StateId> {
        let scope = machine.scope(scope);
        let Some(start) = scope.start_at.as_ref().and_then(|start| start.state) else { return Vec::new() };
        // One more node behind all ends: what dominates it dominates every way.
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(self.graph.node_count() + 1, self.graph.edge_count());
        for _ in self.graph.node_indices() {
            graph.add_node(());
        }
        let end = graph.add_node(());
        for edge in self.graph.raw_edges() {
            graph.add_edge(edge.source(), edge.target(), ());
        }
        for id in &scope.states {
            let state = machine.state(*id);
            if state.is_terminal() && state.state_type != Some(StateType::Fail) {
                graph.add_edge(index(*id), end, ());
            }
        }
        let dominators = simple_fast(&graph, index(start));
        let Some(passed) = dominators.strict_dominators(end) else { return Vec::new() };
        let mut passed: Vec<StateId> = passed.map(|node| self.graph[node]).collect();
        passed.reverse();
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    #[test]
    fn a_branch_can_be_avoided() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Pass", "Next": "B"},
                "B": {"Type": "Choice", "Choices": [{"Next": "C"}, {"Next": "F"}], "Default": "D"},
                "C": {"Type": "Pass", "Next": "D"}, "D": {"Type": "Succeed"}, "F": {"Type": "Fail"}}}"#,
        );
        let graph = MachineGraph::new(document.machine());
        let passed = graph.unavoidable(document.machine(), ScopeId::ROOT);
        assert_eq!(passed, [StateId(0), StateId(1), StateId(3)]);
    }
}
