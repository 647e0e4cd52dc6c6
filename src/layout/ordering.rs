//! Pass: decides the order within each layer, with few crossings and close to the order of the document.
//!
//! The first order is that of a depth-first walk in document order.
//! Sweeps down and up then sort each layer by the barycentres of the neighbours in the layer before,
//! and swap neighbours where that saves crossings; the order with the fewest crossings wins, the earliest among equals,
//! so a graph that the document's order draws without crossings keeps that order.
//! Where crossings are left, the same is tried from other first orders: a loop or a catcher may have to go to the other
//! side with its whole line, which no exchange of two neighbours does.
//! Sources: Sugiyama, Tagawa, Toda (1981) for the sweeps; Gansner, Koutsofios, North, Vo (1993), section 3, for the swaps
//! and for taking ties the other way in every second pair of sweeps.

use super::crossings;
use super::lanes;
use super::layered::{Adjacency, Layered};
use super::mirrors;

const MOST_SWEEPS: usize = 24;
/// Items and segments that all sweeps together may visit: a huge graph gets fewer sweeps, but at least two.
const WORK_LIMIT: usize = 4_000_000;
/// Sweeps without success before giving up a first order.
const PATIENCE: usize = 4;
const MOST_SWAP_ROUNDS: usize = 4;

/// A first order: which of a node's neighbours below come first.
#[derive(Clone, Copy, Debug)]
struct First {
    has_loops_first: bool,
    is_reversed: bool,
}

impl First {
    const ALL: [First; 4] = [
        First { has_loops_first: false, is_reversed: false },
        First { has_loops_first: true, is_reversed: false },
        First { has_loops_first: false, is_reversed: true },
        First { has_loops_first: true, is_reversed: true },
    ];
}

/// Fills the layers and orders them.
pub(super) fn order(layered: &mut Layered) {
    let adjacency = layered.adjacency();
    let size = layered.items.len() + layered.segments.len();
    let mut sweeps_left = (WORK_LIMIT / size.max(1)).clamp(2, MOST_SWEEPS * First::ALL.len());
    let mut best = Vec::new();
    let mut fewest = u64::MAX;
    for first in First::ALL {
        if fewest == 0 || sweeps_left == 0 {
            break;
        }
        put_in_first_order(layered, &adjacency, first);
        let mut places = layered.places();
        let mut failures = 0;
        // What has to be beaten from here on; the best of all first orders is kept beside it.
        let mut own_fewest = cost(layered, &adjacency, &places);
        if own_fewest < fewest {
            fewest = own_fewest;
            best.clone_from(&layered.layers);
        }
        for sweep in 0..MOST_SWEEPS.min(sweeps_left) {
            if own_fewest == 0 || failures == PATIENCE {
                break;
            }
            sweeps_left -= 1;
            let takes_ties_otherwise = sweep % 4 >= 2;
            sort_layers(layered, &adjacency, &mut places, sweep % 2 == 0, takes_ties_otherwise);
            swap_neighbours(layered, &adjacency, &mut places);
            let crossings = cost(layered, &adjacency, &places);
            if crossings < own_fewest {
                own_fewest = crossings;
                failures = 0;
            } else {
                failures += 1;
            }
            if crossings < fewest {
                fewest = crossings;
                best.clone_from(&layered.layers);
            }
        }
    }
    layered.layers.clone_from(&best);
    mirrors::face_document(layered, &adjacency);
    // The sides are alike but for loops, which may have more room on one of them.
    if cost(layered, &adjacency, &layered.places()) > fewest {
        layered.layers = best;
    }
}

/// The crossings of an order, those included that loops will have beside their nodes.
fn cost(layered: &Layered, adjacency: &Adjacency, places: &[usize]) -> u64 {
    crossings::count(layered, adjacency, places) + lanes::squeezed(layered, adjacency, places)
}

/// Depth-first from each item without a neighbour above, in document order, edges in the order that is asked for.
fn put_in_first_order(layered: &mut Layered, adjacency: &Adjacency, first: First) {
    let count = layered.items.len();
    layered.layers.iter_mut().for_each(Vec::clear);
    let mut is_placed = vec![false; count];
    let mut order: Vec<usize> = Vec::new();
    let tops = (0..count).filter(|&item| adjacency.above[item].is_empty());
    for top in tops {
        let mut open = vec![top];
        while let Some(item) = open.pop() {
            if is_placed[item] {
                continue;
            }
            is_placed[item] = true;
            layered.layers[layered.items[item].layer].push(item);
            let below = &adjacency.below[item];
            let is_back = |segment: &usize| layered.is_back[layered.segments[*segment].edge];
            order.clear();
            order.extend(below.iter().filter(|segment| !is_back(segment)));
            if first.is_reversed {
                order.reverse();
            }
            let n_flow = order.len();
            order.extend(below.iter().filter(|segment| is_back(segment)));
            if first.has_loops_first {
                order.rotate_left(n_flow);
            }
            // The last one that is opened is the first one that is placed.
            open.extend(
                order.iter().rev().map(|&segment| layered.segments[segment].lower).filter(|&lower| !is_placed[lower]),
            );
        }
    }
}

/// Sorts each layer by the barycentres of the neighbours in the layer before; an item without such keeps its place.
/// Items with the same barycentre keep their order, or exchange it.
fn sort_layers(
    layered: &mut Layered,
    adjacency: &Adjacency,
    places: &mut [usize],
    is_down: bool,
    takes_ties_otherwise: bool,
) {
    let layer_count = layered.layers.len();
    for step in 1..layer_count {
        let layer = if is_down { step } else { layer_count - 1 - step };
        let mut slots = Vec::new();
        let mut sorted = Vec::new();
        for (slot, &item) in layered.layers[layer].iter().enumerate() {
            let neighbours = neighbour_places(layered, adjacency, places, item, is_down);
            let (sum, count) = neighbours.fold((0, 0), |(sum, count), place| (sum + place, count + 1));
            if count > 0 {
                slots.push(slot);
                sorted.push((sum as f64 / f64::from(count), item));
            }
        }
        if takes_ties_otherwise {
            sorted.reverse();
        }
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (&slot, &(_, item)) in slots.iter().zip(&sorted) {
            layered.layers[layer][slot] = item;
            places[item] = slot;
        }
    }
}

/// Exchanges neighbours wherever that saves crossings.
fn swap_neighbours(layered: &mut Layered, adjacency: &Adjacency, places: &mut [usize]) {
    let layer_count = layered.layers.len();
    let mut has_changed = vec![true; layer_count];
    // Kept between layers: most of the time would go into making and freeing these lists.
    let mut lists: Vec<[Vec<usize>; 2]> = Vec::new();
    for _ in 0..MOST_SWAP_ROUNDS {
        let mut changes = vec![false; layer_count];
        for layer in 0..layer_count {
            let around = layer.saturating_sub(1)..(layer + 2).min(layer_count);
            let is_settled = !around.clone().any(|near| has_changed[near] || changes[near]);
            if is_settled || layered.layers[layer].len() < 2 {
                continue;
            }
            if lists.len() < layered.layers[layer].len() {
                lists.resize_with(layered.layers[layer].len(), Default::default);
            }
            for (&item, lists) in layered.layers[layer].iter().zip(&mut lists) {
                for (is_above, list) in [true, false].into_iter().zip(lists) {
                    list.clear();
                    list.extend(neighbour_places(layered, adjacency, places, item, is_above));
                    list.sort_unstable();
                }
            }
            for left in 0..layered.layers[layer].len() - 1 {
                let right = left + 1;
                let mut now = 0;
                let mut swapped = 0;
                for (left, right) in lists[left].iter().zip(&lists[right]) {
                    let (as_is, exchanged) = crossings::of_pair(left, right);
                    now += as_is;
                    swapped += exchanged;
                }
                if swapped < now {
                    changes[layer] = true;
                    lists.swap(left, right);
                    layered.layers[layer].swap(left, right);
                    places[layered.layers[layer][left]] = left;
                    places[layered.layers[layer][right]] = right;
                }
            }
        }
        has_changed = changes;
        if !has_changed.contains(&true) {
            break;
        }
    }
}

/// The places of an item's neighbours in the layer above or below.
fn neighbour_places(
    layered: &Layered,
    adjacency: &Adjacency,
    places: &[usize],
    item: usize,
    is_above: bool,
) -> impl Iterator<Item = usize> {
    let segments = if is_above { &adjacency.above[item] } else { &adjacency.below[item] };
    segments.iter().map(move |&segment| {
        let segment = &layered.segments[segment];
        places[if is_above { segment.upper } else { segment.lower }]
    })
}

#[cfg(test)]
mod tests {
    use super::super::layered::{Chain, sample_rows};
    use super::*;

    fn ordered(rows: &[&[usize]], pairs: &[(usize, usize)]) -> (Vec<Vec<usize>>, u64) {
        let mut layered = sample_rows(rows, pairs);
        layered.layers.iter_mut().for_each(Vec::clear);
        order(&mut layered);
        let crossings = crossings::count(&layered, &layered.adjacency(), &layered.places());
        (layered.layers, crossings)
    }

    #[test]
    fn an_order_without_crossings_stays_the_order_of_the_document() {
        let (layers, crossings) = ordered(&[&[0], &[1, 2, 3], &[4]], &[(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4)]);
        assert_eq!(layers, [vec![0], vec![1, 2, 3], vec![4]]);
        assert_eq!(crossings, 0);
    }

    #[test]
    fn crossings_that_can_be_avoided_are() {
        let (_, crossings) =
            ordered(&[&[0, 1, 2], &[3, 4, 5], &[6, 7, 8]], &[(0, 5), (1, 4), (2, 3), (3, 7), (4, 8), (5, 6), (0, 4)]);
        assert_eq!(crossings, 0);
    }

    #[test]
    fn a_loop_goes_to_the_side_where_it_crosses_nothing() {
        // 0 leads to 1 and 2, and 1 leads back to 0 by the bend 3: between the two it would cross the line to 2.
        let mut layered = sample_rows(&[&[0], &[1, 3, 2], &[4, 5]], &[(0, 1), (0, 2), (0, 3), (1, 4), (2, 5), (3, 4)]);
        layered.items[3].kind = super::super::layered::ItemKind::Bend(2);
        layered.chains[2] = Some(Chain { first: 2, last: 5 });
        layered.is_back[2] = true;
        layered.segments[5].edge = 2;
        order(&mut layered);
        let loop_place = layered.places()[3];
        assert!(loop_place == 0 || loop_place == 2);
        assert_eq!(cost(&layered, &layered.adjacency(), &layered.places()), 0);
    }

    #[test]
    fn every_item_has_one_place() {
        let (layers, _) = ordered(&[&[0, 1], &[2, 3, 4]], &[(0, 3), (1, 3)]);
        let mut all: Vec<_> = layers.concat();
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3, 4]);
    }
}
