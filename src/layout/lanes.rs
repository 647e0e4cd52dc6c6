//! Pass: gives each back edge a lane beside both of its nodes, so that loops leave and enter at the side.
//!
//! The side is the one where the loop meets fewer edges of the flow; among equals the right one.
//! A lane stands next to its node, so the line between the two meets no other node;
//! past the vertical lines of other edges it moves outwards where that replaces a crossing in the gap, and two bends.

use super::layered::{Adjacency, Item, ItemKind, Layered, Segment};

/// A lane at one end of a back edge.
struct Lane {
    edge: usize,
    /// The segment between the lane and the rest of the edge's line.
    segment: usize,
    node: usize,
    is_upper_end: bool,
    is_left: bool,
    /// The place of the next item of the edge's line, in the neighbouring layer.
    leads_to: usize,
}

/// Puts the lanes into the layers and replaces the nodes at the ends of the back edges by them.
pub(super) fn add(layered: &mut Layered) {
    let lanes = choose(layered);
    let mut lanes_left = vec![Vec::new(); layered.items.len()];
    let mut lanes_right = vec![Vec::new(); layered.items.len()];
    for lane in &lanes {
        let item = layered.items.len();
        let kind = ItemKind::Lane { edge: lane.edge, node: lane.node };
        layered.items.push(Item::of_no_size(kind, layered.items[lane.node].layer));
        let segment = &mut layered.segments[lane.segment];
        if lane.is_upper_end {
            segment.upper = item;
        } else {
            segment.lower = item;
        }
        // Lanes that come from below stand left of those that go up: their parts beside the node do not meet.
        let key = (!lane.is_upper_end, lane.leads_to, lane.edge, item);
        if lane.is_left {
            lanes_left[lane.node].push(key);
        } else {
            lanes_right[lane.node].push(key);
        }
    }
    for lanes in lanes_left.iter_mut().chain(&mut lanes_right) {
        lanes.sort_unstable();
    }
    for layer in &mut layered.layers {
        let mut with_lanes = Vec::with_capacity(layer.len());
        for &item in layer.iter() {
            with_lanes.extend(lanes_left[item].iter().map(|lane| lane.3));
            with_lanes.push(item);
            with_lanes.extend(lanes_right[item].iter().map(|lane| lane.3));
        }
        *layer = with_lanes;
    }
    slide_outwards(layered, &lanes);
}

/// Lets lanes change places with lines of other edges that they would otherwise cross in the next gap.
fn slide_outwards(layered: &mut Layered, lanes: &[Lane]) {
    let adjacency = layered.adjacency();
    let mut places = layered.places();
    // The outermost lanes go first, to make way for those closer to the node.
    let order = lanes.iter().filter(|lane| lane.is_left).chain(lanes.iter().filter(|lane| !lane.is_left).rev());
    for lane in order {
        let segment = &layered.segments[lane.segment];
        let item = if lane.is_upper_end { segment.upper } else { segment.lower };
        let leads_to = |other: usize| {
            let segments = if lane.is_upper_end { &adjacency.below[other] } else { &adjacency.above[other] };
            segments.first().map(|&segment| {
                let segment = &layered.segments[segment];
                far_end(segment, lane.is_upper_end)
            })
        };
        let Some(target) = leads_to(item) else {
            continue;
        };
        let layer = &mut layered.layers[layered.items[item].layer];
        loop {
            let place = places[item];
            let next = if lane.is_left { place.checked_sub(1) } else { Some(place + 1) };
            let Some((next, &other)) = next.and_then(|next| Some((next, layer.get(next)?))) else {
                break;
            };
            let is_line = matches!(layered.items[other].kind, ItemKind::Bend(_));
            let crosses = leads_to(other).is_some_and(|other| {
                if lane.is_left { places[other] > places[target] } else { places[other] < places[target] }
            });
            if !is_line || !crosses {
                break;
            }
            layer.swap(place, next);
            places.swap(item, other);
        }
    }
}

/// The end of a segment that is further from the lane.
fn far_end(segment: &Segment, is_upper_end: bool) -> usize {
    if is_upper_end { segment.lower } else { segment.upper }
}

fn choose(layered: &Layered) -> Vec<Lane> {
    let adjacency = layered.adjacency();
    let places = layered.places();
    let mut lanes = Vec::new();
    let mut has_lane = vec![false; layered.segments.len()];
    for (edge, chain) in layered.chains.iter().enumerate() {
        let Some(chain) = chain.filter(|_| layered.is_back[edge]) else {
            continue;
        };
        let (Segment { upper, lower: below, .. }, Segment { upper: above, lower, .. }) =
            (layered.segments[chain.first], layered.segments[chain.last]);
        let at_upper = flow_beside(layered, &adjacency, &places, upper, false, places[below]);
        let at_lower = flow_beside(layered, &adjacency, &places, lower, true, places[above]);
        let (upper_is_left, lower_is_left) = if chain.first == chain.last {
            let is_left = at_upper.0 + at_lower.0 < at_upper.1 + at_lower.1;
            (is_left, is_left)
        } else {
            (at_upper.0 < at_upper.1, at_lower.0 < at_lower.1)
        };
        // Loops that share a line enter their node by the same lane.
        if !std::mem::replace(&mut has_lane[chain.first], true) {
            lanes.push(Lane {
                edge,
                segment: chain.first,
                node: upper,
                is_upper_end: true,
                is_left: upper_is_left,
                leads_to: places[below],
            });
        }
        // A loop that joins another one beside its node needs no lane there.
        if layered.items[lower].kind.is_node() {
            lanes.push(Lane {
                edge,
                segment: chain.last,
                node: lower,
                is_upper_end: false,
                is_left: lower_is_left,
                leads_to: places[above],
            });
        }
    }
    lanes
}

/// How many edges of the flow all loops will meet beside their nodes, at least: a loop leaves its node at the side, so it
/// meets what stands between its line and that side, and it takes the better one.
pub(super) fn squeezed(layered: &Layered, adjacency: &Adjacency, places: &[usize]) -> u64 {
    let mut met = 0;
    let loops = layered.chains.iter().zip(&layered.is_back).filter(|(_, is_back)| **is_back);
    for chain in loops.filter_map(|(chain, _)| *chain) {
        let (first, last) = (layered.segments[chain.first], layered.segments[chain.last]);
        let at_upper = flow_beside(layered, adjacency, places, first.upper, false, places[first.lower]);
        let at_lower = flow_beside(layered, adjacency, places, last.lower, true, places[last.upper]);
        met += at_upper.0.min(at_upper.1) + at_lower.0.min(at_lower.1);
    }
    met as u64
}

/// How many neighbours of the flow stand left and right of `place` in the layer above or below `node`.
fn flow_beside(
    layered: &Layered,
    adjacency: &Adjacency,
    places: &[usize],
    node: usize,
    is_above: bool,
    place: usize,
) -> (usize, usize) {
    let segments = if is_above { &adjacency.above[node] } else { &adjacency.below[node] };
    let mut beside = (0, 0);
    for &segment in segments {
        let segment = &layered.segments[segment];
        if layered.is_back[segment.edge] {
            continue;
        }
        let other = places[if is_above { segment.upper } else { segment.lower }];
        beside.0 += usize::from(other < place);
        beside.1 += usize::from(other > place);
    }
    beside
}

#[cfg(test)]
mod tests {
    use super::super::chains::cut;
    use super::super::cycles::back_edges;
    use super::super::flat::sample;
    use super::super::layered::{Chain, sample_rows};
    use super::super::layering::ranks;
    use super::super::ordering::order;
    use super::*;

    fn with_lanes(node_count: usize, edges: &[(usize, usize)]) -> Layered {
        let flat = sample(node_count, edges);
        let is_back = back_edges(&flat);
        let ranks = ranks(&flat, &is_back);
        let mut layered = cut(&flat, &is_back, &ranks);
        order(&mut layered);
        add(&mut layered);
        layered
    }

    fn kinds(layered: &Layered, layer: usize) -> Vec<ItemKind> {
        layered.layers[layer].iter().map(|&item| layered.items[item].kind).collect()
    }

    #[test]
    fn a_loop_runs_at_the_right_of_a_line_of_nodes() {
        let layered = with_lanes(3, &[(0, 1), (1, 2), (2, 0)]);
        assert_eq!(kinds(&layered, 0), [ItemKind::Node(0), ItemKind::Lane { edge: 2, node: 0 }]);
        assert_eq!(kinds(&layered, 1), [ItemKind::Node(1), ItemKind::Bend(2)]);
        assert_eq!(kinds(&layered, 2), [ItemKind::Node(2), ItemKind::Lane { edge: 2, node: 2 }]);
        let chain = layered.chains[2].unwrap();
        let (first, last) = (layered.segments[chain.first], layered.segments[chain.last]);
        assert_eq!((first.upper, last.lower), (layered.layers[0][1], layered.layers[2][1]));
        assert_eq!((first.lower, last.upper), (layered.layers[1][1], layered.layers[1][1]));
    }

    #[test]
    fn a_lane_stands_beyond_the_lines_that_its_edge_would_cross() {
        // The loops 4 -> 1 and 3 -> 0; the first is the outer one at the bottom and the inner one at the top.
        let mut layered = sample_rows(&[&[0], &[1, 5], &[2, 6, 7], &[3, 8], &[4]], &[]);
        layered.items[5].kind = ItemKind::Bend(0);
        layered.items[6].kind = ItemKind::Bend(0);
        layered.items[7].kind = ItemKind::Bend(1);
        layered.items[8].kind = ItemKind::Bend(1);
        layered.is_back = vec![true, true];
        for (edge, line) in [[0, 5, 6, 3], [1, 7, 8, 4]].into_iter().enumerate() {
            let first = layered.segments.len();
            layered.segments.extend(line.windows(2).map(|pair| Segment {
                upper: pair[0],
                lower: pair[1],
                edge,
                strength: 1,
            }));
            layered.chains.push(Some(Chain { first, last: layered.segments.len() - 1 }));
        }
        add(&mut layered);
        assert_eq!(kinds(&layered, 1), [ItemKind::Node(1), ItemKind::Bend(0), ItemKind::Lane { edge: 1, node: 1 }]);
        assert_eq!(kinds(&layered, 3), [ItemKind::Node(3), ItemKind::Lane { edge: 0, node: 3 }, ItemKind::Bend(1)]);
    }

    #[test]
    fn a_loop_from_the_left_branch_runs_at_the_left() {
        let layered = with_lanes(3, &[(0, 1), (1, 0), (0, 2)]);
        assert_eq!(kinds(&layered, 0), [ItemKind::Lane { edge: 1, node: 0 }, ItemKind::Node(0)]);
        assert_eq!(kinds(&layered, 1), [ItemKind::Lane { edge: 1, node: 1 }, ItemKind::Node(1), ItemKind::Node(2)]);
    }
}
