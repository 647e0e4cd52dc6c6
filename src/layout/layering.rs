//! Pass: gives each node a rank, so that every edge of the flow leads to a lower one.
//!
//! Longest paths give a first valid answer; network simplex then shortens the edges (see `network_simplex`).
//! Nothing comes above the start marker of its part, and the end marker comes below all others.

use super::flat::{Flat, FlatEdge};
use super::model::{EdgeKind, NodeRole};
use super::network_simplex::{Arc, shorten};

/// The rank of each node; the top rank is 0.
pub(super) fn ranks(flat: &Flat, is_back: &[bool]) -> Vec<usize> {
    let mut arcs: Vec<Arc> = flat
        .edges
        .iter()
        .zip(is_back)
        .filter(|(edge, _)| !edge.is_self_loop())
        .map(|(edge, &is_back)| arc_of(edge, is_back))
        .collect();
    add_marker_arcs(flat, &mut arcs);
    let mut ranks = longest_paths(flat.nodes.len(), &arcs);
    shorten(&mut ranks, &arcs);
    let top = ranks.iter().copied().min().unwrap_or(0);
    ranks.iter().map(|rank| usize::try_from(rank - top).unwrap_or(0)).collect()
}

fn arc_of(edge: &FlatEdge, is_back: bool) -> Arc {
    let (upper, lower) = if is_back { (edge.to, edge.from) } else { (edge.from, edge.to) };
    let weight = match (edge.kind, is_back) {
        (EdgeKind::Catch, _) | (_, true) => 1,
        (EdgeKind::Start, _) => 4,
        _ => 2,
    };
    Arc { upper, lower, weight, length: 1 }
}

/// Demands that keep no beginning above the start, and the end below every other ending.
/// Only the first marker of each role counts, and one with edges on its wrong side gets none:
/// the demands could then close a cycle.
fn add_marker_arcs(flat: &Flat, arcs: &mut Vec<Arc>) {
    let mut has_upper = vec![false; flat.nodes.len()];
    let mut has_lower = vec![false; flat.nodes.len()];
    for arc in arcs.iter() {
        has_lower[arc.upper] = true;
        has_upper[arc.lower] = true;
    }
    let demand = |upper, lower, length| Arc { upper, lower, weight: 0, length };
    let marker = |role, has_wrong: &[bool]| {
        (0..flat.nodes.len()).find(|&node| flat.nodes[node].role == role && !has_wrong[node])
    };
    let states = || (0..flat.nodes.len()).filter(|&node| flat.nodes[node].role == NodeRole::State);
    if let Some(start) = marker(NodeRole::Start, &has_upper) {
        arcs.extend(states().filter(|&node| !has_upper[node]).map(|node| demand(start, node, 0)));
    }
    if let Some(end) = marker(NodeRole::End, &has_lower) {
        arcs.extend(states().filter(|&node| !has_lower[node]).map(|node| demand(node, end, 1)));
    }
}

/// The least rank of each node, then everything without a reason to be that high pulled down.
fn longest_paths(node_count: usize, arcs: &[Arc]) -> Vec<i64> {
    let mut leaving = vec![Vec::new(); node_count];
    let mut waits_for = vec![0; node_count];
    let mut pull = vec![0; node_count];
    for arc in arcs {
        leaving[arc.upper].push(arc);
        waits_for[arc.lower] += 1;
        pull[arc.upper] += arc.weight;
        pull[arc.lower] -= arc.weight;
    }
    let mut order: Vec<usize> = (0..node_count).filter(|&node| waits_for[node] == 0).collect();
    let mut ranks = vec![0; node_count];
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        for arc in &leaving[node] {
            ranks[arc.lower] = ranks[arc.lower].max(ranks[node] + arc.length);
            waits_for[arc.lower] -= 1;
            if waits_for[arc.lower] == 0 {
                order.push(arc.lower);
            }
        }
    }
    for &node in order.iter().rev() {
        if pull[node] <= 0 {
            continue;
        }
        let lowest = leaving[node].iter().map(|arc| ranks[arc.lower] - arc.length).min();
        if let Some(lowest) = lowest {
            ranks[node] = lowest;
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::super::cycles::back_edges;
    use super::super::flat::sample;
    use super::*;

    fn ranks_of(flat: &Flat) -> Vec<usize> {
        ranks(flat, &back_edges(flat))
    }

    #[test]
    fn every_edge_of_the_flow_leads_down_and_a_loop_leads_up() {
        let flat = sample(4, &[(0, 1), (1, 2), (2, 0), (0, 2), (2, 3), (3, 3)]);
        assert_eq!(ranks_of(&flat), [0, 1, 2, 3]);
    }

    #[test]
    fn markers_stand_above_and_below_all_others() {
        let mut flat = sample(6, &[(0, 1), (1, 5), (2, 3), (3, 1), (1, 4)]);
        flat.nodes[0].role = NodeRole::Start;
        flat.nodes[5].role = NodeRole::End;
        let ranks = ranks_of(&flat);
        assert!((1..6).all(|node| ranks[0] <= ranks[node]));
        assert!(ranks[0] < ranks[1]);
        assert!((0..5).all(|node| ranks[5] > ranks[node]));
    }

    #[test]
    fn markers_with_edges_on_the_wrong_side_do_no_harm() {
        let mut flat = sample(4, &[(0, 1), (1, 2), (2, 0), (3, 0)]);
        flat.nodes[0].role = NodeRole::End;
        flat.nodes[2].role = NodeRole::Start;
        assert_eq!(ranks_of(&flat).len(), 4);
    }

    #[test]
    fn unreachable_states_stay_close_to_what_they_lead_to() {
        let flat = sample(5, &[(0, 1), (1, 2), (2, 3), (4, 3)]);
        assert_eq!(ranks_of(&flat)[4], 2);
    }
}
