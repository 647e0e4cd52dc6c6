//! Several states selected at once. One of them is the workspace's selection, which the inspector shows.

use super::Workspace;
use crate::asl::{StateId, StateKey};
use crate::graph::MachineGraph;
use crate::interact::toggled;
use leptos::prelude::*;

impl Workspace {
    /// Whether a state is selected, alone or among others.
    pub(in crate::ui) fn is_selected(self, key: &StateKey) -> bool {
        self.selection.with(|selection| selection.as_ref() == Some(key)) || self.group.with(|group| group.contains(key))
    }

    /// All selected states, in the order of their choice.
    pub(in crate::ui) fn selected_keys(self) -> Vec<StateKey> {
        let group = self.group.get();
        if group.is_empty() { self.selection.get().into_iter().collect() } else { group }
    }

    /// All selected states, in the order of the text.
    pub(in crate::ui) fn selected_states(self) -> Vec<StateId> {
        let keys = self.selected_keys();
        self.document.with(|document| {
            let mut states: Vec<StateId> = keys.iter().filter_map(|key| document.machine().find_key(key)).collect();
            states.sort();
            states
        })
    }

    /// Selects these states and no other.
    pub(in crate::ui) fn select_all(self, keys: Vec<StateKey>) {
        self.selection.set(keys.last().cloned());
        self.group.set(if keys.len() > 1 { keys } else { Vec::new() });
    }

    /// Adds a state to those selected, or takes it away.
    pub(in crate::ui) fn toggle_selected(self, key: StateKey) {
        self.select_all(toggled(untrack(|| self.selected_keys()), key));
    }

    /// Selects all states on the ways between the selected state and another one; where no way leads from the one to the
    /// other, that one is added.
    pub(in crate::ui) fn extend_selection(self, key: StateKey) {
        let on_way = self.document.with_untracked(|document| {
            let machine = document.machine();
            let from = self.selection.with_untracked(|selection| machine.find_key(selection.as_ref()?))?;
            let to = machine.find_key(&key)?;
            let graph = MachineGraph::new(machine);
            let forwards = graph.between(from, to);
            let found = if forwards.is_empty() { graph.between(to, from) } else { forwards };
            Some(found.iter().map(|state| machine.key(*state)).collect::<Vec<_>>())
        });
        match on_way.filter(|keys| !keys.is_empty()) {
            Some(mut keys) => {
                keys.retain(|other| *other != key);
                keys.push(key);
                self.select_all(keys);
            }
            None => self.toggle_selected(key),
        }
    }

    /// Ends the selection of several states when another one is selected, and forgets states that are gone.
    pub(in crate::ui) fn keep_group(self) {
        Effect::new(move |_| {
            let selection = self.selection.get();
            let is_of = self
                .group
                .with_untracked(|group| group.is_empty() || selection.as_ref().is_some_and(|key| group.contains(key)));
            if !is_of {
                self.group.set(Vec::new());
            }
        });
        Effect::new(move |_| {
            self.document.track();
            let group = self.group.get_untracked();
            let left: Vec<StateKey> = self.document.with_untracked(|document| {
                group.iter().filter(|key| document.machine().find_key(key).is_some()).cloned().collect()
            });
            if left.len() != group.len() {
                self.group.set(if left.len() > 1 { left } else { Vec::new() });
            }
        });
    }
}
