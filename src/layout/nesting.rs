//! Which scope lies in which node, and in what order scopes are laid out: from the inside out.

use super::model::{Graph, NodeId, ScopeId};

/// The nesting of a graph's scopes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Nesting {
    /// For each node, the scopes that it frames, in order.
    pub(super) scopes_of_node: Vec<Vec<usize>>,
    /// For each scope, its nodes, in order.
    pub(super) nodes_of_scope: Vec<Vec<usize>>,
    /// The scopes that the root contains, each after the scope around it.
    pub(super) outside_in: Vec<usize>,
}

impl Nesting {
    /// Scopes that the root does not contain, such as two that contain each other, are left out.
    pub(super) fn new(graph: &Graph) -> Nesting {
        let mut nesting = Nesting {
            scopes_of_node: vec![Vec::new(); graph.nodes.len()],
            nodes_of_scope: vec![Vec::new(); graph.scopes.len()],
            outside_in: Vec::new(),
        };
        for (index, node) in graph.nodes.iter().enumerate() {
            if let Some(nodes) = nesting.nodes_of_scope.get_mut(node.scope.index()) {
                nodes.push(index);
            }
        }
        for (index, scope) in graph.scopes.iter().enumerate().skip(1) {
            if let Some(scopes) = scope.parent.and_then(|NodeId(node)| nesting.scopes_of_node.get_mut(node as usize)) {
                scopes.push(index);
            }
        }
        if graph.scopes.is_empty() {
            return nesting;
        }
        // A scope has one parent and the root none, so nothing is met twice.
        nesting.outside_in.push(ScopeId::ROOT.index());
        let mut next = 0;
        while let Some(&scope) = nesting.outside_in.get(next) {
            next += 1;
            for &node in &nesting.nodes_of_scope[scope] {
                nesting.outside_in.extend(&nesting.scopes_of_node[node]);
            }
        }
        nesting
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::Size;
    use super::super::model::{Node, NodeRole, Scope};
    use super::*;

    fn graph(parents: &[Option<u32>], scopes_of_nodes: &[u32]) -> Graph {
        Graph {
            scopes: parents.iter().map(|parent| Scope { parent: parent.map(NodeId), title_height: 0.0 }).collect(),
            nodes: scopes_of_nodes
                .iter()
                .map(|&scope| Node { scope: ScopeId(scope), size: Size::default(), role: NodeRole::State })
                .collect(),
            edges: Vec::new(),
            shifts: Vec::new(),
        }
    }

    #[test]
    fn scopes_come_after_what_contains_them() {
        let graph = graph(&[None, Some(1), Some(0), Some(0)], &[0, 2]);
        assert_eq!(Nesting::new(&graph).outside_in, [0, 2, 3, 1]);
    }

    #[test]
    fn scopes_that_contain_each_other_or_hang_in_the_air_are_left_out() {
        let graph = graph(&[None, Some(1), Some(0), Some(9), None], &[1, 2]);
        assert_eq!(Nesting::new(&graph).outside_in, [0]);
    }

    #[test]
    fn no_scope_no_order() {
        assert!(Nesting::new(&graph(&[], &[0])).outside_in.is_empty());
    }
}
