//! Where on each line something can be put in: the place of the button that does it.

use crate::layout::{Point, Rect, Route};
use std::collections::BTreeMap;

/// How wide the button is, in pixels.
const BUTTON: f64 = 22.0;

/// How far a button stands out of the label beside which it has to stand, in pixels: within the label's own margin, so that
/// no letter is covered.
const OUT: f64 = 4.0;

/// A place on each line: off its label, off its ends, and off the places of other lines. `routes` are those lines on which
/// something can be put in.
pub(super) fn addition_places<'a>(routes: impl Iterator<Item = &'a Route>) -> Vec<Point> {
    let mut taken = Taken::default();
    let place = |route: &Route| {
        let places = candidates(route);
        let place = places.iter().find(|place| taken.is_free(**place)).or(places.first()).copied().unwrap_or_default();
        taken.add(place);
        place
    };
    routes.map(place).collect()
}

/// The places on a line, the best one first.
fn candidates(route: &Route) -> Vec<Point> {
    let mut stretches: Vec<(Point, Point)> =
        route.points.windows(2).flat_map(|pair| free_stretches(pair[0], pair[1], route.label)).collect();
    stretches.sort_by(|a, b| length(*b).total_cmp(&length(*a)));
    let at = |(from, to): (Point, Point), share: f64| Point {
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
    };
    let roomy: Vec<(Point, Point)> = stretches.iter().copied().filter(|it| length(*it) >= BUTTON + 2.0).collect();
    let mut places: Vec<Point> = roomy.iter().map(|stretch| at(*stretch, 0.5)).collect();
    let long = roomy.iter().filter(|stretch| length(**stretch) >= 2.0 * BUTTON);
    places.extend(long.flat_map(|stretch| [at(*stretch, 0.25), at(*stretch, 0.75)]));
    if let Some(label) = route.label {
        let y = label.center().y;
        places.extend([Point { x: label.right() + OUT, y }, Point { x: label.x - OUT, y }]);
    }
    places.extend(stretches.first().map(|stretch| at(*stretch, 0.5)));
    places
}

/// What a label leaves of a straight part of a line.
fn free_stretches(from: Point, to: Point, label: Option<Rect>) -> Vec<(Point, Point)> {
    let (first, last) = if (from.x, from.y) <= (to.x, to.y) { (from, to) } else { (to, from) };
    let Some(label) = label else { return vec![(first, last)] };
    let is_down = first.x == last.x;
    let is_beside = if is_down {
        first.x < label.x || first.x > label.right() || last.y < label.y || first.y > label.bottom()
    } else {
        first.y < label.y || first.y > label.bottom() || last.x < label.x || first.x > label.right()
    };
    if is_beside {
        return vec![(first, last)];
    }
    let (before, after) = if is_down {
        (Point { y: label.y, ..first }, Point { y: label.bottom(), ..first })
    } else {
        (Point { x: label.x, ..first }, Point { x: label.right(), ..first })
    };
    let is_ahead = |a: Point, b: Point| (a.x, a.y) < (b.x, b.y);
    [(first, before), (after, last)].into_iter().filter(|(from, to)| is_ahead(*from, *to)).collect()
}

fn length((from, to): (Point, Point)) -> f64 {
    (to.x - from.x).abs() + (to.y - from.y).abs()
}

/// The places that are taken, by squares of a button's size: each holds one at the most, as two would touch.
#[derive(Debug, Default)]
struct Taken {
    squares: BTreeMap<(i64, i64), Point>,
}

impl Taken {
    fn square(place: Point) -> (i64, i64) {
        ((place.x / BUTTON).floor() as i64, (place.y / BUTTON).floor() as i64)
    }

    fn is_free(&self, place: Point) -> bool {
        let (column, row) = Self::square(place);
        let near = (column - 1..=column + 1).flat_map(|column| (row - 1..=row + 1).map(move |row| (column, row)));
        let mut others = near.filter_map(|square| self.squares.get(&square));
        !others.any(|other| (other.x - place.x).abs() < BUTTON && (other.y - place.y).abs() < BUTTON)
    }

    fn add(&mut self, place: Point) {
        self.squares.insert(Self::square(place), place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(points: &[(f64, f64)], label: Option<(f64, f64)>) -> Route {
        Route {
            points: points.iter().map(|&(x, y)| Point { x, y }).collect(),
            label: label.map(|(x, y)| Rect { x: x - 40.0, y: y - 10.0, width: 80.0, height: 20.0 }),
            is_back: false,
        }
    }

    fn places(routes: &[Route]) -> Vec<(f64, f64)> {
        addition_places(routes.iter()).into_iter().map(|place| (place.x, place.y)).collect()
    }

    #[test]
    fn it_stands_in_the_middle_of_the_longest_part() {
        assert_eq!(places(&[route(&[(0.0, 0.0), (0.0, 20.0), (90.0, 20.0), (90.0, 50.0)], None)]), [(45.0, 20.0)]);
    }

    #[test]
    fn it_covers_no_label() {
        assert_eq!(places(&[route(&[(0.0, 0.0), (0.0, 120.0)], Some((0.0, 80.0)))]), [(0.0, 35.0)]);
        let beside = places(&[route(&[(0.0, 0.0), (0.0, 48.0)], Some((0.0, 24.0)))]);
        assert_eq!(beside, [(44.0, 24.0)], "no room above or below the label");
    }

    #[test]
    fn lines_that_run_together_have_places_of_their_own() {
        let line = route(&[(0.0, 0.0), (0.0, 100.0)], None);
        assert_eq!(places(&[line.clone(), line.clone(), line]), [(0.0, 50.0), (0.0, 25.0), (0.0, 75.0)]);
    }

    #[test]
    fn a_line_that_is_not_drawn_has_some_place() {
        assert_eq!(places(&[route(&[], None)]), [(0.0, 0.0)]);
    }
}
