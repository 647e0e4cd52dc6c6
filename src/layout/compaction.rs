//! Pass: sets blocks as close together as the room of their items allows.
//!
//! Two walks over the graph of blocks instead of the classes of Brandes and Köpf, whose text has a flaw at this point
//! (Brandes, Walter, Zink, "Erratum: Fast and Simple Horizontal Coordinate Assignment", 2020):
//! the first gives each block the least coordinate that it can have, the second moves it towards the blocks that follow.

use super::alignment::View;
use super::layered::{ItemKind, Layered};
use super::options::Options;

/// Least distance between the axes of two items that stand side by side.
pub(super) fn separation(layered: &Layered, left: usize, right: usize, options: &Options) -> f64 {
    let (left, right) = (&layered.items[left], &layered.items[right]);
    let gap = match (left.kind, right.kind) {
        (ItemKind::Node(_), ItemKind::Node(_)) => options.node_gap,
        (ItemKind::Node(_), _) | (_, ItemKind::Node(_)) => options.edge_node_gap,
        (ItemKind::Label(_), ItemKind::Label(_)) => options.label_gap,
        _ => options.edge_gap,
    };
    left.right + gap + right.left
}

/// The coordinate of each item's axis, given the block of each item in a view of the graph.
pub(super) fn compact(layered: &Layered, block: &[usize], view: View, options: &Options) -> Vec<f64> {
    let count = layered.items.len();
    let mut following: Vec<Vec<(usize, f64)>> = vec![Vec::new(); count];
    let mut waits_for = vec![0; count];
    for layer in &layered.layers {
        for pair in layer.windows(2) {
            let distance = separation(layered, pair[0], pair[1], options);
            let (first, second) =
                if view.from_right { (block[pair[1]], block[pair[0]]) } else { (block[pair[0]], block[pair[1]]) };
            following[first].push((second, distance));
            waits_for[second] += 1;
        }
    }
    let mut order: Vec<usize> = (0..count).filter(|&item| block[item] == item && waits_for[item] == 0).collect();
    let mut position = vec![0.0_f64; count];
    let mut next = 0;
    while let Some(&first) = order.get(next) {
        next += 1;
        for &(second, distance) in &following[first] {
            position[second] = position[second].max(position[first] + distance);
            waits_for[second] -= 1;
            if waits_for[second] == 0 {
                order.push(second);
            }
        }
    }
    for &first in order.iter().rev() {
        let room = following[first]
            .iter()
            .map(|&(second, distance)| position[second] - distance)
            .fold(f64::INFINITY, f64::min);
        if room.is_finite() {
            position[first] = position[first].max(room);
        }
    }
    let sign = if view.from_right { -1.0 } else { 1.0 };
    (0..count).map(|item| sign * position[block[item]]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::layered::sample_rows;
    use super::*;

    #[test]
    fn neighbours_keep_their_distance_and_blocks_stay_straight() {
        let layered = sample_rows(&[&[0, 1], &[2, 3]], &[(1, 2)]);
        let block = [0, 1, 1, 3];
        for view in View::ALL {
            let x = compact(&layered, &block, view, &Options::default());
            assert_eq!(x[1], x[2]);
            assert_eq!(x[1] - x[0], 80.0);
            assert_eq!(x[3] - x[2], 80.0);
        }
    }
}
