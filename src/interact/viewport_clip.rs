//! The part of a long line that is near what is seen: a dashed line over a million pixels would take longer to be painted
//! than all the rest.

use crate::layout::{Point, Rect};

/// The corners of a line of horizontal and vertical parts, those far outside of `region` drawn in to just outside of it.
/// The parts of the line inside of the region stay exactly as they are.
pub fn clipped(points: &[Point], region: Rect) -> Vec<Point> {
    let (low, high) = (Point { x: region.x, y: region.y }, Point { x: region.right(), y: region.bottom() });
    let drawn_in =
        points.iter().map(|point| Point { x: point.x.clamp(low.x, high.x), y: point.y.clamp(low.y, high.y) });
    let mut clipped: Vec<Point> = Vec::with_capacity(points.len());
    for point in drawn_in {
        // What runs along the border, to and fro, is one part there.
        if let [.., before, last] = clipped[..] {
            let is_along = |a: f64, b: f64, c: f64, low: f64, high: f64| a == b && b == c && (a == low || a == high);
            if is_along(before.x, last.x, point.x, low.x, high.x) || is_along(before.y, last.y, point.y, low.y, high.y)
            {
                clipped.pop();
            }
        }
        if clipped.last() != Some(&point) {
            clipped.push(point);
        }
    }
    clipped
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGION: Rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 100.0 };

    fn points(pairs: &[(f64, f64)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn a_long_line_ends_at_the_border_and_stays_where_it_is_inside() {
        let line = points(&[(50.0, -9000.0), (50.0, 40.0), (9000.0, 40.0), (9000.0, 9000.0)]);
        assert_eq!(clipped(&line, REGION), points(&[(50.0, 0.0), (50.0, 40.0), (100.0, 40.0), (100.0, 100.0)]));
    }

    #[test]
    fn what_runs_to_and_fro_outside_is_one_part() {
        let line = points(&[(50.0, 50.0), (50.0, 200.0), (80.0, 200.0), (80.0, 300.0), (60.0, 300.0), (60.0, 400.0)]);
        assert_eq!(clipped(&line, REGION), points(&[(50.0, 50.0), (50.0, 100.0), (60.0, 100.0)]));
    }

    #[test]
    fn a_line_inside_is_the_same() {
        let line = points(&[(10.0, 10.0), (10.0, 90.0), (60.0, 90.0)]);
        assert_eq!(clipped(&line, REGION), line);
    }
}
