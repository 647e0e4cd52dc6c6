//! Counts the crossings of a layered graph.
//!
//! Source: Barth, Jünger, Mutzel, "Simple and Efficient Bilayer Cross Counting" (2002): inversions by an accumulator tree.

use super::layered::{Adjacency, Layered};

/// All crossings between segments, in O(segments · log items).
pub(super) fn count(layered: &Layered, adjacency: &Adjacency, places: &[usize]) -> u64 {
    let mut crossings = 0;
    let mut lower_places = Vec::new();
    for pair in layered.layers.windows(2) {
        lower_places.clear();
        for &item in &pair[0] {
            let first = lower_places.len();
            lower_places.extend(adjacency.below[item].iter().map(|&segment| places[layered.segments[segment].lower]));
            lower_places[first..].sort_unstable();
        }
        crossings += inversions(&lower_places, pair[1].len());
    }
    crossings
}

/// Pairs of `values` that are out of order; every value is less than `limit`.
pub(super) fn inversions(values: &[usize], limit: usize) -> u64 {
    let mut tree = vec![0_u64; limit + 1];
    let mut inversions = 0;
    for (seen, &value) in (0_u64..).zip(values) {
        let mut not_above = 0;
        let mut index = value + 1;
        while index > 0 {
            not_above += tree[index];
            index &= index - 1;
        }
        inversions += seen - not_above;
        let mut index = value + 1;
        while index <= limit {
            tree[index] += 1;
            index += index & index.wrapping_neg();
        }
    }
    inversions
}

/// Crossings between the segments of two items that stand side by side, given the sorted places of their neighbours:
/// as they stand, and if they changed places.
pub(super) fn of_pair(left: &[usize], right: &[usize]) -> (u64, u64) {
    (above(left, right), above(right, left))
}

/// Pairs in which the first place is greater than the second.
fn above(first: &[usize], second: &[usize]) -> u64 {
    let mut smaller = 0;
    let mut pairs = 0;
    for &place in first {
        while second.get(smaller).is_some_and(|&other| other < place) {
            smaller += 1;
        }
        pairs += smaller as u64;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::layered::sample_rows;
    use super::*;

    #[test]
    fn the_count_agrees_with_looking_at_every_pair() {
        let pairs = [(0, 5), (0, 3), (1, 4), (1, 3), (2, 3), (2, 4), (0, 5)];
        let layered = sample_rows(&[&[0, 1, 2], &[3, 4, 5]], &pairs);
        let mut expected = 0;
        for (index, a) in pairs.iter().enumerate() {
            for b in &pairs[index + 1..] {
                expected += u64::from((a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1));
            }
        }
        let counted = count(&layered, &layered.adjacency(), &layered.places());
        assert_eq!(counted, expected);
    }

    #[test]
    fn a_pair_tells_both_orders_apart() {
        assert_eq!(of_pair(&[2, 3], &[0, 2]), (3, 0));
        assert_eq!(of_pair(&[], &[0, 2]), (0, 0));
    }
}
