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

/// Whether nothing has the focus, as when what had it went.
pub(in crate::ui) fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// The buttons of a list.
pub(in crate::ui) fn buttons(list: &web_sys::HtmlElement) -> Vec<web_sys::HtmlElement> {
    let Ok(found) = list.query_selector_all("button") else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Moves the focus among the buttons of a list by so many; from elsewhere to the first, or backwards to the last.
pub(in crate::ui) fn focus_entry(list: &web_sys::HtmlElement, by: i32) {
    let buttons = buttons(list);
    let active = document().active_element();
    let at = buttons.iter().position(|button| button.is_same_node(active.as_deref()));
    let count = buttons.len() as i32;
    let first = if by < 0 { count - 1 } else { 0 };
    let next = at.map_or(first, |at| (at as i32 + by).rem_euclid(count.max(1)));
    if let Some(button) = buttons.get(next as usize) {
        let _ = button.focus();
    }
}
