//! How a drag that nears the border of the canvas moves the view.

use crate::layout::{Point, Rect};

/// How near the border a pointer has to be, in pixels of the screen.
const NEAR: f64 = 44.0;

/// How far the view moves in one frame at the most, in pixels of the screen.
const FASTEST: f64 = 14.0;

/// How far the view is shifted in one frame while something is dragged at a point: the nearer to a border of what can be
/// seen, the faster; nothing off it. All in pixels of the screen.
#[must_use]
pub fn border_pull(at: Point, seen: Rect) -> (f64, f64) {
    if at.x < seen.x || at.x > seen.right() || at.y < seen.y || at.y > seen.bottom() {
        return (0.0, 0.0);
    }
    let pull = |at: f64, low: f64, high: f64| {
        // On a screen that is hardly larger than its borders, nothing would hold still.
        let near = NEAR.min((high - low) / 4.0);
        let share = |distance: f64| ((near - distance) / near.max(1.0)).clamp(0.0, 1.0);
        ((share(at - low) - share(high - at)) * FASTEST).round()
    };
    (pull(at.x, seen.x, seen.right()), pull(at.y, seen.y, seen.bottom()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: Rect = Rect { x: 300.0, y: 0.0, width: 400.0, height: 500.0 };

    fn pull(x: f64, y: f64) -> (f64, f64) {
        border_pull(Point { x, y }, SEEN)
    }

    #[test]
    fn only_the_border_pulls_and_brings_what_lies_behind_it() {
        assert_eq!(pull(500.0, 250.0), (0.0, 0.0));
        assert_eq!(pull(345.0, 455.0), (0.0, 0.0));
        assert_eq!(pull(300.0, 250.0), (FASTEST, 0.0));
        assert_eq!(pull(700.0, 500.0), (-FASTEST, -FASTEST));
        let (slow, fast) = (pull(330.0, 250.0).0, pull(305.0, 250.0).0);
        assert!(0.0 < slow && slow < fast && fast < FASTEST);
    }

    #[test]
    fn outside_nothing_moves() {
        for (x, y) in [(299.0, 250.0), (701.0, 250.0), (500.0, -1.0), (500.0, 501.0)] {
            assert_eq!(pull(x, y), (0.0, 0.0));
        }
    }

    #[test]
    fn a_small_screen_keeps_a_middle_that_rests() {
        let small = Rect { x: 0.0, y: 0.0, width: 60.0, height: 40.0 };
        assert_eq!(border_pull(small.center(), small), (0.0, 0.0));
    }
}
