//! Walking along the edges of the graph with the arrow keys.

use super::{Actions, focus_node};
use crate::interact::{Arrow, walk};
use leptos::prelude::*;

impl Actions {
    /// Goes where an arrow leads from the selected state; without one, to the first state.
    pub(super) fn walk(self, arrow: Arrow) {
        let document = self.workspace.document.get_untracked();
        let machine = document.machine();
        let Some(from) = untrack(move || self.workspace.selected()) else { return self.go_to_start() };
        let own_name = &*machine.state(from).name;
        let came_from = self.trail.with_value(|trail| {
            let (_, before) = trail.as_ref().filter(|(at, _)| at == own_name)?;
            machine.find(before)
        });
        let direction = self.workspace.arrangement.with_untracked(|arrangement| arrangement.direction);
        let to =
            self.workspace.diagram.with_untracked(|diagram| walk(machine, diagram, direction, from, arrow, came_from));
        if let Some(to) = to {
            let name = machine.state(to).name.to_string();
            self.trail.set_value(Some((name.clone(), own_name.to_owned())));
            self.workspace.go_to(to);
            focus_node(&name);
        }
    }

    /// Goes to the machine's first state.
    pub(super) fn go_to_start(self) {
        let document = self.workspace.document.get_untracked();
        let start = document.machine().root().and_then(|root| root.start_at.as_ref()?.state);
        if let Some(start) = start {
            self.workspace.go_to(start);
            focus_node(&document.machine().state(start).name);
        }
    }
}
