//! What part of a drawing is seen: a shift and a scale.

use crate::layout::{Point, Rect};

/// The least and the greatest scale.
pub const SCALES: (f64, f64) = (0.02, 2.5);

/// Between a drawing and the border of the screen, in pixels.
const MARGIN: f64 = 28.0;

/// The least scale at which the names of states can be read.
const READABLE: f64 = 0.6;

/// A drawing's place on the screen: a point `p` of the drawing is seen at `p × scale + (x, y)`, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where the drawing's left edge is seen.
    pub x: f64,
    /// Where its top edge is seen.
    pub y: f64,
    /// How large it is seen.
    pub scale: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, scale: 1.0 }
    }
}

impl Viewport {
    /// Shifted by a distance on the screen.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Scaled by a factor so that what is seen at `at` stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: Point) -> Self {
        let scale = (self.scale * factor).clamp(SCALES.0, SCALES.1);
        let factor = scale / self.scale;
        Self { x: at.x - (at.x - self.x) * factor, y: at.y - (at.y - self.y) * factor, scale }
    }

    /// A drawing as it is first seen: the whole of it, if that can be read; else from its top, with `focus_x` in the
    /// middle, as large as it must be to be read.
    pub fn opening(width: f64, height: f64, screen_width: f64, screen_height: f64, focus_x: f64) -> Self {
        let whole = Self::fitting(width, height, screen_width, screen_height);
        if whole.scale >= READABLE {
            return whole;
        }
        let scale = READABLE;
        let is_wider = width * scale > screen_width;
        let centre = if is_wider { focus_x } else { width / 2.0 };
        Self { x: screen_width / 2.0 - centre * scale, y: MARGIN, scale }
    }

    /// The whole of a drawing in the middle of a screen, with a margin, never larger than life.
    pub fn fitting(width: f64, height: f64, screen_width: f64, screen_height: f64) -> Self {
        let room = |screen: f64| (screen - 2.0 * MARGIN).max(1.0);
        let whole = (room(screen_width) / width.max(1.0)).min(room(screen_height) / height.max(1.0));
        let scale = whole.clamp(SCALES.0, 1.0);
        let centred = |screen: f64, size: f64| (screen - size * scale) / 2.0;
        Self { x: centred(screen_width, width), y: centred(screen_height, height), scale }
    }

    /// A part of the drawing in the middle of a screen, with a margin, a little larger than life at the most.
    pub fn framing(part: Rect, screen_width: f64, screen_height: f64) -> Self {
        let room = |screen: f64| (screen - 4.0 * MARGIN).max(1.0);
        let whole = (room(screen_width) / part.width.max(1.0)).min(room(screen_height) / part.height.max(1.0));
        Self { scale: whole.clamp(SCALES.0, 1.25), ..Self::default() }.centred(part.center(), screen_width, screen_height)
    }

    /// Shifted so that a point of the drawing is seen in the middle of the screen.
    #[must_use]
    pub fn centred(self, at: Point, screen_width: f64, screen_height: f64) -> Self {
        Self { x: screen_width / 2.0 - at.x * self.scale, y: screen_height / 2.0 - at.y * self.scale, ..self }
    }

    /// What of the drawing a screen shows, in the drawing's own pixels.
    pub fn seen(self, screen_width: f64, screen_height: f64) -> Rect {
        Rect {
            x: -self.x / self.scale,
            y: -self.y / self.scale,
            width: screen_width / self.scale,
            height: screen_height / self.scale,
        }
    }

    /// Where a point of the screen is in the drawing.
    pub fn drawing_point(self, at: Point) -> Point {
        Point { x: (at.x - self.x) / self.scale, y: (at.y - self.y) / self.scale }
    }

    /// Shifted as little as needed for a part of the drawing to be seen.
    #[must_use]
    pub fn revealing(self, part: Rect, screen_width: f64, screen_height: f64) -> Self {
        let margin = 40.0;
        let shift = |start: f64, size: f64, offset: f64, screen: f64| {
            let low = start * self.scale + offset;
            let high = (start + size) * self.scale + offset;
            if low < margin || high - low > screen - 2.0 * margin {
                margin - low
            } else if high > screen - margin {
                screen - margin - high
            } else {
                0.0
            }
        };
        let visible = |start: f64, size: f64, offset: f64, screen: f64| {
            let low = start * self.scale + offset;
            low >= 0.0 && low + size * self.scale <= screen
        };
        let dx = if visible(part.x, part.width, self.x, screen_width) {
            0.0
        } else {
            shift(part.x, part.width, self.x, screen_width)
        };
        let dy = if visible(part.y, part.height, self.y, screen_height) {
            0.0
        } else {
            shift(part.y, part.height, self.y, screen_height)
        };
        self.panned(dx, dy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let before = Viewport { x: 10.0, y: 20.0, scale: 1.0 };
        let at = Point { x: 110.0, y: 70.0 };
        let after = before.zoomed(2.0, at);
        assert_eq!((at.x - after.x) / after.scale, (at.x - before.x) / before.scale);
        assert_eq!(before.zoomed(100.0, at).scale, SCALES.1);
    }

    #[test]
    fn fits_without_enlarging() {
        assert_eq!(Viewport::fitting(100.0, 100.0, 500.0, 300.0), Viewport { x: 200.0, y: 100.0, scale: 1.0 });
    }

    #[test]
    fn opens_large_drawings_where_they_can_be_read() {
        let tall = Viewport::opening(200.0, 9000.0, 600.0, 600.0, 100.0);
        assert_eq!((tall.scale, tall.y, tall.x), (READABLE, MARGIN, 240.0));
        let wide = Viewport::opening(9000.0, 200.0, 600.0, 600.0, 4000.0);
        assert_eq!((wide.scale, wide.x), (READABLE, 300.0 - 4000.0 * READABLE));
        assert_eq!(Viewport::opening(100.0, 100.0, 500.0, 300.0, 50.0).scale, 1.0);
    }

    #[test]
    fn frames_a_part_in_the_middle() {
        let part = Rect { x: 1000.0, y: 2000.0, width: 200.0, height: 100.0 };
        let viewport = Viewport::framing(part, 800.0, 600.0);
        assert_eq!(viewport.scale, 1.25);
        let seen = viewport.seen(800.0, 600.0);
        assert_eq!((seen.center(), seen.width, seen.height), (part.center(), 640.0, 480.0));
        assert_eq!(viewport.drawing_point(Point { x: 400.0, y: 300.0 }), part.center());
        let wide = Rect { width: 10_000.0, ..part };
        assert!(Viewport::framing(wide, 800.0, 600.0).seen(800.0, 600.0).width > wide.width);
    }

    #[test]
    fn reveals_with_the_least_shift() {
        let viewport = Viewport::default();
        let part = |x: f64| Rect { x, y: 100.0, width: 50.0, height: 50.0 };
        assert_eq!(viewport.revealing(part(100.0), 400.0, 400.0), viewport);
        assert_eq!(viewport.revealing(part(500.0), 400.0, 400.0).x, -190.0);
        assert_eq!(viewport.revealing(part(-80.0), 400.0, 400.0).x, 120.0);
    }
}
