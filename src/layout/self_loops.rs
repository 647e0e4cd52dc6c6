//! Pass: edges from a node to itself, as loops out of and into the right side of the node.
//!
//! The room that they take is part of the node's item, so no other pass needs to know of them.

use super::flat::Flat;
use super::geometry::{Point, Rect, Size};
use super::model::Route;

/// From the node to the first loop, and between two loops.
const REACH: f64 = 22.0;
/// Between the line of a loop and its label.
const LABEL_GAP: f64 = 4.0;
/// Share of the node's height that the innermost and the outermost loop span.
const INNER_SPAN: f64 = 0.26;
const OUTER_SPAN: f64 = 0.46;

/// For each node, the room that its loops take to the right of it; labels may be taller than the node.
pub(super) fn room_beside(flat: &Flat) -> Vec<Size> {
    let mut room = vec![Size::default(); flat.nodes.len()];
    for edge in flat.edges.iter().filter(|edge| edge.is_self_loop()) {
        let room = &mut room[edge.from];
        room.width += width_of(edge.label.map(|label| label.width));
        room.height = room.height.max(edge.label.map_or(0.0, |label| label.height));
    }
    room
}

fn width_of(label_width: Option<f64>) -> f64 {
    REACH + label_width.map_or(0.0, |width| width + LABEL_GAP)
}

/// The routes of the loops of all nodes, each with the index of its edge.
pub(super) fn routes(flat: &Flat, boxes: &[Rect]) -> Vec<(usize, Route)> {
    let mut counts = vec![0_u32; flat.nodes.len()];
    for edge in flat.edges.iter().filter(|edge| edge.is_self_loop()) {
        counts[edge.from] += 1;
    }
    let mut drawn = vec![0_u32; flat.nodes.len()];
    let mut reach = vec![0.0; flat.nodes.len()];
    let mut routes = Vec::new();
    for (index, edge) in flat.edges.iter().enumerate() {
        if !edge.is_self_loop() {
            continue;
        }
        let node = edge.from;
        let share = f64::from(drawn[node]) / f64::from(counts[node]);
        let span = boxes[node].height * (INNER_SPAN + (OUTER_SPAN - INNER_SPAN) * share);
        let side = boxes[node].right();
        let middle = boxes[node].center().y;
        let turn = side + reach[node] + REACH;
        drawn[node] += 1;
        reach[node] += width_of(edge.label.map(|label| label.width));
        let at = |x, y| Point { x, y };
        let route = Route {
            points: vec![
                at(side, middle + span / 2.0),
                at(turn, middle + span / 2.0),
                at(turn, middle - span / 2.0),
                at(side, middle - span / 2.0),
            ],
            label: edge.label.map(|label| Rect {
                x: turn + LABEL_GAP,
                y: middle - label.height / 2.0,
                width: label.width,
                height: label.height,
            }),
            is_back: true,
        };
        routes.push((index, route));
    }
    routes
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::*;

    #[test]
    fn loops_nest_within_the_room_they_asked_for() {
        let mut flat = sample(1, &[(0, 0), (0, 0)]);
        flat.edges[0].label = Some(Size { width: 50.0, height: 16.0 });
        let node = Rect { x: 0.0, y: 0.0, width: 100.0, height: 40.0 };
        let room = room_beside(&flat)[0].width;
        let routes = routes(&flat, &[node]);
        let inner = &routes[0].1;
        let outer = &routes[1].1;
        assert!(inner.points[1].x < outer.points[1].x);
        assert!(inner.points[0].y < outer.points[0].y);
        assert!(inner.label.unwrap().right() < outer.points[1].x);
        assert!(outer.points[1].x <= node.right() + room);
        assert_eq!(inner.points[0].x, node.right());
        assert_eq!(inner.points[3].x, node.right());
    }
}
