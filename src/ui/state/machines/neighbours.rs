//! The machines that a run may start: those that are linked, and those of the shelf whose names stand in what is run.

use super::Machines;
use crate::project::{MachineId, Neighbour, Project};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many machines a run takes along at the most.
const MOST: usize = 100;

impl Machines {
    /// Reads all machines that the open one, or one of those, may start; by the name under which it is started.
    pub(in crate::ui) async fn neighbours(self) -> BTreeMap<String, Neighbour> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.workspace.editor.with_untracked(|editor| editor.project().clone())];
        while let Some(project) = waiting.pop() {
            for (name, id) in self.started_by(&project) {
                if found.len() == MOST || found.contains_key(&name) {
                    continue;
                }
                let held = self.kept.with_value(|kept| kept.held.get(&id).map(|held| held.editor.project().clone()));
                let other = match held {
                    Some(project) => project,
                    None => match self.read(&id).await {
                        Ok((editor, _)) => editor.project().clone(),
                        // A run that gets there is told that there is no such machine.
                        Err(_) => continue,
                    },
                };
                let neighbour = Neighbour { text: other.document.text().to_owned(), mocks: (*other.mocks).clone() };
                found.insert(name, neighbour);
                waiting.push(other);
            }
        }
        found
    }

    /// Names may come from the definition, from the input and from what services answer.
    fn started_by(self, project: &Project) -> Vec<(String, MachineId)> {
        let mocks = serde_json::to_string(&*project.mocks).unwrap_or_default();
        let is_named = |name: &str| {
            !name.is_empty() && [project.document.text(), &project.input, &mocks].iter().any(|text| text.contains(name))
        };
        self.workspace.shelf.with_untracked(|shelf| {
            let linked =
                project.linked.iter().filter(|(_, id)| shelf.get(id).is_some_and(|head| head.deleted.is_none()));
            let linked = linked.map(|(name, id)| (name.clone(), id.clone()));
            let named = shelf.machines().into_iter().filter(|head| is_named(&head.name));
            linked.chain(named.map(|head| (head.name.clone(), head.id.clone()))).collect()
        })
    }
}
