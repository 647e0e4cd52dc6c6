//! Places that a person gives to states by hand. They are kept with the project; the definition knows nothing of them.

use super::Workspace;
use crate::asl::StateId;
use crate::edit::{Label, Placements, StepKind};
use crate::interact::placed;
use crate::layout::Point;
use crate::project::MergeKey;
use leptos::prelude::*;

impl Workspace {
    /// Moves states by a distance, in pixels of the drawing; there they stay. Steps with equal keys become one.
    pub(in crate::ui) fn place_by_hand(self, states: &[StateId], by: Point, merge: Option<MergeKey>) {
        let arrangement = self.arrangement.get_untracked();
        let (placements, name) = self.document.with_untracked(|document| {
            let machine = document.machine();
            let placements = self.diagram.with_untracked(|diagram| {
                placed(diagram, machine, &arrangement.placements, states, by, arrangement.direction)
            });
            let first = states.first().and_then(|state| machine.get(*state));
            (placements, first.map(|state| state.name.to_string()).unwrap_or_default())
        });
        self.arrange(placements, Label::new(StepKind::PlaceByHand, name).times(states.len()), merge);
    }

    /// Gives states back to the layout.
    pub(in crate::ui) fn place_automatically(self, names: &[String]) {
        let mut placements = self.placements_untracked();
        placements.retain(|name, _| !names.contains(name));
        self.arrange(placements, Label::new(StepKind::PlaceAutomatically, "").times(names.len()), None);
    }

    /// Gives all states back to the layout.
    pub(in crate::ui) fn place_all_automatically(self) {
        let n_states = self.placements_untracked().len();
        self.arrange(Placements::default(), Label::new(StepKind::PlaceAutomatically, "").times(n_states), None);
    }

    /// The names of the selected states that have a place by hand; reading it follows both.
    pub(in crate::ui) fn selected_placed(self) -> Vec<String> {
        let names = self.selected_keys().into_iter().map(|key| key.name);
        self.arrangement.with(|arrangement| names.filter(|name| arrangement.placements.contains_key(name)).collect())
    }

    fn placements_untracked(self) -> Placements {
        self.arrangement.with_untracked(|arrangement| arrangement.placements.clone())
    }
}
