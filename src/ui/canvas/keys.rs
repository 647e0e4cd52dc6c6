//! Keys that change the view: `+` and `-` scale, `0` is life size, `1` shows all, `2` the selected state.

use super::corner::ZOOM_STEP;
use super::viewing::Viewing;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Where these keys mean something else.
const OTHER_PLACES: &str = "input, textarea, select, [contenteditable], .cm-editor, dialog, [role=dialog], [role=menu]";

/// Listens as long as the canvas lives.
pub(super) fn listen_to_keys(viewing: Viewing) {
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_elsewhere = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.closest(OTHER_PLACES), Ok(Some(_))));
        if is_elsewhere || event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => viewing.zoom(ZOOM_STEP),
            "-" => viewing.zoom(1.0 / ZOOM_STEP),
            "0" => viewing.life_size(),
            "1" => viewing.fit(),
            "2" => viewing.frame_selection(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}
