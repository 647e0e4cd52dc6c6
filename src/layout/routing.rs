//! Pass: the boxes of the nodes and the lines of the edges, from the coordinates of items, layers and tracks.

use super::coordinates::extent;
use super::flat::{Flat, FlatLayout};
use super::gaps::Heights;
use super::geometry::{Point, Rect, Size};
use super::layered::{Chain, Layered};
use super::model::Route;
use super::ports::{SegmentEnds, SideUse};
use super::self_loops;
use super::tracks::SAME;
use super::ways::Bent;

/// The finished layout of one connected part.
pub(super) fn draw(flat: &Flat, layered: &Layered, x: &[f64], ends: &SegmentEnds, heights: &Heights) -> FlatLayout {
    let nodes: Vec<Rect> = flat
        .nodes
        .iter()
        .zip(&layered.items)
        .zip(x)
        .map(|((node, item), x)| Rect {
            x: x - node.size.width / 2.0,
            y: heights.layer_top[item.layer] + (heights.layer_height[item.layer] - node.size.height) / 2.0,
            width: node.size.width,
            height: node.size.height,
        })
        .collect();
    let mut routes = vec![Route::default(); flat.edges.len()];
    for (index, route) in self_loops::routes(flat, &nodes) {
        routes[index] = route;
    }
    let sides = Sides::new(flat, layered, x);
    let bent = Bent::new(layered, |segment| (ends.x[segment].0 - ends.x[segment].1).abs() > SAME);
    for (index, chain) in layered.chains.iter().enumerate() {
        let edge = &flat.edges[index];
        let Some(Chain { first, last }) = *chain else {
            continue;
        };
        let mut points = Vec::new();
        if layered.is_back[index] {
            points.extend(sides.exit(nodes[edge.from], edge.from, ends.x[last].1));
            points.extend(bent.from(last).flat_map(|segment| {
                let [upper, lower] = corners(ends, heights, segment);
                [lower, upper]
            }));
            points.extend(sides.entry(nodes[edge.to], edge.to, ends.x[first].0).into_iter().rev());
        } else {
            points.push(Point { x: ends.x[first].0, y: nodes[edge.from].bottom() });
            points.extend(bent.from(first).flat_map(|segment| corners(ends, heights, segment)));
            points.push(Point { x: ends.x[last].1, y: nodes[edge.to].y });
        }
        routes[index] = Route {
            points: without_jitter(points),
            label: label_of(flat, layered, x, heights, index),
            is_back: layered.is_back[index],
        };
    }
    let (_, right) = extent(layered, x);
    FlatLayout { size: Size { width: right, height: heights.total }, nodes, routes, shifts: Vec::new() }
}

/// Where a bent segment turns, from top to bottom.
fn corners(ends: &SegmentEnds, heights: &Heights, segment: usize) -> [Point; 2] {
    let (from, to) = ends.x[segment];
    let y = heights.line[segment];
    [Point { x: from, y }, Point { x: to, y }]
}

/// A line whose vertical parts are exactly vertical: ends that differ by less than can be seen become equal.
fn without_jitter(mut points: Vec<Point>) -> Vec<Point> {
    for index in 1..points.len() {
        if (points[index].x - points[index - 1].x).abs() <= SAME {
            points[index].x = points[index - 1].x;
        }
    }
    points
}

fn label_of(flat: &Flat, layered: &Layered, x: &[f64], heights: &Heights, edge: usize) -> Option<Rect> {
    let size = flat.edges[edge].label?;
    let item = layered.label_of(edge)?;
    let layer = layered.items[item].layer;
    let middle = heights.layer_top[layer] + heights.layer_height[layer] / 2.0;
    Some(Rect { x: x[item] - size.width / 2.0, y: middle - size.height / 2.0, width: size.width, height: size.height })
}

/// What touches the left and the right side of each node.
struct Sides {
    left: Vec<SideUse>,
    right: Vec<SideUse>,
}

impl Sides {
    fn new(flat: &Flat, layered: &Layered, x: &[f64]) -> Sides {
        let mut sides = Sides {
            left: vec![SideUse::default(); flat.nodes.len()],
            right: vec![SideUse::default(); flat.nodes.len()],
        };
        for (index, edge) in flat.edges.iter().enumerate() {
            if edge.is_self_loop() {
                sides.right[edge.from].loops = true;
                continue;
            }
            if !layered.is_back[index] {
                continue;
            }
            if let Some(Chain { first, last }) = layered.chains[index] {
                sides.at(x[edge.to], edge.to, x[layered.segments[first].upper]).enters = true;
                sides.at(x[edge.from], edge.from, x[layered.segments[last].lower]).leaves = true;
            }
        }
        sides
    }

    fn at(&mut self, node_x: f64, node: usize, lane_x: f64) -> &mut SideUse {
        if lane_x < node_x { &mut self.left[node] } else { &mut self.right[node] }
    }

    /// From the side of the node to the lane.
    fn exit(&self, rect: Rect, node: usize, lane: f64) -> [Point; 2] {
        let (x, side) = self.touched(rect, node, lane);
        let y = rect.y + rect.height * side.leaves_at();
        [Point { x, y }, Point { x: lane, y }]
    }

    /// From the side of the node, against the edge, to the lane.
    fn entry(&self, rect: Rect, node: usize, lane: f64) -> [Point; 2] {
        let (x, side) = self.touched(rect, node, lane);
        let y = rect.y + rect.height * side.enters_at();
        [Point { x, y }, Point { x: lane, y }]
    }

    fn touched(&self, rect: Rect, node: usize, lane: f64) -> (f64, SideUse) {
        if lane < rect.center().x { (rect.x, self.left[node]) } else { (rect.right(), self.right[node]) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::flat::{FlatLayout, sample};
    use super::super::options::Options;
    use super::super::pipeline;
    use super::*;

    fn drawn(node_count: usize, edges: &[(usize, usize)]) -> FlatLayout {
        pipeline::lay_out(&sample(node_count, edges), &Options::default())
    }

    #[test]
    fn the_flow_leaves_at_the_bottom_and_enters_at_the_top() {
        let layout = drawn(3, &[(0, 1), (0, 2)]);
        for (route, to) in layout.routes.iter().zip([1, 2]) {
            let from = layout.nodes[0];
            let to = layout.nodes[to];
            assert_eq!(route.points.len(), 4);
            assert_eq!(route.points[0], Point { x: from.center().x, y: from.bottom() });
            assert_eq!(route.points[3], Point { x: to.center().x, y: to.y });
        }
    }

    #[test]
    fn a_loop_leaves_and_enters_at_the_side() {
        let layout = drawn(2, &[(0, 1), (1, 0)]);
        let points = &layout.routes[1].points;
        assert_eq!(points.len(), 4);
        assert_eq!(points[0].x, layout.nodes[1].right());
        assert_eq!(points[0].y, layout.nodes[1].center().y);
        assert_eq!(points[3].x, layout.nodes[0].right());
        assert!(points[1].x > points[0].x && points[1].x == points[2].x);
    }

    #[test]
    fn loops_that_leave_and_enter_the_same_side_keep_apart() {
        let layout = drawn(3, &[(0, 1), (1, 0), (1, 2), (2, 1)]);
        let leaves = layout.routes[1].points[0].y;
        let enters = layout.routes[3].points[3].y;
        assert!(leaves < enters);
    }
}
