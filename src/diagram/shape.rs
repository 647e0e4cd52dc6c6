//! The outlines of nodes and the lines of edges as SVG paths. Each state type has a shape of its own.

use crate::asl::StateType;
use crate::layout::Point;
use std::fmt::Write as _;

/// Radius of the corners of lines, in pixels.
pub(super) const CORNER: f64 = 8.0;

/// The outline of a state of a size, and lines inside or behind it that belong to the shape.
pub fn outline(state_type: Option<StateType>, is_frame: bool, width: f64, height: f64) -> Vec<String> {
    let (w, h) = (width, height);
    match state_type {
        Some(StateType::Choice) => {
            let point = 14.0;
            vec![format!("M{point} 0H{}L{w} {}L{} {h}H{point}L0 {}Z", w - point, h / 2.0, w - point, h / 2.0)]
        }
        Some(StateType::Wait) => vec![rounded(0.0, 0.0, w, h, h / 2.0)],
        Some(StateType::Succeed) => {
            vec![rounded(0.0, 0.0, w, h, h / 2.0), rounded(4.0, 4.0, w - 8.0, h - 8.0, h / 2.0 - 4.0)]
        }
        Some(StateType::Fail) => {
            let cut = 12.0;
            vec![format!("M{cut} 0H{}L{w} {cut}V{}L{} {h}H{cut}L0 {}V{cut}Z", w - cut, h - cut, w - cut, h - cut)]
        }
        Some(StateType::Pass) => {
            let fold = 12.0;
            vec![
                format!("M6 0H{}L{w} {fold}V{}q0 6 -6 6H6q-6 0 -6 -6V6q0 -6 6 -6Z", w - fold, h - 6.0),
                format!("M{} 0V{fold}H{w}", w - fold),
            ]
        }
        Some(StateType::Parallel) if is_frame => {
            vec![rounded(0.0, 0.0, w, h, 10.0), format!("M6 8V{}M{} 8V{}", h - 8.0, w - 6.0, h - 8.0)]
        }
        Some(StateType::Map) if is_frame => vec![
            rounded(0.0, 0.0, w, h, 10.0),
            format!("M8 {}H{}q4 0 4 -4V8M14 {}H{}q4 0 4 -4V14", h + 4.0, w, h + 8.0, w + 4.0),
        ],
        _ => vec![rounded(0.0, 0.0, w, h, 8.0)],
    }
}

fn rounded(x: f64, y: f64, width: f64, height: f64, radius: f64) -> String {
    let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    let (right, bottom) = (x + width, y + height);
    format!(
        "M{} {y}H{}A{r} {r} 0 0 1 {right} {}V{}A{r} {r} 0 0 1 {} {bottom}H{}A{r} {r} 0 0 1 {x} {}V{}A{r} {r} 0 0 1 {} {y}Z",
        x + r,
        right - r,
        y + r,
        bottom - r,
        right - r,
        x + r,
        bottom - r,
        y + r,
        x + r
    )
}

/// The line of an edge, its corners rounded.
pub fn path_of_route(points: &[Point]) -> String {
    let mut path = String::new();
    let Some(first) = points.first() else { return path };
    // Writing to a String cannot fail.
    let _ = write!(path, "M{} {}", first.x, first.y);
    for (index, corner) in points.iter().enumerate().skip(1) {
        let Some(next) = points.get(index + 1) else {
            let _ = write!(path, "L{} {}", corner.x, corner.y);
            break;
        };
        let before = toward(*corner, points[index - 1]);
        let after = toward(*corner, *next);
        let _ = write!(path, "L{} {}Q{} {} {} {}", before.x, before.y, corner.x, corner.y, after.x, after.y);
    }
    path
}

/// The point on the way from a corner to its neighbour where the rounding begins. Lines are horizontal or vertical.
fn toward(corner: Point, neighbour: Point) -> Point {
    let (dx, dy) = (neighbour.x - corner.x, neighbour.y - corner.y);
    let length = dx.abs().max(dy.abs());
    if length == 0.0 {
        return corner;
    }
    let part = CORNER.min(length / 2.0) / length;
    Point { x: corner.x + dx * part, y: corner.y + dy * part }
}
