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

/// Scrolls what a selector finds around an element, no more than needed for it to be seen whole, or its beginning where there
/// is no room for all of it.
pub(in crate::ui) fn bring_into_view(element: &web_sys::Element, around: &str) {
    let Ok(Some(frame)) = element.closest(around) else { return };
    let (own, frame) = (element.get_bounding_client_rect(), frame.get_bounding_client_rect());
    if own.top() < frame.top() || own.bottom() > frame.bottom() {
        element.scroll_into_view_with_bool(own.top() < frame.top() || own.height() > frame.height());
    }
}

/// The buttons of a list.
pub(in crate::ui) fn buttons(list: &web_sys::HtmlElement) -> Vec<web_sys::HtmlElement> {
    all(list, "button")
}

fn all(list: &web_sys::HtmlElement, selector: &str) -> Vec<web_sys::HtmlElement> {
    let Ok(found) = list.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Moves the focus among the buttons of a list, and what unfolds its groups, by so many; from elsewhere to the first, or
/// backwards to the last. What is folded away is passed over.
pub(in crate::ui) fn focus_entry(list: &web_sys::HtmlElement, by: i32) {
    let is_seen = |entry: &web_sys::HtmlElement| {
        entry.tag_name() == "SUMMARY" || !matches!(entry.closest("details:not([open])"), Ok(Some(_)))
    };
    let entries: Vec<web_sys::HtmlElement> = all(list, "button, summary").into_iter().filter(is_seen).collect();
    let active = document().active_element();
    let at = entries.iter().position(|entry| entry.is_same_node(active.as_deref()));
    let count = entries.len() as i32;
    let first = if by < 0 { count - 1 } else { 0 };
    let next = at.map_or(first, |at| (at as i32 + by).rem_euclid(count.max(1)));
    if let Some(entry) = entries.get(next as usize) {
        let _ = entry.focus();
    }
}
