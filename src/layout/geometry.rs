//! Points, sizes and rectangles in pixels: x grows to the right, y grows down.

/// A place on the drawing, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left border of the drawing.
    pub x: f64,
    /// Distance from the top border of the drawing.
    pub y: f64,
}

/// How much room something takes, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Extent from left to right.
    pub width: f64,
    /// Extent from top to bottom.
    pub height: f64,
}

/// An axis-parallel rectangle, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left border.
    pub x: f64,
    /// The upper border.
    pub y: f64,
    /// Extent from left to right.
    pub width: f64,
    /// Extent from top to bottom.
    pub height: f64,
}

impl Point {
    /// The point `dx` to the right of this one and `dy` below it.
    #[must_use]
    pub fn moved(self, dx: f64, dy: f64) -> Point {
        Point { x: self.x + dx, y: self.y + dy }
    }

    pub(super) fn transposed(self) -> Point {
        Point { x: self.y, y: self.x }
    }
}

impl Size {
    /// The same size with everything that is no drawable length (negative, infinite, not a number) taken out.
    pub(super) fn drawable(self) -> Size {
        Size { width: drawable(self.width), height: drawable(self.height) }
    }

    pub(super) fn transposed(self) -> Size {
        Size { width: self.height, height: self.width }
    }
}

impl Rect {
    /// The right border.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The lower border.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle of the rectangle.
    #[must_use]
    pub fn center(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Whether the two rectangles share more than a border.
    #[must_use]
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The rectangle `dx` to the right of this one and `dy` below it.
    #[must_use]
    pub fn moved(self, dx: f64, dy: f64) -> Rect {
        Rect { x: self.x + dx, y: self.y + dy, ..self }
    }

    pub(super) fn transposed(self) -> Rect {
        Rect { x: self.y, y: self.x, width: self.height, height: self.width }
    }
}

/// Longest length that the layout works with: above it, adding a pixel may no longer change the sum's rounding.
const LONGEST: f64 = 1_000_000.0;

/// `length` as a finite length of 0 or more pixels.
pub(super) fn drawable(length: f64) -> f64 {
    if length > 0.0 { length.min(LONGEST) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_that_cannot_be_drawn_become_zero_or_the_longest() {
        assert_eq!(drawable(f64::NAN), 0.0);
        assert_eq!(drawable(-3.0), 0.0);
        assert_eq!(drawable(f64::INFINITY), LONGEST);
        assert_eq!(drawable(42.5), 42.5);
    }

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let left = Rect { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };
        assert!(!left.overlaps(&left.moved(10.0, 0.0)));
        assert!(left.overlaps(&left.moved(9.0, 9.0)));
    }
}
