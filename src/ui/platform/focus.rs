//! Where the focus is, and moving it.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;

/// Where keys are for typing, or belong to a dialog or a menu.
const OTHER_PLACES: &str =
    "input, textarea, select, [contenteditable], .cm-editor, dialog, [role=dialog], [role=menu], .type-picker";

/// Whether an event comes from a place where keys and the clipboard are for typing.
pub(in crate::ui) fn is_typing(event: &web_sys::Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.closest(OTHER_PLACES), Ok(Some(_))))
}

/// Moves the focus among the buttons of a list by so many; from elsewhere to the first, or backwards to the last.
pub(in crate::ui) fn focus_entry(list: &web_sys::HtmlElement, by: i32) {
    let Ok(buttons) = list.query_selector_all("button") else { return };
    let count = buttons.length() as i32;
    let active = document().active_element();
    let at = (0..count).find(|index| {
        buttons
            .item(*index as u32)
            .is_some_and(|button| active.as_ref().is_some_and(|active| button.is_same_node(Some(active))))
    });
    let first = if by < 0 { count - 1 } else { 0 };
    let next = at.map_or(first, |at| (at + by).rem_euclid(count.max(1)));
    let button = buttons.item(next as u32).and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(button) = button {
        let _ = button.focus();
    }
}
