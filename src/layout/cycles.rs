//! Pass: finds the edges that run against the flow, so that the rest has no cycle.
//!
//! Depth-first search from the start in document order; an edge to a node that is still being visited closes a loop.
//! Edges out of states that the start does not reach are turned as well where they would push what it does reach down:
//! drawing a new state above the first one must not move the whole machine.
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
    turn_strays(flat, &mut is_back);
    is_back
}

/// Turns the edges from states without a way from the start that would move reachable states to lower ranks.
///
/// The rest stays free of cycles: a turned edge leads to a state at least as deep as where it comes from,
/// an edge that is kept leads to a deeper one.
fn turn_strays(flat: &Flat, is_back: &mut [bool]) {
    let starts: Vec<usize> = (0..flat.nodes.len()).filter(|&node| flat.nodes[node].role == NodeRole::Start).collect();
    if starts.is_empty() {
        return;
    }
    let mut leaving = vec![Vec::new(); flat.nodes.len()];
    for (edge, _) in flat.edges.iter().zip(&*is_back).filter(|(_, is_back)| !**is_back) {
        leaving[edge.from].push(edge.to);
    }
    let mut is_reached = vec![false; flat.nodes.len()];
    let mut open = starts;
    while let Some(node) = open.pop() {
        if !is_reached[node] {
            is_reached[node] = true;
            open.extend(&leaving[node]);
        }
    }
    for (node, targets) in leaving.iter_mut().enumerate() {
        targets.retain(|&to| is_reached[to] == is_reached[node]);
    }
    let depth = depths(&leaving);
    for (edge, is_back) in flat.edges.iter().zip(is_back) {
        let is_stray = !is_reached[edge.from] && is_reached[edge.to];
        if is_stray && depth[edge.from] >= depth[edge.to] {
            *is_back = true;
        }
    }
}

/// The length of the longest path to each node of a graph without cycles.
fn depths(leaving: &[Vec<usize>]) -> Vec<usize> {
    let mut waits_for = vec![0; leaving.len()];
    for &to in leaving.iter().flatten() {
        waits_for[to] += 1;
    }
    let mut order: Vec<usize> = (0..leaving.len()).filter(|&node| waits_for[node] == 0).collect();
    let mut depth = vec![0; leaving.len()];
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        for &to in &leaving[node] {
            depth[to] = depth[to].max(depth[node] + 1);
            waits_for[to] -= 1;
            if waits_for[to] == 0 {
                order.push(to);
            }
        }
    }
    depth
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
    fn states_without_a_way_from_the_start_do_not_push_the_others_down() {
        // Start 0 -> 1 -> 2; the stray line 3 -> 4 leads to 1, and the stray 5 to 2.
        let mut flat = sample(6, &[(0, 1), (1, 2), (3, 4), (4, 1), (5, 2)]);
        flat.nodes[0].role = NodeRole::Start;
        assert_eq!(back_edges(&flat), [false, false, false, true, false]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let edges: Vec<_> = (0..100_000).map(|node| (node, node + 1)).collect();
        assert!(!back_edges(&sample(100_001, &edges)).contains(&true));
    }
}
