//! The heaviest way through a scope that passes no state twice.

use super::{MachineGraph, index};
use crate::asl::{Machine, ScopeId, StateId};
use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::visit::NodeFiltered;

impl MachineGraph {
    /// The greatest sum of weights on a way from the start of a scope, with every state counted once; the states of a
    /// cycle count together: O(states + transitions).
    pub fn longest_run(&self, machine: &Machine, scope: ScopeId, weight: impl Fn(StateId) -> u64) -> u64 {
        let scope = machine.scope(scope);
        let Some(start) = scope.start_at.as_ref().and_then(|start| start.state) else { return 0 };
        let mut inside = vec![false; self.graph.node_count()];
        for state in &scope.states {
            inside[index(*state).index()] = true;
        }
        let kept = NodeFiltered::from_fn(&self.graph, |node| inside[node.index()]);
        let mut best = vec![0_u64; self.graph.node_count()];
        // Kosaraju gives the groups in reverse topological order: what follows a group has its sum already.
        for group in kosaraju_scc(&kept) {
            let own = group.iter().fold(0_u64, |sum, node| sum.saturating_add(weight(self.graph[*node])));
            let next = group
                .iter()
                .flat_map(|node| self.graph.neighbors_directed(*node, Direction::Outgoing))
                .map(|node| best[node.index()])
                .max();
            for node in &group {
                best[node.index()] = own.saturating_add(next.unwrap_or_default());
            }
        }
        best[index(start).index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    #[test]
    fn takes_the_longer_branch() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Choice", "Choices": [{"Next": "B"}], "Default": "D"},
                "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "D"}, "D": {"Type": "Succeed"}}}"#,
        );
        let graph = MachineGraph::new(document.machine());
        assert_eq!(graph.longest_run(document.machine(), ScopeId::ROOT, |_| 2), 8);
        let weight = |state: StateId| if state == StateId(1) { u64::MAX } else { 1 };
        assert_eq!(graph.longest_run(document.machine(), ScopeId::ROOT, weight), u64::MAX);
    }
}
