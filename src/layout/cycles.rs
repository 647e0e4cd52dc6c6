//! Pass: finds the edges that run against the flow, so that the rest has no cycle.
//!
//! Depth-first search from the start in document order; an edge to a node that is still being visited closes a loop.
//! Source: Gansner, Koutsofios, North, Vo, "A Technique for Drawing Directed Graphs" (1993), section 2.1.

use super::flat::Flat;
use super::model::NodeRole;

/// For each edge, whether it runs against the flow. Edges from a node to itself count as such.
pub(super) fn back_edges(flat: &Flat) -> Vec<bool> {
    let mut leaving = vec![Vec::new(); flat.nodes.len()];
    let mut has_entering = vec![false; flat.nodes.len()];
    let mut is_back = vec![false; flat.edges.len()];
    for (index, edge) in flat.edges.iter().enumerate() {
        if edge.is_self_loop() {
            is_back[index] = true;
        } else {
            leaving[edge.from].push(index);
            has_entering[edge.to] = true;
        }
    }
    let starts = (0..flat.nodes.len()).filter(|&node| flat.nodes[node].role == NodeRole::Start);
    let sources = (0..flat.nodes.len()).filter(|&node| !has_entering[node]);
    let roots: Vec<usize> = starts.chain(sources).chain(0..flat.nodes.len()).collect();

    #[derive(Clone, Copy, PartialEq)]
    enum Visit {
        Not,
        Under,
        Done,
    }
    let mut visit = vec![Visit::Not; flat.nodes.len()];
    for root in roots {
        if visit[root] != Visit::Not {
            continue;
        }
        visit[root] = Visit::Under;
        let mut path = vec![(root, 0)];
        while let Some((node, next)) = path.last_mut() {
            let Some(&edge) = leaving[*node].get(*next) else {
                visit[*node] = Visit::Done;
                path.pop();
                continue;
            };
            *next += 1;
            let to = flat.edges[edge].to;
            match visit[to] {
                Visit::Under => is_back[edge] = true,
                Visit::Not => {
                    visit[to] = Visit::Under;
                    path.push((to, 0));
                }
                Visit::Done => {}
            }
        }
    }
    is_back
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::*;

    #[test]
    fn a_loop_is_closed_by_its_last_edge() {
        let flat = sample(3, &[(0, 1), (1, 2), (2, 0), (1, 1)]);
        assert_eq!(back_edges(&flat), [false, false, true, true]);
    }

    #[test]
    fn the_start_marker_decides_where_a_loop_begins() {
        let mut flat = sample(3, &[(0, 1), (1, 0), (2, 1)]);
        flat.nodes[2].role = NodeRole::Start;
        assert_eq!(back_edges(&flat), [true, false, false]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let edges: Vec<_> = (0..100_000).map(|node| (node, node + 1)).collect();
        assert!(!back_edges(&sample(100_001, &edges)).contains(&true));
    }
}
