//! What was done, said to those who do not see it.

use super::Workspace;
use leptos::prelude::*;

impl Workspace {
    /// Says something to screen readers, also when it is what was said last.
    pub(in crate::ui) fn say(self, text: String) {
        let is_same = self.said.with_untracked(|said| *said == text);
        self.said.set(if is_same { format!("{text}\u{a0}") } else { text });
    }

    /// Says which step of the history was done last.
    pub(in crate::ui) fn say_step(self) {
        if let Some(step) = untrack(|| self.undo_label()) {
            self.say(step);
        }
    }

    /// Says how many states are selected.
    pub(in crate::ui) fn say_selected(self) {
        let n_selected = untrack(|| self.selected_keys()).len();
        self.say(self.language.get_untracked().messages().n_selected(n_selected));
    }
}
