//! Moving the focus to a control that is about to be there.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Moves the focus to the element of that id, or to the first control inside it, once the page is drawn again.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || {
        let Some(element) = document().get_element_by_id(&id) else { return };
        let controls = "input, select, textarea, button, [contenteditable='true']";
        let is_control = matches!(element.matches(controls), Ok(true));
        let target = if is_control { Some(element) } else { element.query_selector(controls).ok().flatten() };
        if let Some(target) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = target.focus();
        }
    });
}
