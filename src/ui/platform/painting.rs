//! Work that waits until the browser has drawn what was changed before: a person sees the change that much sooner.

use gloo::timers::callback::Timeout;
use leptos::prelude::request_animation_frame;
use std::cell::Cell;
use std::rc::Rc;

/// A page that is not seen draws no frames: after this time work waits no longer, in milliseconds.
const LONGEST_WAIT: u32 = 250;

/// Calls `then` once the next frame has been drawn.
pub(in crate::ui) fn after_paint(then: impl FnOnce() + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let run = move || {
        if let Some(then) = then.take() {
            then();
        }
    };
    Timeout::new(LONGEST_WAIT, run.clone()).forget();
    // A frame is drawn after what was asked to run before it; what runs before the one after that finds it drawn.
    request_animation_frame(move || request_animation_frame(run));
}
