//! Pass: turns parts of the order over, left to right, where that is closer to the order of the document.
//!
//! An order and its mirror image have the same crossings, and the sweeps end in the one as easily as in the other. Layers
//! of one item are hinges: what lies between two of them turns by itself. So a Choice has its first rule at the left and
//! its Default at the right wherever no crossing is saved by another order, and a small edit does not turn the drawing over.

use super::crossings::inversions;
use super::layered::{Adjacency, Layered};

/// Turns the parts of the order over in which more of the ways from a node run against the document's order than with it.
pub(super) fn face_document(layered: &mut Layered, adjacency: &Adjacency) {
    let places = layered.places();
    let n_layers = layered.layers.len();
    let mut first = 0;
    while first < n_layers {
        if layered.layers[first].len() < 2 {
            first += 1;
            continue;
        }
        let wide = layered.layers[first..].iter().take_while(|layer| layer.len() > 1);
        let end = first + wide.count();
        let balance: i64 =
            (first.saturating_sub(1)..end).map(|layer| leaning(layered, adjacency, &places, layer)).sum();
        if balance < 0 {
            layered.layers[first..end].iter_mut().for_each(|layer| layer.reverse());
        }
        first = end;
    }
}

/// Of the pairs of ways that lead down from one item of a layer: how many are drawn in the document's order, less those
/// that are drawn the other way round.
fn leaning(layered: &Layered, adjacency: &Adjacency, places: &[usize], layer: usize) -> i64 {
    let width = layered.layers.get(layer + 1).map_or(0, Vec::len);
    let pairs = layered.layers[layer].iter().map(|&item| {
        let flow = adjacency.below[item].iter().filter(|segment| !layered.is_back[layered.segments[**segment].edge]);
        let lower: Vec<usize> = flow.map(|&segment| places[layered.segments[segment].lower]).collect();
        let mirrored: Vec<usize> = lower.iter().map(|place| width - 1 - place).collect();
        inversions(&mirrored, width) as i64 - inversions(&lower, width) as i64
    });
    pairs.sum()
}

#[cfg(test)]
mod tests {
    use super::super::layered::sample_rows;
    use super::*;

    fn faced(rows: &[&[usize]], pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
        let mut layered = sample_rows(rows, pairs);
        let adjacency = layered.adjacency();
        face_document(&mut layered, &adjacency);
        layered.layers
    }

    #[test]
    fn ways_run_in_the_order_of_the_document() {
        let mirrored = faced(&[&[0], &[3, 2, 1], &[4]], &[(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4)]);
        assert_eq!(mirrored, [vec![0], vec![1, 2, 3], vec![4]]);
    }

    #[test]
    fn parts_between_hinges_turn_by_themselves() {
        let pairs = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (3, 5)];
        let order = faced(&[&[0], &[1, 2], &[3], &[5, 4]], &pairs);
        assert_eq!(order, [vec![0], vec![1, 2], vec![3], vec![4, 5]]);
    }

    #[test]
    fn layers_that_hang_together_turn_together() {
        let pairs = [(0, 1), (0, 2), (1, 3), (2, 4)];
        assert_eq!(faced(&[&[0], &[2, 1], &[4, 3]], &pairs), [vec![0], vec![1, 2], vec![3, 4]]);
    }
}
