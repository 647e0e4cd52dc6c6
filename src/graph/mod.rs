//! A machine as a petgraph graph: scopes, reachability, cycles, dead ends, what every run passes, and the order to read it.

mod between;
mod cycle;
mod dead_end;
mod longest_run;
mod outline;
mod unavoidable;

pub use outline::{OutlineItem, OutlineRow, around, flow_order, outline};

use crate::asl::{Machine, StateId, TransitionKind};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::Dfs;
use std::collections::BTreeSet;

/// The states and the transitions that lead somewhere. Transitions stay within their scope, so that a graph of the whole
/// machine holds one part for each scope.
#[derive(Clone, Debug)]
pub struct MachineGraph {
    graph: DiGraph<StateId, TransitionKind>,
}

impl MachineGraph {
    /// Makes the graph of a machine: O(states + transitions).
    pub fn new(machine: &Machine) -> Self {
        let mut graph = DiGraph::with_capacity(machine.n_states(), machine.n_states());
        for (id, _) in machine.states() {
            graph.add_node(id);
        }
        for (id, state) in machine.states() {
            for transition in &state.transitions {
                if let Some(target) = transition.target.state {
                    graph.add_edge(index(id), index(target), transition.kind);
                }
            }
        }
        Self { graph }
    }

    /// All states to which a way leads from `start`, itself included: O(states + transitions).
    pub fn reachable(&self, start: StateId) -> BTreeSet<StateId> {
        let mut reached = BTreeSet::new();
        let mut search = Dfs::new(&self.graph, index(start));
        while let Some(node) = search.next(&self.graph) {
            reached.insert(self.graph[node]);
        }
        reached
    }
}

/// States are added in the order of their ids, so a state's id is its node's index.
fn index(state: StateId) -> NodeIndex {
    NodeIndex::new(state.0 as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    #[test]
    fn finds_what_is_reached() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"},
                "C": {"Type": "Pass", "Next": "C"}, "D": {"Type": "Succeed"}}}"#,
        );
        let graph = MachineGraph::new(document.machine());
        let reached: Vec<u32> = graph.reachable(StateId(0)).into_iter().map(|state| state.0).collect();
        assert_eq!(reached, [0, 1]);
    }
}
