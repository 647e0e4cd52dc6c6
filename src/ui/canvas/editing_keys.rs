//! Keys that change the selected states, and the events of the clipboard.

use super::gestures::Gestures;
use super::type_picker::Addition;
use crate::edit::Command;
use crate::ui::platform::focus::is_typing;
use crate::ui::state::{Clipboard, Workspace};
use leptos::ev;
use leptos::prelude::*;

/// Listens as long as the canvas lives.
pub(super) fn listen_to_editing(workspace: Workspace, gestures: Gestures, addition: RwSignal<Option<Addition>>) {
    let clipboard = expect_context::<Clipboard>();
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || is_typing(&event) {
            return;
        }
        let states = untrack(|| workspace.selected_states());
        let Some(last) = states.last().copied() else { return };
        let is_command = event.ctrl_key() || event.meta_key();
        let name = workspace.selection.get_untracked();
        match (event.key().as_str(), is_command, event.alt_key()) {
            ("Delete" | "Backspace", false, false) => {
                workspace.apply(&Command::DeleteStates(states));
            }
            ("d" | "D", true, false) => {
                workspace.apply(&Command::DuplicateStates(states));
            }
            ("a", false, false) => addition.set(Some(Addition::After(last))),
            ("c", false, false) => name.into_iter().for_each(|name| gestures.begin_line(name, false)),
            ("e", false, false) => name.into_iter().for_each(|name| gestures.begin_line(name, true)),
            ("Escape", false, false) => workspace.select_all(Vec::new()),
            _ => return,
        }
        event.prevent_default();
    });
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
        give(&event);
    });
    let cut = window_event_listener(ev::cut, move |event| {
        if give(&event) {
            clipboard.remove_selected();
        }
    });
    on_cleanup(move || {
        keys.remove();
        copied.remove();
        cut.remove();
    });
}
