//! Which states lie on a cycle, when some states are left out.

use super::MachineGraph;
use crate::asl::StateId;
use petgraph::algo::kosaraju_scc;
use petgraph::visit::NodeFiltered;

impl MachineGraph {
    /// The groups of states that can reach each other without passing a state that `keep` refuses; a state alone counts
    /// when it leads to itself. Each group is in the order of the text, and so are the groups: O(states + transitions).
    pub fn cycles(&self, keep: impl Fn(StateId) -> bool) -> Vec<Vec<StateId>> {
        let kept = NodeFiltered::from_fn(&self.graph, |node| keep(self.graph[node]));
        // Kosaraju's, as petgraph's Tarjan recurses as deep as the machine is long.
        let mut cycles: Vec<Vec<StateId>> = kosaraju_scc(&kept)
            .into_iter()
            .filter(|group| group.len() > 1 || group.iter().any(|node| self.graph.contains_edge(*node, *node)))
            .map(|group| {
                let mut group: Vec<StateId> = group.into_iter().map(|node| self.graph[node]).collect();
                group.sort_unstable();
                group
            })
            .collect();
        cycles.sort_unstable();
        cycles
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    #[test]
    fn a_cycle_is_broken_by_a_state_left_out() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Wait", "Seconds": 1, "Next": "C"},
                "C": {"Type": "Choice", "Choices": [{"Next": "A"}, {"Next": "C"}], "Default": "D"}, "D": {"Type": "Succeed"}}}"#,
        );
        let graph = MachineGraph::new(document.machine());
        assert_eq!(graph.cycles(|_| true), [[StateId(0), StateId(1), StateId(2)]]);
        assert_eq!(graph.cycles(|state| state != StateId(1)), [[StateId(2)]], "only the state that leads to itself");
    }
}
