//! Pass: moves blocks of items that stand below one another towards what they are connected with, as far as there is room.
//!
//! The mean of four assignments leaves slack: a loop may run further out than it must, a label may stand beside its line.
//! A block is moved as a whole, so nothing that is straight gets a bend; its best place is the weighted median
//! of what it is connected with (Gansner, Koutsofios, North, Vo 1993, section 4.2, "minnode" and "minpath").

use super::compaction::separation;
use super::layered::{ItemKind, Layered};
use super::options::Options;
use super::tracks::SAME;

const SWEEPS: usize = 6;

/// Moves the axes `x` of the items; order and distances within the layers are kept.
pub(super) fn settle(layered: &Layered, x: &mut [f64], options: &Options) {
    let pulls = pulls(layered);
    for sweep in 0..SWEEPS {
        let mut blocks = straight_blocks(layered, x);
        if sweep % 2 == 1 {
            blocks.reverse();
        }
        let mut block_of = vec![0; layered.items.len()];
        for (index, block) in blocks.iter().enumerate() {
            for &item in block {
                block_of[item] = index;
            }
        }
        let places = layered.places();
        let mut has_moved = false;
        for (index, block) in blocks.iter().enumerate() {
            let mut room = (f64::NEG_INFINITY, f64::INFINITY);
            let mut targets = Vec::new();
            for &item in block {
                let layer = &layered.layers[layered.items[item].layer];
                let place = places[item];
                if let Some(&left) = place.checked_sub(1).and_then(|place| layer.get(place)) {
                    let least = x[left] + separation(layered, left, item, options);
                    room.0 = room.0.max(least - x[item]);
                }
                if let Some(&right) = layer.get(place + 1) {
                    let most = x[right] - separation(layered, item, right, options);
                    room.1 = room.1.min(most - x[item]);
                }
                for &(other, weight) in &pulls[item] {
                    if block_of[other] != index {
                        targets.push((x[other] - x[item], weight));
                    }
                }
            }
            let wish = nearest_median(&mut targets);
            // Rounding may leave a little less than no room: then nothing moves.
            let shift = if wish < 0.0 { wish.max(room.0.min(0.0)) } else { wish.min(room.1.max(0.0)) };
            if shift.abs() > 1e-6 {
                has_moved = true;
                for &item in block {
                    x[item] += shift;
                }
            }
        }
        if !has_moved {
            break;
        }
    }
}

/// For each item, the items that it wants to be near, and how much.
fn pulls(layered: &Layered) -> Vec<Vec<(usize, u32)>> {
    let mut pulls = vec![Vec::new(); layered.items.len()];
    for segment in &layered.segments {
        let weight = u32::from(segment.strength) + 1;
        pulls[segment.upper].push((segment.lower, weight));
        pulls[segment.lower].push((segment.upper, weight));
    }
    for layer in &layered.layers {
        let rightwards = lanes_with_nodes(layered, layer.iter().copied());
        let leftwards = lanes_with_nodes(layered, layer.iter().rev().copied());
        for (lane, node) in rightwards.chain(leftwards) {
            pulls[lane].push((node, 1));
        }
    }
    pulls
}

/// The lanes that come after their own node in a sequence of items, with these nodes.
fn lanes_with_nodes(layered: &Layered, sequence: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, usize)> {
    let mut last_node = None;
    sequence.filter_map(move |item| match layered.items[item].kind {
        ItemKind::Node(_) => {
            last_node = Some(item);
            None
        }
        ItemKind::Lane { node, .. } if last_node == Some(node) => Some((item, node)),
        _ => None,
    })
}

/// Connected items with the same coordinate, each group once.
fn straight_blocks(layered: &Layered, x: &[f64]) -> Vec<Vec<usize>> {
    let mut aligned = vec![Vec::new(); layered.items.len()];
    for segment in &layered.segments {
        if (x[segment.upper] - x[segment.lower]).abs() < SAME {
            aligned[segment.upper].push(segment.lower);
            aligned[segment.lower].push(segment.upper);
        }
    }
    let mut is_taken = vec![false; layered.items.len()];
    let mut blocks = Vec::new();
    for first in 0..layered.items.len() {
        if is_taken[first] {
            continue;
        }
        is_taken[first] = true;
        let mut block = vec![first];
        let mut next = 0;
        while let Some(&item) = block.get(next) {
            next += 1;
            for &other in &aligned[item] {
                if !is_taken[other] {
                    is_taken[other] = true;
                    block.push(other);
                }
            }
        }
        blocks.push(block);
    }
    blocks
}

/// Of all shifts that make the weighted sum of distances to the targets least, the one closest to 0.
fn nearest_median(targets: &mut [(f64, u32)]) -> f64 {
    targets.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: u32 = targets.iter().map(|target| target.1).sum();
    let mut passed = 0;
    for (index, &(shift, weight)) in targets.iter().enumerate() {
        passed += weight;
        if passed * 2 > total {
            return shift;
        }
        if passed * 2 == total {
            let next = targets.get(index + 1).map_or(shift, |target| target.0);
            return 0.0_f64.clamp(shift, next);
        }
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::super::layered::sample_rows;
    use super::*;

    #[test]
    fn a_block_moves_to_what_it_hangs_on_but_no_closer_than_it_may() {
        let layered = sample_rows(&[&[0, 1], &[2, 3]], &[(0, 2), (0, 3)]);
        let mut x = [20.0, 500.0, 20.0, 300.0];
        settle(&layered, &mut x, &Options::default());
        assert_eq!(x[0], x[2]);
        assert_eq!(x[3] - x[2], 80.0);
        assert_eq!(x[1], 500.0);
    }

    #[test]
    fn a_parent_between_its_children_stays() {
        let layered = sample_rows(&[&[0], &[1, 2]], &[(0, 1), (0, 2)]);
        let mut x = [60.0, 20.0, 100.0];
        settle(&layered, &mut x, &Options::default());
        assert_eq!(x, [60.0, 20.0, 100.0]);
    }

    #[test]
    fn the_median_is_weighted_and_prefers_to_stay() {
        assert_eq!(nearest_median(&mut [(10.0, 1), (-4.0, 3)]), -4.0);
        assert_eq!(nearest_median(&mut [(10.0, 1), (-4.0, 1)]), 0.0);
        assert_eq!(nearest_median(&mut [(10.0, 2), (4.0, 2)]), 4.0);
        assert_eq!(nearest_median(&mut []), 0.0);
    }
}
