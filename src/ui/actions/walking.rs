//! Walking along the edges of the graph with the arrow keys.

use super::focus::is_focus_in_graph;
use super::{Actions, focus_node};
use crate::asl::{EdgeRef, StateId};
use crate::edit::Command;
use crate::interact::{Arrow, walk};
use leptos::prelude::*;

impl Actions {
    /// Goes where an arrow leads from the selected state; without one, to the first state.
    pub(super) fn walk(self, arrow: Arrow) {
        let Some(from) = untrack(move || self.workspace.selected()) else { return self.go_to_start() };
        if let Some(to) = self.reached(from, arrow) {
            let document = self.workspace.document.get_untracked();
            let name = |state: StateId| document.machine().state(state).name.to_string();
            self.trail.set_value(Some((name(to), name(from))));
            self.workspace.go_to(to);
            focus_node(&name(to));
        }
    }

    /// Where an arrow leads from a state.
    fn reached(self, from: StateId, arrow: Arrow) -> Option<StateId> {
        let document = self.workspace.document.get_untracked();
        let machine = document.machine();
        let own_name = &*machine.state(from).name;
        let came_from = self.trail.with_value(|trail| {
            let (_, before) = trail.as_ref().filter(|(at, _)| at == own_name)?;
            machine.find(before)
        });
        let direction = self.workspace.arrangement.with_untracked(|arrangement| arrangement.direction);
        self.workspace.diagram.with_untracked(|diagram| walk(machine, diagram, direction, from, arrow, came_from))
    }

    /// Takes the selected states out. The focus goes to a state beside it, not to the beginning of the page.
    pub(super) fn delete(self) {
        if let Some(EdgeRef::Transition(state, kind)) = self.line.get_untracked() {
            self.workspace.apply(&Command::RemoveTransition { state, kind });
            return;
        }
        let Some(state) = untrack(move || self.workspace.selected()) else { return };
        let arrows = [Arrow::Up, Arrow::Left, Arrow::Down, Arrow::Right];
        let beside = arrows.into_iter().find_map(|arrow| self.reached(state, arrow));
        let document = self.workspace.document.get_untracked();
        let name = beside.map(|beside| document.machine().state(beside).name.to_string());
        let is_in_graph = is_focus_in_graph();
        let states = untrack(move || self.workspace.selected_states());
        if self.workspace.apply(&Command::DeleteStates(states))
            && let Some(name) = name.filter(|_| is_in_graph)
        {
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
