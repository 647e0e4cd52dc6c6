//! States from which no end can be reached.

use super::{MachineGraph, index};
use crate::asl::{Machine, ScopeId, StateId};
use petgraph::visit::{Dfs, Reversed};

impl MachineGraph {
    /// The states of a scope from which no way leads to a state that ends it, in the order of the text:
    /// O(states + transitions).
    pub fn without_end(&self, machine: &Machine, scope: ScopeId) -> Vec<StateId> {
        let backwards = Reversed(&self.graph);
        let mut search = Dfs::empty(backwards);
        let states = &machine.scope(scope).states;
        for end in states.iter().filter(|state| machine.state(**state).is_terminal()) {
            search.move_to(index(*end));
            while search.next(backwards).is_some() {}
        }
        states.iter().copied().filter(|state| !search.discovered.contains(index(*state).index())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    #[test]
    fn a_trap_has_no_end() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {
                "A": {"Type": "Choice", "Choices": [{"Next": "B"}], "Default": "D"},
                "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}, "D": {"Type": "Succeed"}}}"#,
        );
        let graph = MachineGraph::new(document.machine());
        assert_eq!(graph.without_end(document.machine(), ScopeId::ROOT), [StateId(1), StateId(2)]);
    }
}
