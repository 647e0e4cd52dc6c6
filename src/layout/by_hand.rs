//! Pass: puts nodes where a person has moved them, and draws anew the lines that this touches.
//!
//! A place by hand is a wish: what would lie on another node goes to the nearest free place, so that nothing is ever covered.
//! All other nodes and lines stay as they were.

use super::detour::{Distances, End, detour};
use super::flat::{Flat, FlatLayout};
use super::free_place::{grown, nearest};
use super::geometry::{Point, Rect, Size};
use super::model::{Route, Shift};
use super::options::Options;

/// Furthest that a node can be moved, in pixels.
const FURTHEST: f64 = 20_000.0;

/// Between a label and whatever stands beside it, in pixels.
const LABEL_GAP: f64 = 2.0;

/// Moves nodes, each by its shift, in a layout whose flow runs down.
pub(super) fn shift(flat: &Flat, layout: &mut FlatLayout, shifts: &[(usize, Shift)], options: &Options) {
    if shifts.is_empty() {
        return;
    }
    let gap = options.edge_node_gap.max(1.0);
    let mut moved_by = vec![Point::default(); layout.nodes.len()];
    for &(node, shift) in shifts {
        let by = move_node(flat, layout, node, shift, gap);
        moved_by[node] = by;
        layout.shifts.push((node, Shift { across: by.x, along: by.y }));
        // At once: the next node that moves keeps off the loops, too.
        for (edge, route) in flat.edges.iter().zip(&mut layout.routes) {
            if edge.is_self_loop() && edge.from == node {
                *route = route.moved(by.x, by.y);
            }
        }
    }
    let is_moved = |node: usize| shifts.iter().any(|(moved, _)| *moved == node);
    let in_the_way: Vec<Rect> = shifts.iter().map(|(node, _)| grown(layout.nodes[*node], gap / 2.0)).collect();
    let touched: Vec<usize> = (0..flat.edges.len())
        .filter(|&index| {
            let edge = &flat.edges[index];
            let is_covered = || in_the_way.iter().any(|rect| touches(&layout.routes[index], rect));
            !edge.is_self_loop() && (is_moved(edge.from) || is_moved(edge.to) || is_covered())
        })
        .collect();
    draw_lines(flat, layout, &touched, &moved_by, Distances { node: gap / 2.0, line: options.edge_gap });
    place_labels(flat, layout, &touched);
    start_at_zero(layout);
}

/// Moves one node to the free place nearest to where it is wished for; gives how far it went.
fn move_node(flat: &Flat, layout: &mut FlatLayout, node: usize, shift: Shift, gap: f64) -> Point {
    let distance = |length: f64| if length.is_finite() { length.clamp(-FURTHEST, FURTHEST) } else { 0.0 };
    let before = layout.nodes[node];
    let bodies = bodies(flat, layout);
    let others: Vec<Rect> =
        bodies.iter().enumerate().filter(|(other, _)| *other != node).map(|(_, body)| *body).collect();
    let body = bodies[node];
    let place = nearest(body.moved(distance(shift.across), distance(shift.along)), &others, gap);
    let by = Point { x: place.x - body.x, y: place.y - body.y };
    layout.nodes[node] = before.moved(by.x, by.y);
    by
}

/// Each node with its loops.
fn bodies(flat: &Flat, layout: &FlatLayout) -> Vec<Rect> {
    let mut bodies = layout.nodes.clone();
    for (edge, route) in flat.edges.iter().zip(&layout.routes).filter(|(edge, _)| edge.is_self_loop()) {
        bodies[edge.from] = parts(route).chain(route.label).fold(bodies[edge.from], union);
    }
    bodies
}

/// Draws lines anew between the same places of their nodes.
fn draw_lines(flat: &Flat, layout: &mut FlatLayout, touched: &[usize], moved_by: &[Point], distances: Distances) {
    let lines_of = |route: &Route| route.points.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    let untouched = layout.routes.iter().enumerate().filter(|(index, _)| touched.binary_search(index).is_err());
    let mut lines: Vec<(Point, Point)> = untouched.flat_map(|(_, route)| lines_of(route)).collect();
    for &index in touched {
        let edge = &flat.edges[index];
        let points = &layout.routes[index].points;
        let (Some(leave), Some(enter)) =
            (end(points.iter(), moved_by[edge.from]), end(points.iter().rev(), moved_by[edge.to]))
        else {
            continue;
        };
        layout.routes[index].points = detour(leave, enter, &layout.nodes, &lines, distances);
        lines.extend(lines_of(&layout.routes[index]));
    }
}

/// The end at which a line begins, after its node has moved.
fn end<'a>(mut points: impl Iterator<Item = &'a Point>, by: Point) -> Option<End> {
    let (first, second) = (points.next()?, points.next()?);
    let step = |from: f64, to: f64| if to == from { 0.0 } else { (to - from).signum() };
    Some(End { at: first.moved(by.x, by.y), away: Point { x: step(first.x, second.x), y: step(first.y, second.y) } })
}

/// Puts the labels of lines onto them: where they cover nothing, or else no node and no other label.
fn place_labels(flat: &Flat, layout: &mut FlatLayout, touched: &[usize]) {
    let mut taken = layout.nodes.clone();
    let untouched = layout.routes.iter().enumerate().filter(|(index, _)| touched.binary_search(index).is_err());
    taken.extend(untouched.filter_map(|(_, route)| route.label));
    for &index in touched {
        let Some(size) = flat.edges[index].label else { continue };
        let mut own: Vec<Rect> = parts(&layout.routes[index]).collect();
        own.sort_by(|a, b| (b.width + b.height).total_cmp(&(a.width + a.height)));
        let wishes: Vec<Rect> = own.iter().map(|part| centred(part.center(), size)).collect();
        let others = layout.routes.iter().enumerate().filter(|(other, _)| *other != index);
        let lines: Vec<Rect> = others.flat_map(|(_, route)| parts(route)).collect();
        let is_free = |wish: &&Rect, taken: &[Rect]| !taken.iter().any(|other| grown(*other, LABEL_GAP).overlaps(wish));
        let free = wishes.iter().find(|wish| is_free(wish, &taken) && is_free(wish, &lines));
        let free = free.or_else(|| wishes.iter().find(|wish| is_free(wish, &taken))).copied();
        let Some(label) = free.or_else(|| wishes.first().map(|wish| nearest(*wish, &taken, LABEL_GAP))) else {
            continue;
        };
        taken.push(label);
        layout.routes[index].label = Some(label);
    }
}

fn centred(at: Point, size: Size) -> Rect {
    Rect { x: at.x - size.width / 2.0, y: at.y - size.height / 2.0, width: size.width, height: size.height }
}

/// The straight parts of a line, as rectangles without area.
fn parts(route: &Route) -> impl Iterator<Item = Rect> {
    route.points.windows(2).map(|pair| Rect {
        x: pair[0].x.min(pair[1].x),
        y: pair[0].y.min(pair[1].y),
        width: (pair[0].x - pair[1].x).abs(),
        height: (pair[0].y - pair[1].y).abs(),
    })
}

fn touches(route: &Route, rect: &Rect) -> bool {
    parts(route).chain(route.label).any(|part| part.overlaps(rect))
}

fn union(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, width: a.right().max(b.right()) - x, height: a.bottom().max(b.bottom()) - y }
}

/// Moves everything to where its upper left corner is at 0, 0, and measures it.
fn start_at_zero(layout: &mut FlatLayout) {
    let drawn = layout.nodes.iter().copied();
    let lines = layout.routes.iter().flat_map(|route| parts(route).chain(route.label));
    let Some(all) = drawn.chain(lines).reduce(union) else { return };
    for node in &mut layout.nodes {
        *node = node.moved(-all.x, -all.y);
    }
    for route in &mut layout.routes {
        *route = route.moved(-all.x, -all.y);
    }
    layout.size = Size { width: all.width, height: all.height };
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::super::pipeline;
    use super::*;

    fn shifted(across: f64, along: f64) -> (FlatLayout, FlatLayout) {
        let flat = sample(3, &[(0, 1), (1, 2)]);
        let before = pipeline::lay_out(&flat, &Options::default());
        let mut after = before.clone();
        shift(&flat, &mut after, &[(1, Shift { across, along })], &Options::default());
        (before, after)
    }

    #[test]
    fn a_node_goes_where_it_was_moved_and_the_others_stay() {
        let (before, after) = shifted(300.0, 20.0);
        assert_eq!(after.nodes[1], before.nodes[1].moved(300.0, 20.0));
        assert_eq!((after.nodes[0], after.nodes[2]), (before.nodes[0], before.nodes[2]));
        assert_eq!(after.size.width, before.size.width + 300.0);
        assert_eq!(after.routes[0].points.last().map(|point| point.y), Some(after.nodes[1].y));
    }

    #[test]
    fn what_is_moved_to_the_left_gets_room_there() {
        let (before, after) = shifted(-300.0, 0.0);
        assert_eq!((after.nodes[1].x, after.nodes[0].x), (0.0, before.nodes[0].x + 300.0));
    }

    #[test]
    fn what_is_moved_onto_another_node_stops_beside_it() {
        let (before, _) = shifted(0.0, 0.0);
        let (_, after) = shifted(0.0, before.nodes[2].y - before.nodes[1].y);
        assert!(!grown(after.nodes[1], 20.0).overlaps(&after.nodes[2]));
    }

    #[test]
    fn a_shift_that_is_no_length_moves_nothing() {
        let (before, after) = shifted(f64::NAN, f64::INFINITY);
        assert_eq!(after.nodes, before.nodes);
    }
}
