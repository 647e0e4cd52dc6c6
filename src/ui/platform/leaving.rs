//! The page being left, hidden or shown again: the last moments in which something can be kept.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Calls `keep` whenever the page is hidden or left: what it does must be done when it returns. Then, and when the page is
/// about to be left, `is_safe` says whether everything is kept; if it is not, the browser asks before it leaves.
pub(in crate::ui) fn before_leaving(keep: impl Fn() + Clone + 'static, is_safe: impl Fn() -> bool + 'static) {
    let hidden = keep.clone();
    let visibility = window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            hidden();
        }
    });
    let last = keep.clone();
    let hide = window_event_listener_untyped("pagehide", move |_| last());
    let unload = window_event_listener(ev::beforeunload, move |event| {
        keep();
        if !is_safe() {
            event.prevent_default();
            // Browsers that are older than the rule want a value.
            let _ = js_sys::Reflect::set(&event, &JsValue::from_str("returnValue"), &JsValue::from_str(" "));
        }
    });
    on_cleanup(move || {
        visibility.remove();
        hide.remove();
        unload.remove();
    });
}
