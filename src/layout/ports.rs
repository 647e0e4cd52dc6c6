//! Pass: where lines touch the nodes.
//!
//! The flow leaves at the middle of the lower side and enters at the middle of the upper one.
//! Catchers use a port of their own beside it if the node has both, so that an error path never hides in the main one;
//! it stands right above or below what they lead to, where the node reaches that far.
//! Back edges touch the left or right side; what leaves, loops to itself and comes in keep apart, from top to bottom.

use super::flat::Flat;
use super::layered::{ItemKind, Layered};
use super::model::EdgeKind;

/// Distance of the catchers' port from the middle, as a share of the node's width: as a rule, the least and the greatest.
const CATCH_OFFSET: f64 = 0.25;
const LEAST_CATCH_OFFSET: f64 = 0.15;
const GREATEST_CATCH_OFFSET: f64 = 0.4;
const SIDE_LEAVES: f64 = 0.2;
const SIDE_ENTERS: f64 = 0.8;

/// Where the segments begin and end, horizontally.
pub(super) struct SegmentEnds {
    /// For each segment, the coordinate of its upper and of its lower end.
    pub(super) x: Vec<(f64, f64)>,
}

/// The class of an edge: edges of the same class share the port of a node.
pub(super) fn is_catch(kind: EdgeKind) -> bool {
    kind == EdgeKind::Catch
}

/// The ends of all segments, given the axis of each item.
pub(super) fn segment_ends(flat: &Flat, layered: &Layered, x: &[f64]) -> SegmentEnds {
    let mut below = vec![Side::default(); flat.nodes.len()];
    let mut above = vec![Side::default(); flat.nodes.len()];
    for segment in &layered.segments {
        let is_catch = is_catch(flat.edges[segment.edge].kind);
        if let ItemKind::Node(node) = layered.items[segment.upper].kind {
            below[node].add(is_catch, x[segment.lower] - x[segment.upper]);
        }
        if let ItemKind::Node(node) = layered.items[segment.lower].kind {
            above[node].add(is_catch, x[segment.upper] - x[segment.lower]);
        }
    }
    let end = |item: usize, edge: usize, sides: &[Side]| match layered.items[item].kind {
        ItemKind::Node(node) => {
            let is_catch = is_catch(flat.edges[edge].kind);
            x[item] + sides[node].offset(is_catch, flat.nodes[node].size.width)
        }
        _ => x[item],
    };
    SegmentEnds {
        x: layered
            .segments
            .iter()
            .map(|segment| (end(segment.upper, segment.edge, &below), end(segment.lower, segment.edge, &above)))
            .collect(),
    }
}

/// What leaves the lower side of a node, or enters the upper one.
#[derive(Clone, Copy, Debug)]
struct Side {
    has_flow: bool,
    /// Sum of the distances that the catchers go to the right.
    catch_pull: f64,
    /// The shortest way that a catcher goes to the left, and to the right; below 0 for none.
    nearest: (f64, f64),
}

impl Default for Side {
    fn default() -> Side {
        Side { has_flow: false, catch_pull: 0.0, nearest: (-1.0, -1.0) }
    }
}

impl Side {
    fn add(&mut self, is_catch: bool, distance: f64) {
        if !is_catch {
            self.has_flow = true;
            return;
        }
        self.catch_pull += distance;
        let nearest = if distance < 0.0 { &mut self.nearest.0 } else { &mut self.nearest.1 };
        if *nearest < 0.0 || distance.abs() < *nearest {
            *nearest = distance.abs();
        }
    }

    /// How far right of the middle of a node of this width the port is.
    fn offset(&self, is_catch: bool, width: f64) -> f64 {
        if !is_catch || !self.has_flow {
            return 0.0;
        }
        let (sign, nearest) = if self.catch_pull < 0.0 { (-1.0, self.nearest.0) } else { (1.0, self.nearest.1) };
        let is_reached = (LEAST_CATCH_OFFSET * width..=GREATEST_CATCH_OFFSET * width).contains(&nearest);
        sign * if is_reached { nearest } else { CATCH_OFFSET * width }
    }
}

/// What touches the left or right side of a node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SideUse {
    pub(super) leaves: bool,
    pub(super) enters: bool,
    pub(super) loops: bool,
}

impl SideUse {
    /// Where back edges leave, as a share of the node's height.
    pub(super) fn leaves_at(self) -> f64 {
        if self.enters || self.loops { SIDE_LEAVES } else { 0.5 }
    }

    /// Where back edges enter, as a share of the node's height.
    pub(super) fn enters_at(self) -> f64 {
        if self.leaves || self.loops { SIDE_ENTERS } else { 0.5 }
    }
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::super::layered::sample_rows;
    use super::*;

    #[test]
    fn a_catcher_leaves_beside_the_flow_on_the_side_that_it_goes_to() {
        let pairs = [(0, 1), (0, 2)];
        let mut flat = sample(3, &pairs);
        flat.edges[1].kind = EdgeKind::Catch;
        let layered = sample_rows(&[&[0], &[1, 2]], &pairs);
        let right = segment_ends(&flat, &layered, &[100.0, 100.0, 300.0]);
        assert_eq!(right.x, [(100.0, 100.0), (125.0, 300.0)]);
        let left = segment_ends(&flat, &layered, &[100.0, 100.0, 0.0]);
        assert_eq!(left.x[1], (75.0, 0.0));
    }

    #[test]
    fn a_catcher_runs_straight_to_what_stands_below_it() {
        let pairs = [(0, 1), (0, 2)];
        let mut flat = sample(3, &pairs);
        flat.edges[1].kind = EdgeKind::Catch;
        let layered = sample_rows(&[&[0], &[1, 2]], &pairs);
        assert_eq!(segment_ends(&flat, &layered, &[100.0, 60.0, 135.0]).x[1], (135.0, 135.0));
    }

    #[test]
    fn a_lonely_catcher_uses_the_middle() {
        let mut flat = sample(2, &[(0, 1)]);
        flat.edges[0].kind = EdgeKind::Catch;
        let layered = sample_rows(&[&[0], &[1]], &[(0, 1)]);
        assert_eq!(segment_ends(&flat, &layered, &[50.0, 50.0]).x, [(50.0, 50.0)]);
    }
}
