//! Putting items of the palette into the machine.

use super::Workspace;
use crate::asl::EdgeRef;
use crate::edit::{Command, Place};
use crate::palette::Item;
use leptos::prelude::*;

impl Workspace {
    /// Puts an item into a place; without one, where it belongs. Says whether that was possible.
    pub(in crate::ui) fn insert_item(self, item: &Item, place: Option<Place>) -> bool {
        let Some(place) = place.or_else(|| untrack(|| self.usual_place())) else { return false };
        let language = self.document.with_untracked(|document| document.machine().query_language());
        let fragment = item.fragment(language).to_string();
        self.apply(&Command::InsertFragment { place, fragment })
    }

    /// Behind the last of the selected states; without one, where the machine ends first, or its beginning.
    fn usual_place(self) -> Option<Place> {
        let selected = self.selected_states();
        self.document.with(|document| {
            let machine = document.machine();
            let (id, root) = machine.scopes().next()?;
            if root.states.is_empty() {
                return Some(Place::Empty(id));
            }
            let after = selected.last().map(|state| Place::After(*state));
            let end = root.states.iter().find(|state| machine.state(**state).is_end);
            after.or_else(|| end.map(|state| Place::Edge(EdgeRef::End(*state)))).or(Some(Place::Loose(id)))
        })
    }
}
