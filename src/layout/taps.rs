//! Pass: lets a loop join the line of a longer loop to the same node, where that passes beside its own node.
//!
//! Otherwise the two would run side by side and come together in the next gap, with two bends for nothing.

use super::layered::{Adjacency, Chain, ItemKind, Layered};

/// Replaces the lower ends of such loops by the bends that they join.
pub(super) fn join(layered: &mut Layered) {
    let adjacency = layered.adjacency();
    let places = layered.places();
    let mut is_needless = vec![false; layered.segments.len()];
    for edge in 0..layered.chains.len() {
        if !layered.is_back[edge] {
            continue;
        }
        let Some(Chain { last: own, .. }) = layered.chains[edge] else {
            continue;
        };
        let node = layered.segments[own].lower;
        let Some((_, segment)) =
            passing(layered, &adjacency, own).filter(|&(bend, _)| only_lines_between(layered, &places, node, bend))
        else {
            continue;
        };
        is_needless[own] = true;
        if let Some(chain) = &mut layered.chains[edge] {
            chain.last = segment;
        }
    }
    remove(layered, &is_needless);
}

/// The bend, beside the lower end of a segment, of a longer loop that shares the upper end; and the segment to it.
fn passing(layered: &Layered, adjacency: &Adjacency, own: usize) -> Option<(usize, usize)> {
    let shared = layered.segments[own].upper;
    if !matches!(layered.items[shared].kind, ItemKind::Bend(_)) {
        return None;
    }
    adjacency.below[shared]
        .iter()
        .map(|&segment| (layered.segments[segment].lower, segment))
        .find(|&(lower, _)| matches!(layered.items[lower].kind, ItemKind::Bend(_)))
}

fn only_lines_between(layered: &Layered, places: &[usize], node: usize, bend: usize) -> bool {
    let (first, last) =
        if places[node] < places[bend] { (places[node], places[bend]) } else { (places[bend], places[node]) };
    layered.layers[layered.items[node].layer][first + 1..last]
        .iter()
        .all(|&item| matches!(layered.items[item].kind, ItemKind::Bend(_)))
}

/// Takes segments out that no edge uses any more.
fn remove(layered: &mut Layered, is_needless: &[bool]) {
    let mut new_index = Vec::with_capacity(is_needless.len());
    let mut kept = 0;
    for &is_needless in is_needless {
        new_index.push(kept);
        kept += usize::from(!is_needless);
    }
    let mut index = 0;
    layered.segments.retain(|_| {
        index += 1;
        !is_needless[index - 1]
    });
    for chain in layered.chains.iter_mut().flatten() {
        *chain = Chain { first: new_index[chain.first], last: new_index[chain.last] };
    }
}

#[cfg(test)]
mod tests {
    use super::super::chains::cut;
    use super::super::flat::sample;
    use super::super::ordering::order;
    use super::*;

    #[test]
    fn the_shorter_of_two_loops_ends_at_the_bend_of_the_longer_one() {
        let flat = sample(4, &[(0, 1), (1, 2), (2, 3), (2, 0), (3, 0)]);
        let mut layered = cut(&flat, &[false, false, false, true, true], &[0, 1, 2, 3]);
        order(&mut layered);
        let before = layered.segments.len();
        join(&mut layered);
        assert_eq!(layered.segments.len(), before - 1);
        let (joins, joined) = (layered.chains[3].unwrap(), layered.chains[4].unwrap());
        assert_eq!(joins.first, joined.first);
        assert_eq!(layered.segments[joins.last].lower, layered.segments[joined.last].upper);
    }

    #[test]
    fn a_loop_does_not_join_a_line_behind_another_node() {
        let flat = sample(5, &[(0, 1), (1, 2), (1, 3), (3, 4), (2, 0), (4, 0)]);
        let is_back = [false, false, false, false, true, true];
        let mut layered = cut(&flat, &is_back, &[0, 1, 2, 2, 3]);
        order(&mut layered);
        let bend = layered.segments[layered.chains[5].unwrap().last].upper;
        layered.layers[2] = vec![2, 3, bend];
        let before = layered.clone();
        join(&mut layered);
        assert_eq!(layered.chains, before.chains);
        assert_eq!(layered.segments, before.segments);
    }
}
