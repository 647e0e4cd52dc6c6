//! What part of a large drawing is kept ready: what is seen and a margin, which moves in steps, not with every pixel.

use crate::layout::Rect;

/// How far beyond what is seen things are kept ready, as a share of what is seen.
const MARGIN: f64 = 0.35;

/// The least that must be ready beyond what is seen, as a share of what is seen.
const LEAST_MARGIN: f64 = 0.12;

/// How many times larger than needed a region may be before it is given up: it was made for a smaller scale.
const MOST_SPARE: f64 = 2.5;

/// The part of the drawing to keep ready when `seen` is seen: that of before as long as it will do.
pub fn region(seen: Rect, before: Option<Rect>) -> Rect {
    let needed = widened(seen, LEAST_MARGIN);
    let wished = widened(seen, MARGIN);
    before
        .filter(|before| holds(*before, needed) && before.width <= wished.width * MOST_SPARE)
        .unwrap_or(wished)
}

fn widened(rect: Rect, share: f64) -> Rect {
    let (dx, dy) = (rect.width * share, rect.height * share);
    Rect { x: rect.x - dx, y: rect.y - dy, width: rect.width + 2.0 * dx, height: rect.height + 2.0 * dy }
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() && outer.bottom() >= inner.bottom()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: Rect = Rect { x: 0.0, y: 0.0, width: 1000.0, height: 500.0 };

    #[test]
    fn stays_while_little_moves_and_follows_before_anything_is_missing() {
        let first = region(SEEN, None);
        assert!(holds(first, SEEN));
        assert_eq!(region(SEEN.moved(100.0, 40.0), Some(first)), first);
        let far = SEEN.moved(400.0, 0.0);
        let next = region(far, Some(first));
        assert!(next != first && holds(next, far));
    }

    #[test]
    fn shrinks_when_the_scale_has_grown_a_lot() {
        let far = region(Rect { x: -5000.0, y: -5000.0, width: 10_000.0, height: 10_000.0 }, None);
        assert_eq!(region(SEEN, Some(far)), region(SEEN, None));
    }
}
