//! Walking along the edges of the graph with the arrow keys.

use super::focus::is_focus_in_graph;
use super::{Actions, focus_node, focus_selected};
use crate::asl::{EdgeRef, StateId, StateKey};
use crate::edit::commands::{DeleteStates, RemoveTransition};
use crate::interact::{Arrow, walk};
use leptos::prelude::*;

impl Actions {
    /// Goes where an arrow leads from the state that has the focus, or else the selected one; without one, to the first state.
    /// What was selected beside it is not any more.
    pub(super) fn walk(self, arrow: Arrow) {
        let Some(from) = self.at() else { return self.go_to_start() };
        if let Some(to) = self.reached(from, arrow) {
            let document = self.workspace.document.get_untracked();
            let machine = document.machine();
            self.note_step(machine.key(from), machine.key(to));
            self.workspace.group.set(Vec::new());
            self.workspace.go_to(to);
            focus_node(&machine.key(to));
        }
    }

    /// Keeps where the walk came from: it goes back there.
    pub(super) fn note_step(self, from: StateKey, to: StateKey) {
        self.trail.set_value(Some((to, from)));
    }

    /// Where an arrow leads from a state.
    pub(super) fn reached(self, from: StateId, arrow: Arrow) -> Option<StateId> {
        let document = self.workspace.document.get_untracked();
        let machine = document.machine();
        let own_key = machine.key(from);
        let came_from = self.trail.with_value(|trail| {
            let (_, before) = trail.as_ref().filter(|(at, _)| *at == own_key)?;
            machine.find_key(before)
        });
        let direction = self.workspace.arrangement.with_untracked(|arrangement| arrangement.direction);
        self.workspace.diagram.with_untracked(|diagram| walk(machine, diagram, direction, from, arrow, came_from))
    }

    /// Takes the selected states out. The focus goes to a state beside it, not to the beginning of the page.
    pub(super) fn delete(self) {
        if let Some(EdgeRef::Transition(state, kind)) = self.line.get_untracked() {
            if self.workspace.apply(&RemoveTransition { state, kind }.into()) {
                self.workspace.say_step();
            }
            return;
        }
        let states = untrack(move || self.workspace.selected_states());
        let Some(state) = states.first().copied() else { return };
        let arrows = [Arrow::Up, Arrow::Left, Arrow::Down, Arrow::Right];
        let beside =
            arrows.into_iter().filter_map(|arrow| self.reached(state, arrow)).find(|beside| !states.contains(beside));
        let document = self.workspace.document.get_untracked();
        let name = beside.map(|beside| document.machine().state(beside).name.to_string());
        let is_in_graph = is_focus_in_graph();
        if !self.workspace.apply(&DeleteStates { states }.into()) {
            return;
        }
        self.workspace.say_step();
        match name.filter(|_| is_in_graph) {
            Some(name) => focus_node(&StateKey::first(name)),
            None if is_in_graph => focus_selected(self),
            None => {}
        }
    }

    /// Goes to the machine's first state.
    pub(super) fn go_to_start(self) {
        let document = self.workspace.document.get_untracked();
        let start = document.machine().root().and_then(|root| root.start_at.as_ref()?.state);
        if let Some(start) = start {
            self.workspace.group.set(Vec::new());
            self.workspace.go_to(start);
            focus_node(&document.machine().key(start));
        }
    }
}
