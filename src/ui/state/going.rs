//! Going to a state: it is selected, unfolded if need be; graph and text show what is selected. Folding.

use super::Workspace;
use crate::asl::StateId;
use crate::graph::{OutlineItem, around};
use leptos::prelude::*;

impl Workspace {
    /// Hides what is inside a frame, or shows it again. Says whether it is hidden now.
    pub(in crate::ui) fn toggle_fold(self, name: &str) -> bool {
        let is_folded = !self.arrangement.with_untracked(|arrangement| arrangement.folded.contains(name));
        self.arrangement.update(|arrangement| {
            if is_folded {
                arrangement.folded.insert(name.to_owned());
            } else {
                arrangement.folded.remove(name);
            }
        });
        is_folded
    }

    /// Selects a state and shows it, wherever it is.
    pub(in crate::ui) fn go_to(self, state: StateId) {
        let document = self.document.get_untracked();
        let machine = document.machine();
        if machine.get(state).is_none() {
            return;
        }
        let frames = around(machine, state).into_iter().filter_map(|item| match item {
            OutlineItem::State(frame) => Some(&*machine.state(frame).name),
            OutlineItem::Branch(_) => None,
        });
        let folded: Vec<&str> = self
            .arrangement
            .with_untracked(|arrangement| frames.filter(|frame| arrangement.folded.contains(*frame)).collect());
        if !folded.is_empty() {
            self.arrangement.update(|arrangement| arrangement.folded.retain(|name| !folded.contains(&name.as_str())));
        }
        self.selection.set(Some(machine.key(state)));
    }
}
