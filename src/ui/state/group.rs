//! Several states selected at once. One of them is the workspace's selection, which the inspector shows.

use super::Workspace;
use crate::asl::StateId;
use crate::graph::MachineGraph;
use crate::interact::toggled;
use leptos::prelude::*;

impl Workspace {
    /// Whether a state is selected, alone or among others.
    pub(in crate::ui) fn is_selected(self, name: &str) -> bool {
        self.selection.with(|selection| selection.as_deref() == Some(name))
            || self.group.with(|group| group.iter().any(|other| other == name))
    }

    /// The names of all selected states.
    pub(in crate::ui) fn selected_names(self) -> Vec<String> {
        let group = self.group.get();
        if group.is_empty() { self.selection.get().into_iter().collect() } else { group }
    }

    /// All selected states, in the order of the text.
    pub(in crate::ui) fn selected_states(self) -> Vec<StateId> {
        let names = self.selected_names();
        self.document.with(|document| {
            let mut states: Vec<StateId> = names.iter().filter_map(|name| document.machine().find(name)).collect();
            states.sort();
            states
        })
    }

    /// Selects these states and no other.
    pub(in crate::ui) fn select_all(self, names: Vec<String>) {
        self.selection.set(names.last().cloned());
        self.group.set(if names.len() > 1 { names } else { Vec::new() });
    }

    /// Adds a state to those selected, or takes it away.
    pub(in crate::ui) fn toggle_selected(self, name: &str) {
        self.select_all(toggled(untrack(|| self.selected_names()), name));
    }

    /// Selects all states on the ways between the selected state and another one; where no way leads from the one to the
    /// other, that one is added.
    pub(in crate::ui) fn extend_selection(self, name: &str) {
        let on_way = self.document.with_untracked(|document| {
            let machine = document.machine();
            let from = self.selection.with_untracked(|selection| machine.find(selection.as_deref()?))?;
            let to = machine.find(name)?;
            let graph = MachineGraph::new(machine);
            let forwards = graph.between(from, to);
            let found = if forwards.is_empty() { graph.between(to, from) } else { forwards };
            Some(found.iter().map(|state| machine.state(*state).name.to_string()).collect::<Vec<_>>())
        });
        match on_way.filter(|names| !names.is_empty()) {
            Some(mut names) => {
                names.retain(|other| other != name);
                names.push(name.to_owned());
                self.select_all(names);
            }
            None => self.toggle_selected(name),
        }
    }

    /// Ends the selection of several states when another one is selected, and forgets states that are gone.
    pub(in crate::ui) fn keep_group(self) {
        Effect::new(move |_| {
            let selection = self.selection.get();
            let is_of = self.group.with_untracked(|group| {
                group.is_empty() || selection.as_ref().is_some_and(|name| group.contains(name))
            });
            if !is_of {
                self.group.set(Vec::new());
            }
        });
        Effect::new(move |_| {
            self.document.track();
            let group = self.group.get_untracked();
            let left: Vec<String> = self.document.with_untracked(|document| {
                group.iter().filter(|name| document.machine().find(name).is_some()).cloned().collect()
            });
            if left.len() != group.len() {
                self.group.set(if left.len() > 1 { left } else { Vec::new() });
            }
        });
    }
}
