//! States on the clipboard, as plain ASL text: they go to and come from the console, an editor or another tab.

use super::Workspace;
use crate::edit::commands::{DeleteStates, InsertFragment};
use crate::edit::{copy_fragment, usual_place};
use crate::ui::platform::clipboard;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copying, cutting and pasting of states; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Clipboard {
    workspace: Workspace,
    /// What was copied here last: browsers do not let a page read the clipboard without asking.
    copied: RwSignal<Option<String>>,
}

impl Clipboard {
    pub(in crate::ui) fn new(workspace: Workspace) -> Self {
        Self { workspace, copied: RwSignal::new(None) }
    }

    /// Whether something was copied here.
    pub(in crate::ui) fn has_states(self) -> bool {
        self.copied.with(Option::is_some)
    }

    /// The selected states as text; none when none is selected.
    pub(in crate::ui) fn selected_text(self) -> Option<String> {
        let states = untrack(|| self.workspace.selected_states());
        if states.is_empty() {
            return None;
        }
        let text = self.workspace.document.with_untracked(|document| copy_fragment(document, &states)).ok()?;
        self.copied.set(Some(text.clone()));
        Some(text)
    }

    /// Puts the selected states on the clipboard.
    pub(in crate::ui) fn copy(self) {
        if let Some(text) = self.selected_text() {
            self.say_copied();
            spawn_local(async move {
                // Where the browser refuses, they can still be pasted here.
                let _ = clipboard::copy(&text).await;
            });
        }
    }

    /// Says how many states were copied.
    pub(in crate::ui) fn say_copied(self) {
        let n_states = untrack(|| self.workspace.selected_keys()).len();
        self.workspace.say(self.workspace.language.get_untracked().messages().n_copied(n_states));
    }

    /// Puts the selected states on the clipboard and removes them.
    pub(in crate::ui) fn cut(self) {
        self.copy();
        self.remove_selected();
    }

    /// Removes the selected states.
    pub(in crate::ui) fn remove_selected(self) {
        let states = untrack(|| self.workspace.selected_states());
        if !states.is_empty() && self.workspace.apply(&DeleteStates { states }.into()) {
            self.workspace.say_step();
        }
    }

    /// Pastes what was copied here.
    pub(in crate::ui) fn paste(self) {
        if let Some(text) = self.copied.get_untracked() {
            self.paste_text(&text);
        }
    }

    /// Pastes a text that holds states: behind the selected ones or, when it was copied here, at the end of the main chain.
    /// Says whether it was taken; a whole machine from elsewhere, with nothing selected, is not: it is to be opened.
    pub(in crate::ui) fn paste_text(self, text: &str) -> bool {
        let is_own = self.copied.with_untracked(|copied| copied.as_deref() == Some(text));
        let last = untrack(|| self.workspace.selected_states()).last().copied();
        if last.is_none() && !is_own {
            return false;
        }
        let place = self.workspace.document.with_untracked(|document| usual_place(document, last, text));
        // What became of them is said where states are put in.
        self.workspace.apply(&InsertFragment { place, fragment: text.to_owned() }.into());
        true
    }
}
