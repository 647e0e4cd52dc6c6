//! Selecting several states: by keys, one tap after the other, all.

use super::Actions;
use super::focus::focused_state;
use super::focus_node;
use crate::asl::{StateId, StateKey};
use crate::interact::{Arrow, extended};
use leptos::prelude::*;

impl Actions {
    /// The state in the graph that has the focus, or else the selected one.
    pub(super) fn at(self) -> Option<StateId> {
        let focused = focused_state();
        let focused =
            focused.and_then(|key| self.workspace.document.with_untracked(|known| known.machine().find_key(&key)));
        focused.or_else(|| untrack(move || self.workspace.selected()))
    }

    /// Goes where an arrow leads, and selects that state too.
    pub(super) fn extend(self, arrow: Arrow) {
        let Some(from) = self.at() else { return self.go_to_start() };
        let Some(to) = self.reached(from, arrow) else { return };
        let document = self.workspace.document.get_untracked();
        let (from, to) = (document.machine().key(from), document.machine().key(to));
        self.note_step(from.clone(), to.clone());
        self.workspace.select_all(extended(untrack(move || self.workspace.selected_keys()), from, to.clone()));
        self.workspace.say_selected();
        focus_node(&to);
    }

    /// Adds the state that has the focus to those selected, or takes it away.
    pub(super) fn toggle_focused(self) {
        if let Some(key) = focused_state() {
            self.workspace.toggle_selected(key);
            self.workspace.say_selected();
        }
    }

    /// Selects all states; those inside frames with their frames.
    pub(super) fn select_every_state(self) {
        let keys = self.workspace.document.with_untracked(|document| {
            let machine = document.machine();
            let states = machine.root().map(|root| root.states.as_slice()).unwrap_or_default();
            states.iter().map(|state| machine.key(*state)).collect()
        });
        self.workspace.select_all(keys);
        self.workspace.say_selected();
    }

    /// A tap on a state while several are being selected. Says whether that is so.
    pub(in crate::ui) fn pick(self, key: &StateKey) -> bool {
        let is_picking = self.is_picking.get_untracked();
        if is_picking {
            self.workspace.toggle_selected(key.clone());
        }
        is_picking
    }
}
