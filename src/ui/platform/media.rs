//! How wide the window is, and what the system prefers.

use crate::layout::Size;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// How many panels fit beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Width {
    /// One.
    Narrow,
    /// The graph and one more.
    Medium,
    /// All.
    Wide,
}

/// Whether a media query holds, kept up to date.
pub(in crate::ui) fn matches(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (holds, set_holds) = signal(list.as_ref().is_some_and(|list| list.matches()));
    if let Some(list) = list {
        let watched = list.clone();
        let on_change = Closure::<dyn Fn()>::new(move || set_holds.set(watched.matches()));
        let _ = list.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
        // Listens as long as the page lives.
        on_change.forget();
    }
    holds
}

/// How large the window is, in pixels.
pub(in crate::ui) fn window_size() -> Size {
    let root = document().document_element();
    let (width, height) = root.map_or((0, 0), |root| (root.client_width(), root.client_height()));
    Size { width: f64::from(width), height: f64::from(height) }
}

/// The width class of the window.
pub(in crate::ui) fn width() -> Signal<Width> {
    let is_wide = matches("(min-width: 1181px)");
    let is_narrow = matches("(max-width: 719px)");
    Signal::derive(move || {
        if is_wide.get() {
            Width::Wide
        } else if is_narrow.get() {
            Width::Narrow
        } else {
            Width::Medium
        }
    })
}
