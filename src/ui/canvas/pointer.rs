//! Pointers on the canvas: one pans, two pinch, a finger that rests asks for the menu.

use crate::asl::StateId;
use crate::interact::Viewport;
use crate::layout::Point;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long a finger rests before it asks for the menu, in milliseconds.
const LONG_PRESS: u32 = 500;

/// How far a finger that rests may move, in pixels.
pub(super) const TREMBLING: f64 = 10.0;

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

    /// The only pointer that is down, and where it is.
    pub(super) fn finger(&self) -> Option<(i32, Point)> {
        self.down.first().copied().filter(|_| self.is_single())
    }

    /// Whether a pointer went down here.
    pub(super) fn knows(&self, id: i32) -> bool {
        self.down.iter().any(|(known, _)| *known == id)
    }

    /// Whether exactly one pointer is down.
    pub(super) fn is_single(&self) -> bool {
        self.down.len() == 1
    }

    /// Whether the view is being moved.
    pub(super) fn is_panning(&self) -> bool {
        !self.down.is_empty() && self.moved >= 4.0
    }
}

/// A finger that has rested on a state: a move takes the state along.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rested {
    /// The pointer.
    pub(super) pointer: i32,
    /// Where it rests.
    pub(super) at: Point,
    /// On which state.
    pub(super) state: StateId,
}

impl Rested {
    /// Whether a move to a place is more than the trembling of a finger.
    pub(super) fn is_left(self, to: Point) -> bool {
        (to.x - self.at.x).abs() + (to.y - self.at.y).abs() > TREMBLING
    }
}

/// A finger that rests on a part of the graph: after a while the part gets a `contextmenu` event, as from the second
/// button of a mouse. Some browsers send that event themselves; then this one is not sent.
#[derive(Clone, Copy)]
pub(super) struct LongPress {
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Default for LongPress {
    fn default() -> Self {
        Self { timer: StoredValue::new_local(None) }
    }
}

impl LongPress {
    /// A finger goes down.
    pub(super) fn begin(self, on: Option<web_sys::Element>, x: i32, y: i32) {
        let Some(element) = on else { return };
        let timer = Timeout::new(LONG_PRESS, move || {
            // The event ends the press: this very timer must not be taken apart while it runs.
            if let Some(running) = self.timer.try_update_value(Option::take).flatten() {
                let _ = running.forget();
            }
            let options = web_sys::MouseEventInit::new();
            options.set_bubbles(true);
            options.set_cancelable(true);
            options.set_button(2);
            options.set_client_x(x);
            options.set_client_y(y);
            // An event that cannot be made opens no menu; there are other ways to it.
            if let Ok(event) = web_sys::MouseEvent::new_with_mouse_event_init_dict("contextmenu", &options) {
                let _ = element.dispatch_event(&event);
            }
        });
        self.timer.set_value(Some(timer));
    }

    /// The finger moves, goes up, or is one of several.
    pub(super) fn end(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.cancel();
        }
    }
}
