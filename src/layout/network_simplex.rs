//! Pass: ranks with the least total weighted length of arcs.
//!
//! Source: Gansner, Koutsofios, North, Vo, "A Technique for Drawing Directed Graphs" (1993), section 2.3.
//! The cut value of a tree arc is computed as the sum, over one side of the cut, of what leaves minus what enters each node:
//! arcs within the side cancel out, so one walk over the tree gives all cut values.
//! The work is bounded: ranks are valid after every step, so a huge graph merely stops before the optimum.

/// A demand that `lower` lies at least `length` ranks below `upper`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arc {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) weight: i64,
    pub(super) length: i64,
}

impl Arc {
    fn slack(&self, ranks: &[i64]) -> i64 {
        ranks[self.lower] - ranks[self.upper] - self.length
    }
}

/// Node and arc visits that one graph may cost.
const WORK_LIMIT: usize = 5_000_000;

/// Shortens `arcs` by moving nodes between ranks; `ranks` must satisfy all arcs, and the graph be connected.
pub(super) fn shorten(ranks: &mut [i64], arcs: &[Arc]) {
    let step = ranks.len() + arcs.len();
    let mut steps_left = WORK_LIMIT / step.max(1);
    let mut imbalance = vec![0; ranks.len()];
    for arc in arcs {
        imbalance[arc.upper] += arc.weight;
        imbalance[arc.lower] -= arc.weight;
    }
    let Some(mut tree) = tight_tree(ranks, arcs, &mut steps_left) else {
        return;
    };
    let mut search_from = 0;
    while steps_left > 0 {
        steps_left -= 1;
        let walk = Walk::new(ranks.len(), arcs, &tree, &imbalance);
        let leaving = (0..tree.len())
            .map(|offset| (search_from + offset) % tree.len())
            .find(|&place| walk.cut_value(&arcs[tree[place]]) < 0);
        let Some(place) = leaving else { return };
        search_from = place + 1;
        let leaving = &arcs[tree[place]];
        let child = walk.child_of(leaving);
        let tail_is_below_child = child == leaving.upper;
        let entering = arcs
            .iter()
            .enumerate()
            .filter(|(_, arc)| {
                let upper_inside = walk.is_inside(arc.upper, child);
                let lower_inside = walk.is_inside(arc.lower, child);
                upper_inside != lower_inside && lower_inside == tail_is_below_child
            })
            .min_by_key(|(_, arc)| arc.slack(ranks));
        let Some((entering, arc)) = entering else {
            return;
        };
        let slack = arc.slack(ranks);
        let shift = if tail_is_below_child { -slack } else { slack };
        for (node, rank) in ranks.iter_mut().enumerate() {
            if walk.is_inside(node, child) {
                *rank += shift;
            }
        }
        tree[place] = entering;
    }
}

/// A spanning tree of arcs without slack, made by moving nodes; `None` if the steps run out or the graph is not connected.
fn tight_tree(ranks: &mut [i64], arcs: &[Arc], steps_left: &mut usize) -> Option<Vec<usize>> {
    let mut touching = vec![Vec::new(); ranks.len()];
    for (index, arc) in arcs.iter().enumerate() {
        touching[arc.upper].push(index);
        touching[arc.lower].push(index);
    }
    let mut is_in_tree = vec![false; ranks.len()];
    let mut members = Vec::with_capacity(ranks.len());
    let mut tree = Vec::with_capacity(ranks.len().saturating_sub(1));
    if let Some(first) = is_in_tree.first_mut() {
        *first = true;
        members.push(0);
    }
    let mut next = 0;
    loop {
        while let Some(&node) = members.get(next) {
            next += 1;
            for &index in &touching[node] {
                let arc = &arcs[index];
                let other = arc.upper + arc.lower - node;
                if !is_in_tree[other] && arc.slack(ranks) == 0 {
                    is_in_tree[other] = true;
                    members.push(other);
                    tree.push(index);
                }
            }
        }
        if members.len() == ranks.len() {
            return Some(tree);
        }
        if *steps_left == 0 {
            return None;
        }
        *steps_left -= 1;
        let nearest = arcs
            .iter()
            .filter(|arc| is_in_tree[arc.upper] != is_in_tree[arc.lower])
            .min_by_key(|arc| arc.slack(ranks))?;
        let slack = nearest.slack(ranks);
        let shift = if is_in_tree[nearest.upper] { slack } else { -slack };
        for &member in &members {
            ranks[member] += shift;
        }
        next = 0;
    }
}

/// The tree as seen from its root: which nodes hang below which, and what leaves each part.
struct Walk {
    entered: Vec<usize>,
    left: Vec<usize>,
    outflow: Vec<i64>,
}

impl Walk {
    fn new(node_count: usize, arcs: &[Arc], tree: &[usize], imbalance: &[i64]) -> Walk {
        let mut neighbours = vec![Vec::new(); node_count];
        for &index in tree {
            neighbours[arcs[index].upper].push(arcs[index].lower);
            neighbours[arcs[index].lower].push(arcs[index].upper);
        }
        let mut walk = Walk {
            entered: vec![usize::MAX; node_count],
            left: vec![usize::MAX; node_count],
            outflow: imbalance.to_vec(),
        };
        let mut order = Vec::with_capacity(node_count);
        let mut parents = vec![usize::MAX; node_count];
        let mut open = vec![0];
        while let Some(node) = open.pop() {
            walk.entered[node] = order.len();
            order.push(node);
            for &other in &neighbours[node] {
                if other != parents[node] {
                    parents[other] = node;
                    open.push(other);
                }
            }
        }
        let mut counts = vec![1; node_count];
        for &node in order.iter().rev() {
            walk.left[node] = walk.entered[node] + counts[node];
            if let Some(count) = counts.get(parents[node]).copied() {
                counts[parents[node]] = count + counts[node];
                walk.outflow[parents[node]] += walk.outflow[node];
            }
        }
        walk
    }

    fn is_inside(&self, node: usize, subtree: usize) -> bool {
        self.entered[subtree] <= self.entered[node] && self.entered[node] < self.left[subtree]
    }

    /// The end of a tree arc that hangs below the other.
    fn child_of(&self, arc: &Arc) -> usize {
        if self.entered[arc.upper] > self.entered[arc.lower] { arc.upper } else { arc.lower }
    }

    fn cut_value(&self, arc: &Arc) -> i64 {
        let child = self.child_of(arc);
        if child == arc.upper { self.outflow[child] } else { -self.outflow[child] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(upper: usize, lower: usize) -> Arc {
        Arc { upper, lower, weight: 1, length: 1 }
    }

    fn total(ranks: &[i64], arcs: &[Arc]) -> i64 {
        arcs.iter().map(|arc| arc.weight * (ranks[arc.lower] - ranks[arc.upper])).sum()
    }

    #[test]
    fn a_source_moves_down_to_what_it_leads_to() {
        let arcs = [arc(0, 1), arc(1, 2), arc(2, 3), arc(4, 3)];
        let mut ranks = vec![0, 1, 2, 3, 0];
        shorten(&mut ranks, &arcs);
        assert_eq!(ranks[4], ranks[2]);
        assert_eq!(total(&ranks, &arcs), 4);
    }

    #[test]
    fn the_example_of_the_paper_reaches_the_optimum() {
        // Figure 2-3: a-b, b-c, c-d, d-h, a-e, a-f, e-g, f-g, g-h.
        let arcs = [arc(0, 1), arc(1, 2), arc(2, 3), arc(3, 7), arc(0, 4), arc(0, 5), arc(4, 6), arc(5, 6), arc(6, 7)];
        let mut ranks = vec![0, 1, 2, 3, 2, 2, 3, 4];
        assert_eq!(total(&ranks, &arcs), 11);
        shorten(&mut ranks, &arcs);
        assert!(arcs.iter().all(|arc| arc.slack(&ranks) >= 0));
        assert_eq!(total(&ranks, &arcs), 10);
    }

    #[test]
    fn a_heavier_arc_is_shortened_first() {
        let mut arcs = [arc(0, 1), arc(1, 2), arc(0, 3), arc(3, 4), arc(4, 2), arc(1, 4)];
        arcs[0].weight = 5;
        let mut ranks = vec![0, 1, 4, 1, 3];
        shorten(&mut ranks, &arcs);
        assert_eq!(ranks[1] - ranks[0], 1);
        assert!(arcs.iter().all(|arc| arc.slack(&ranks) >= 0));
    }
}
