//! Copying and cutting the selected states by the browser's own keys and menus.

use crate::ui::platform::focus::is_typing;
use crate::ui::state::Clipboard;
use leptos::ev;
use leptos::prelude::*;

/// Listens as long as the canvas lives.
pub(super) fn listen_to_clipboard() {
    let clipboard = expect_context::<Clipboard>();
    let give = move |event: &ev::ClipboardEvent| {
        let has_text = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        let data = event.clipboard_data().filter(|_| !has_text && !is_typing(event));
        let text = data.zip(clipboard.selected_text());
        text.is_some_and(|(data, text)| {
            event.prevent_default();
            data.set_data("text/plain", &text).is_ok()
        })
    };
    let copied = window_event_listener(ev::copy, move |event| {
        if give(&event) {
            clipboard.say_copied();
        }
    });
    let cut = window_event_listener(ev::cut, move |event| {
        if give(&event) {
            clipboard.remove_selected();
        }
    });
    on_cleanup(move || {
        copied.remove();
        cut.remove();
    });
}
