//! Moving the focus to a control that is about to be there.

use super::form::At;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// How many frames a control may take to appear: a list is drawn before its first card, and that before its fields.
const PATIENCE: u32 = 4;

/// Moves the focus to the element of that id, or to the first control inside it, once the page is drawn again.
pub(super) fn focus_soon(id: String) {
    focus_first_soon(vec![id]);
}

/// The same with the first of several ids of which there is an element.
pub(super) fn focus_first_soon(ids: Vec<String>) {
    try_to_focus(ids, PATIENCE);
}

/// The id of the field that adds members to an object, where it has one.
pub(super) fn adder_id(object: At) -> String {
    format!("{}-adder", object.id(""))
}

fn try_to_focus(ids: Vec<String>, frames: u32) {
    request_animation_frame(move || {
        if !ids.iter().any(|id| focus_now(id)) && frames > 1 {
            try_to_focus(ids, frames - 1);
        }
    });
}

/// Says whether there was something that took the focus.
fn focus_now(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    let controls = "input, select, textarea, button, [contenteditable='true']";
    let is_control = matches!(element.matches(controls), Ok(true));
    let target = if is_control { Some(element) } else { element.query_selector(controls).ok().flatten() };
    let Some(target) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) else { return false };
    // What is hidden takes no focus, and says nothing of it.
    target.focus().is_ok() && document().active_element().is_some_and(|active| active.is_same_node(Some(&target)))
}
