//! Selecting several states: by keys, one tap after the other, all.

use super::Actions;
use super::focus::focused_state;
use super::focus_node;
use crate::asl::StateId;
use crate::interact::{Arrow, extended};
use leptos::prelude::*;

impl Actions {
    /// The state in the graph that has the focus, or else the selected one.
    pub(super) fn at(self) -> Option<StateId> {
        let focused = focused_state();
        let focused =
            focused.and_then(|name| self.workspace.document.with_untracked(|known| known.machine().find(&name)));
        focused.or_else(|| untrack(move || self.workspace.selected()))
    }

    /// Goes where an arrow leads, and selects that state too.
    pub(super) fn extend(self, arrow: Arrow) {
        let Some(from) = self.at() else { return self.go_to_start() };
        let Some(to) = self.reached(from, arrow) else { return };
        let document = self.workspace.document.get_untracked();
        let name = |state: StateId| document.machine().state(state).name.to_string();
        self.note_step(&name(from), &name(to));
        self.workspace.select_all(extended(untrack(move || self.workspace.selected_names()), &name(from), &name(to)));
        self.workspace.say_selected();
        focus_node(&name(to));
    }

    /// Adds the state that has the focus to those selected, or takes it away.
    pub(super) fn toggle_focused(self) {
        if let Some(name) = focused_state() {
            self.workspace.toggle_selected(&name);
            self.workspace.say_selected();
        }
    }

    /// Selects all states; those inside frames with their frames.
    pub(super) fn select_every_state(self) {
        let names = self.workspace.document.with_untracked(|document| {
            let machine = document.machine();
            let states = machine.root().map(|root| root.states.as_slice()).unwrap_or_default();
            states.iter().map(|state| machine.state(*state).name.to_string()).collect()
        });
        self.workspace.select_all(names);
        self.workspace.say_selected();
    }

    /// A tap on a state while several are being selected. Says whether that is so.
    pub(in crate::ui) fn pick(self, name: &str) -> bool {
        let is_picking = self.is_picking.get_untracked();
        if is_picking {
            self.workspace.toggle_selected(name);
        }
        is_picking
    }
}
