//! Pass: groups items into blocks that stand exactly below one another.
//!
//! Source: Brandes, Köpf, "Fast and Simple Horizontal Coordinate Assignment" (2001), algorithms 1 and 2.
//! One thing differs: a segment that is not among the strongest of both its ends aligns nothing,
//! so that a catcher or a bypass never takes a state out of the main path.

use super::layered::{Adjacency, Layered};

/// One of the four ways to look at a layered graph: from the top or the bottom, from the left or the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) from_bottom: bool,
    pub(super) from_right: bool,
}

impl View {
    pub(super) const ALL: [View; 4] = [
        View { from_bottom: false, from_right: false },
        View { from_bottom: false, from_right: true },
        View { from_bottom: true, from_right: false },
        View { from_bottom: true, from_right: true },
    ];

    /// The items of a layer as the view meets them.
    pub(super) fn sequence<'a>(&self, layer: &'a [usize]) -> Box<dyn Iterator<Item = usize> + 'a> {
        if self.from_right { Box::new(layer.iter().rev().copied()) } else { Box::new(layer.iter().copied()) }
    }
}

/// For each item, the first item of the block that it belongs to.
pub(super) fn blocks(
    layered: &Layered,
    adjacency: &Adjacency,
    places: &[usize],
    barriers: &Barriers,
    view: View,
) -> Vec<usize> {
    let mut block: Vec<usize> = (0..layered.items.len()).collect();
    let mut is_continued = vec![false; layered.items.len()];
    let mut candidates = Vec::new();
    for step in 1..layered.layers.len() {
        let index = if view.from_bottom { layered.layers.len() - 1 - step } else { step };
        // The place of the last neighbour that was taken: lines of blocks must not cross.
        let mut taken: Option<usize> = None;
        for item in view.sequence(&layered.layers[index]) {
            let segments = if view.from_bottom { &adjacency.below[item] } else { &adjacency.above[item] };
            candidates.clear();
            for &segment in segments {
                let data = &layered.segments[segment];
                let other = if view.from_bottom { data.lower } else { data.upper };
                let place = if view.from_right { usize::MAX - places[other] } else { places[other] };
                if !barriers.is_weak[segment] {
                    candidates.push((place, segment, other));
                }
            }
            candidates.sort_unstable();
            let Some(last) = candidates.len().checked_sub(1) else {
                continue;
            };
            for &(place, segment, other) in &candidates[last / 2..=last.div_ceil(2)] {
                let is_free = taken.is_none_or(|taken| taken < place);
                if is_free && !is_continued[other] && !barriers.crosses_long_edge[segment] {
                    block[item] = block[other];
                    is_continued[other] = true;
                    taken = Some(place);
                    break;
                }
            }
        }
    }
    block
}

/// What keeps segments from aligning their ends.
pub(super) struct Barriers {
    /// For each segment, whether it crosses the line of a long edge.
    crosses_long_edge: Vec<bool>,
    /// For each segment, whether one of its ends has a stronger one on the same side.
    is_weak: Vec<bool>,
}

/// Finds the barriers of all segments.
pub(super) fn barriers(layered: &Layered, adjacency: &Adjacency, places: &[usize]) -> Barriers {
    let strongest = |segments: &[usize]| {
        let strengths = segments.iter().map(|&it| layered.segments[it].strength);
        strengths.max().unwrap_or(0)
    };
    let is_weak = layered.segments.iter().map(|segment| {
        segment.strength < strongest(&adjacency.below[segment.upper])
            || segment.strength < strongest(&adjacency.above[segment.lower])
    });
    Barriers { crosses_long_edge: crosses_long_edge(layered, adjacency, places), is_weak: is_weak.collect() }
}

fn crosses_long_edge(layered: &Layered, adjacency: &Adjacency, places: &[usize]) -> Vec<bool> {
    let is_inner = |segment: usize| {
        let segment = &layered.segments[segment];
        !layered.items[segment.upper].kind.is_node() && !layered.items[segment.lower].kind.is_node()
    };
    let mut crosses = vec![false; layered.segments.len()];
    for layer in layered.layers.iter().skip(1) {
        let mut left_limit = 0;
        let mut scanned = 0;
        for (place, &item) in layer.iter().enumerate() {
            let inner = adjacency.above[item].iter().copied().find(|&it| is_inner(it));
            let is_last = place + 1 == layer.len();
            if inner.is_none() && !is_last {
                continue;
            }
            let right_limit = inner.map_or(usize::MAX, |segment| places[layered.segments[segment].upper]);
            for &scanned_item in &layer[scanned..=place] {
                for &segment in &adjacency.above[scanned_item] {
                    let upper = places[layered.segments[segment].upper];
                    if !is_inner(segment) && (upper < left_limit || upper > right_limit) {
                        crosses[segment] = true;
                    }
                }
            }
            scanned = place + 1;
            left_limit = right_limit;
        }
    }
    crosses
}

#[cfg(test)]
mod tests {
    use super::super::layered::{ItemKind, sample_rows};
    use super::*;

    fn blocks_of(layered: &Layered, view: View) -> Vec<usize> {
        let adjacency = layered.adjacency();
        let places = layered.places();
        let barriers = barriers(layered, &adjacency, &places);
        blocks(layered, &adjacency, &places, &barriers, view)
    }

    #[test]
    fn the_middle_one_of_three_stands_below_its_parent_in_every_view() {
        let layered = sample_rows(&[&[0], &[1, 2, 3]], &[(0, 1), (0, 2), (0, 3)]);
        assert_eq!(blocks_of(&layered, View::ALL[2])[0], 2);
        assert_eq!(blocks_of(&layered, View::ALL[3])[0], 2);
    }

    #[test]
    fn a_stronger_segment_decides_alone() {
        let mut layered = sample_rows(&[&[0, 1], &[2]], &[(0, 2), (1, 2)]);
        layered.segments[0].strength = 0;
        assert_eq!(blocks_of(&layered, View::ALL[0])[2], 1);
        assert_eq!(blocks_of(&layered, View::ALL[1])[2], 1);
    }

    #[test]
    fn a_weak_segment_does_not_take_an_end_of_a_strong_one() {
        let mut layered = sample_rows(&[&[0], &[1, 2]], &[(0, 1), (0, 2)]);
        layered.segments[1].strength = 0;
        for view in View::ALL {
            let block = blocks_of(&layered, view);
            assert_eq!(block[0], block[1]);
            assert_ne!(block[0], block[2]);
        }
    }

    #[test]
    fn a_segment_that_crosses_a_long_edge_is_barred() {
        let mut layered = sample_rows(&[&[0, 1], &[2, 3]], &[(0, 3), (1, 2)]);
        layered.items[1].kind = ItemKind::Bend(1);
        layered.items[2].kind = ItemKind::Bend(1);
        let adjacency = layered.adjacency();
        assert_eq!(crosses_long_edge(&layered, &adjacency, &layered.places()), [true, false]);
    }
}
