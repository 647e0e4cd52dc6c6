//! The states on the ways from one state to another.

use super::{MachineGraph, index};
use crate::asl::StateId;
use petgraph::visit::{Dfs, Reversed};

impl MachineGraph {
    /// The states on any way from one state to another, both included, in the order of the text; none when no way leads
    /// there: O(states + transitions).
    pub fn between(&self, from: StateId, to: StateId) -> Vec<StateId> {
        let after = self.reachable(from);
        if !after.contains(&to) {
            return Vec::new();
        }
        let backwards = Reversed(&self.graph);
        let mut search = Dfs::new(backwards, index(to));
        let mut found = Vec::new();
        while let Some(node) = search.next(backwards) {
            found.extend(after.get(&self.graph[node]).copied());
        }
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    #[test]
    fn all_ways_count_and_only_forwards() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Choice", "Choices": [{"Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "Next": "D"},
                "C": {"Type": "Pass", "Next": "D"}, "D": {"Type": "Pass", "Next": "E"}, "E": {"Type": "Succeed"}}}"#,
        );
        let machine = document.machine();
        let graph = MachineGraph::new(machine);
        let between = |from: &str, to: &str| {
            let id = |name: &str| machine.find(name).unwrap();
            graph
                .between(id(from), id(to))
                .iter()
                .map(|state| machine.state(*state).name.to_string())
                .collect::<String>()
        };
        assert_eq!(between("A", "D"), "ABCD");
        assert_eq!(between("B", "E"), "BDE");
        assert_eq!(between("B", "C"), "");
        assert_eq!(between("C", "C"), "C");
    }
}
