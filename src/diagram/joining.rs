//! Lines that run into one and go on to the same node together: that part is drawn once. Fifty dotted lines on top of each
//! other would look solid, and take fifty times as long to be painted.

use super::Edge;
use super::shape::CORNER;
use crate::asl::TransitionKind;
use crate::layout::Point;
use std::cmp::Ordering;

/// Where a line runs into another, which is drawn in its place from there on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joining {
    /// How many of the line's corners come before; 0 where all of it is drawn by another.
    pub n_own: usize,
    /// Where the line's own part ends: a little later, so that it bends into the other.
    pub at: Point,
}

/// Finds where the lines to one node run into each other. Only lines that look the same are drawn in place of another.
pub(super) fn join(edges: &mut [Edge], to_one_node: &mut [usize]) {
    to_one_node.sort_by(|a, b| order(&edges[*a], &edges[*b]));
    // Each shares as much with the one before it as with any before that.
    for at in (1..to_one_node.len()).rev() {
        let (before, edge) = (&edges[to_one_node[at - 1]], &edges[to_one_node[at]]);
        if look(before) == look(edge) {
            edges[to_one_node[at]].joining = joining(&before.points, &edge.points);
        }
    }
}

/// What a line looks like: lines of one kind that run the same way do so alike.
fn look(edge: &Edge) -> (u8, bool) {
    let kind = match edge.kind {
        Some(TransitionKind::Next) | None => 0,
        Some(TransitionKind::Choice(_)) => 1,
        Some(TransitionKind::Default) => 2,
        Some(TransitionKind::Catch(_)) => 3,
    };
    (kind, edge.is_back)
}

/// Sorts lines by the ways from their ends to where they diverge: of two that go the same way, the longer one comes first.
fn order(a: &Edge, b: &Edge) -> Ordering {
    let mut last = None;
    look(a).cmp(&look(b)).then_with(|| {
        for (p, q) in a.points.iter().rev().zip(b.points.iter().rev()) {
            if p != q {
                let Some(from) = last else { return p.x.total_cmp(&q.x).then(p.y.total_cmp(&q.y)) };
                let longer = length(from, *q).total_cmp(&length(from, *p));
                return direction(from, *p).cmp(&direction(from, *q)).then(longer);
            }
            last = Some(*p);
        }
        b.points.len().cmp(&a.points.len())
    })
}

/// Where a line runs into one that leads to the same end; nowhere if they meet in the end only.
fn joining(other: &[Point], own: &[Point]) -> Option<Joining> {
    let n_common = own.iter().rev().zip(other.iter().rev()).take_while(|(p, q)| p == q).count();
    let n_left = own.len() - n_common;
    let common = *own.get(n_left)?;
    let Some(corner) = n_left.checked_sub(1).map(|index| own[index]) else {
        return Some(Joining { n_own: 0, at: common });
    };
    let next = other.len().checked_sub(n_common + 1).map(|index| other[index]);
    let next = next.filter(|next| direction(common, *next) == direction(common, corner));
    match next {
        Some(next) if length(common, next) < length(common, corner) => Some(Joining { n_own: n_left, at: next }),
        Some(_) => Some(Joining { n_own: n_left, at: towards(corner, common) }),
        None => {
            let after = own.get(n_left + 1)?;
            Some(Joining { n_own: n_left + 1, at: towards(common, *after) })
        }
    }
}

/// A place on the way to the next corner, with room for the bend before it but not for the one behind it.
fn towards(from: Point, to: Point) -> Point {
    let length = length(from, to);
    let share = if length > 3.0 * CORNER { 2.0 * CORNER / length } else { 0.5 };
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/// Lines run along the axes.
fn length(a: Point, b: Point) -> f64 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

fn direction(from: Point, to: Point) -> (Option<Ordering>, Option<Ordering>) {
    (to.x.partial_cmp(&from.x), to.y.partial_cmp(&from.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: &[(f64, f64)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    const TRUNK: [(f64, f64); 4] = [(0.0, 0.0), (100.0, 0.0), (100.0, 900.0), (0.0, 900.0)];

    #[test]
    fn a_line_ends_behind_its_bend_into_another() {
        let own = points(&[(0.0, 500.0), (100.0, 500.0), (100.0, 900.0), (0.0, 900.0)]);
        let expected = Joining { n_own: 2, at: Point { x: 100.0, y: 500.0 + 2.0 * CORNER } };
        assert_eq!(joining(&points(&TRUNK), &own), Some(expected));
        let straight = points(&[(100.0, 600.0), (100.0, 900.0), (0.0, 900.0)]);
        assert_eq!(joining(&points(&TRUNK), &straight).map(|joining| joining.n_own), Some(1));
    }

    #[test]
    fn lines_that_come_from_two_sides_share_what_follows() {
        let own = points(&[(200.0, -50.0), (200.0, 0.0), (100.0, 0.0), (100.0, 900.0), (0.0, 900.0)]);
        assert_eq!(joining(&points(&TRUNK), &own).map(|joining| joining.n_own), Some(3));
    }

    #[test]
    fn what_meets_in_the_end_only_is_drawn_whole_and_what_is_the_same_not_at_all() {
        let own = points(&[(0.0, 1000.0), (0.0, 900.0)]);
        assert_eq!(joining(&points(&TRUNK), &own), None);
        assert_eq!(joining(&points(&TRUNK), &points(&[(0.0, 1000.0), (0.0, 901.0)])), None);
        assert_eq!(joining(&points(&TRUNK), &points(&TRUNK)).map(|joining| joining.n_own), Some(0));
    }
}
