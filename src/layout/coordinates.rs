//! Pass: the horizontal coordinate of each item.
//!
//! Source: Brandes, Köpf, "Fast and Simple Horizontal Coordinate Assignment" (2001), section 4:
//! four assignments, one from each corner, are shifted to the narrowest one; each item takes the mean of the middle two.
//! Because each of the four keeps the order and the distances, so does the result.

use super::alignment::{View, barriers, blocks};
use super::compaction::compact;
use super::layered::Layered;
use super::options::Options;

/// The coordinate of each item's axis.
pub(super) fn assign(layered: &Layered, options: &Options) -> Vec<f64> {
    let adjacency = layered.adjacency();
    let places = layered.places();
    let barriers = barriers(layered, &adjacency, &places);
    let mut assignments = View::ALL.map(|view| {
        let block = blocks(layered, &adjacency, &places, &barriers, view);
        compact(layered, &block, view, options)
    });
    let extents = assignments.each_ref().map(|x| extent(layered, x));
    let narrowest = extents.iter().copied().min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0))).unwrap_or((0.0, 0.0));
    for ((assignment, extent), view) in assignments.iter_mut().zip(extents).zip(View::ALL) {
        let shift = if view.from_right { narrowest.1 - extent.1 } else { narrowest.0 - extent.0 };
        for x in assignment {
            *x += shift;
        }
    }
    (0..layered.items.len())
        .map(|item| {
            let mut four = assignments.each_ref().map(|x| x[item]);
            four.sort_by(f64::total_cmp);
            f64::midpoint(four[1], four[2])
        })
        .collect()
}

/// Moves everything so that nothing reaches left of 0.
pub(super) fn start_at_zero(layered: &Layered, x: &mut [f64]) {
    let (left, _) = extent(layered, x);
    for x in x {
        *x -= left;
    }
}

/// The leftmost and the rightmost coordinate that items reach.
pub(super) fn extent(layered: &Layered, x: &[f64]) -> (f64, f64) {
    layered
        .items
        .iter()
        .zip(x)
        .fold(None, |extent: Option<(f64, f64)>, (item, x)| {
            let (left, right) = (x - item.left, x + item.right);
            Some(extent.map_or((left, right), |(least, most)| (least.min(left), most.max(right))))
        })
        .unwrap_or((0.0, 0.0))
}

#[cfg(test)]
mod tests {
    use super::super::compaction::separation;
    use super::super::layered::sample_rows;
    use super::*;

    #[test]
    fn a_parent_stands_in_the_middle_above_its_children() {
        let layered = sample_rows(&[&[0], &[1, 2]], &[(0, 1), (0, 2)]);
        let x = assign(&layered, &Options::default());
        assert_eq!(x[0], f64::midpoint(x[1], x[2]));
    }

    #[test]
    fn nothing_reaches_left_of_zero() {
        let layered = sample_rows(&[&[0], &[1, 2]], &[(0, 1), (0, 2)]);
        let mut x = [-10.0, -50.0, 30.0];
        start_at_zero(&layered, &mut x);
        assert_eq!(x, [60.0, 20.0, 100.0]);
    }

    #[test]
    fn a_diamond_is_symmetric_and_keeps_its_distances() {
        let options = Options::default();
        let layered = sample_rows(&[&[0], &[1, 2, 3], &[4]], &[(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4)]);
        let x = assign(&layered, &options);
        assert_eq!((x[0], x[4]), (x[2], x[2]));
        for layer in &layered.layers {
            for pair in layer.windows(2) {
                assert!(x[pair[1]] - x[pair[0]] >= separation(&layered, pair[0], pair[1], &options));
            }
        }
    }
}
