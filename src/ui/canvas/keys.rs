//! Keys that change the view: `+` and `-` scale, `0` is life size, `1` shows all, `2` the selected state.

use super::corner::ZOOM_STEP;
use super::viewing::Viewing;
use crate::ui::platform::focus::is_typing;
use leptos::ev;
use leptos::prelude::*;

/// Listens as long as the canvas lives.
pub(super) fn listen_to_keys(viewing: Viewing) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing(&event) || event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
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
