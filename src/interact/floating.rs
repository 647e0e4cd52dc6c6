//! Where something that floats over the page stands: a menu at the pointer that asked for it.

use crate::layout::{Point, Size};

/// How far what floats stays from the border of the window, in pixels.
const MARGIN: f64 = 4.0;

/// The corner of something of this size that was asked for at a point: there, or as near as the window has room. What is
/// larger than the window begins at its border. All in pixels of the window.
#[must_use]
pub fn floated(at: Point, size: Size, window: Size) -> Point {
    let along = |at: f64, size: f64, room: f64| at.min(room - size - MARGIN).max(MARGIN);
    Point { x: along(at.x, size.width, window.width), y: along(at.y, size.height, window.height) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size { width: 390.0, height: 800.0 };

    fn corner(x: f64, y: f64, width: f64, height: f64) -> (f64, f64) {
        let found = floated(Point { x, y }, Size { width, height }, WINDOW);
        (found.x, found.y)
    }

    #[test]
    fn stands_where_it_was_asked_for() {
        assert_eq!(corner(10.0, 20.0, 264.0, 500.0), (10.0, 20.0));
    }

    #[test]
    fn gives_way_to_the_border() {
        assert_eq!(corner(380.0, 790.0, 264.0, 500.0), (122.0, 296.0));
        assert_eq!(corner(-30.0, -1.0, 264.0, 500.0), (4.0, 4.0));
    }

    #[test]
    fn begins_at_the_border_where_it_is_too_large() {
        assert_eq!(corner(200.0, 300.0, 600.0, 900.0), (4.0, 4.0));
    }
}
