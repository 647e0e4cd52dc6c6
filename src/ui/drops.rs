//! What is dropped or pasted on the page.

use super::platform::focus::is_typing;
use super::state::{Clipboard, Machines};
use leptos::ev;
use leptos::prelude::*;

/// Opens files that are dropped anywhere, and text that is pasted outside of a text field.
/// Tells whether something is being dragged over the page.
pub(super) fn listen_to_drops(machines: Machines, clipboard: Clipboard, is_target: RwSignal<bool>) {
    let over = window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        is_target.set(true);
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        // Leaving the window has no element to go to.
        if event.related_target().is_none() {
            is_target.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        is_target.set(false);
        let Some(data) = event.data_transfer() else { return };
        let files = data.files().into_iter().flat_map(|files| (0..files.length()).filter_map(move |n| files.get(n)));
        let files: Vec<web_sys::File> = files.collect();
        if let Ok(text) = data.get_data("text/plain")
            && files.is_empty()
        {
            machines.open_text("", text);
        }
        files.into_iter().for_each(|file| machines.drop_file(file));
    });
    let paste = window_event_listener(ev::paste, move |event| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        let text = text.filter(|text| !is_typing(&event) && !text.trim().is_empty());
        if let Some(text) = text.filter(|text| !clipboard.paste_text(text)) {
            machines.open_text("", text);
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
        paste.remove();
    });
}
