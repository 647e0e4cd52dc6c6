//! Pointers on the canvas: one pans, two pinch.

use crate::interact::Viewport;
use crate::layout::Point;

/// The pointers that are down, and what they do to the view.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pointers {
    down: Vec<(i32, Point)>,
    /// How far the first has moved since it went down, in pixels: a click that trembles is still a click.
    moved: f64,
}

impl Pointers {
    /// A pointer goes down.
    pub(super) fn press(&mut self, id: i32, at: Point) {
        if self.down.is_empty() {
            self.moved = 0.0;
        }
        self.down.retain(|(known, _)| *known != id);
        self.down.push((id, at));
    }

    /// A pointer moves; gives the view after it.
    pub(super) fn shift(&mut self, id: i32, to: Point, viewport: Viewport) -> Option<Viewport> {
        let index = self.down.iter().position(|(known, _)| *known == id)?;
        let from = self.down[index].1;
        self.down[index].1 = to;
        self.moved += (to.x - from.x).abs() + (to.y - from.y).abs();
        match self.down.get(1 - index.min(1)).filter(|_| self.down.len() == 2) {
            None => Some(viewport.panned(to.x - from.x, to.y - from.y)),
            Some((_, other)) => {
                let distance = |at: Point| ((at.x - other.x).powi(2) + (at.y - other.y).powi(2)).sqrt().max(1.0);
                let middle = Point { x: (to.x + other.x) / 2.0, y: (to.y + other.y) / 2.0 };
                let panned = viewport.panned((to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
                Some(panned.zoomed(distance(to) / distance(from), middle))
            }
        }
    }

    /// A pointer goes up or away; says whether it was a click.
    pub(super) fn release(&mut self, id: i32) -> bool {
        let was_down = self.down.iter().any(|(known, _)| *known == id);
        self.down.retain(|(known, _)| *known != id);
        was_down && self.down.is_empty() && self.moved < 4.0
    }

    /// Whether the view is being moved.
    pub(super) fn is_panning(&self) -> bool {
        !self.down.is_empty() && self.moved >= 4.0
    }
}
