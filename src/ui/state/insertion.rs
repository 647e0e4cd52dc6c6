//! Putting items of the palette into the machine, and saying what became of them.

use super::{NoticeKind, Workspace};
use crate::edit::commands::InsertFragment;
use crate::edit::{Place, Standing, StepKind, Transaction, standing, usual_place};
use crate::palette::Item;
use leptos::prelude::*;

impl Workspace {
    /// Puts an item into a place; without one, where it belongs. Its first state is selected. Says whether that was possible.
    pub(in crate::ui) fn insert_item(self, item: &Item, place: Option<Place>) -> bool {
        let after = untrack(|| self.selected_states()).last().copied();
        let document = self.document.get_untracked();
        let fragment = item.text(document.machine().query_language(), self.language.get_untracked());
        let place = place.unwrap_or_else(|| usual_place(&document, after, &fragment));
        let is_done = self.apply(&InsertFragment { place, fragment }.into());
        if is_done {
            let first = untrack(|| self.selected_keys()).into_iter().next();
            self.select_all(first.into_iter().collect());
        }
        is_done
    }

    /// Says after which state something was put in, for those who do not see it; and that nothing leads there, for all.
    pub(super) fn tell_standing(self, transaction: &Transaction) {
        let is_new = transaction.label.kind == StepKind::InsertFragment;
        let is_moved = transaction.label.kind == StepKind::MoveStates && !transaction.edits.is_empty();
        let Some(first) = transaction.placed.first().filter(|_| is_new || is_moved) else { return };
        let words = self.language.get_untracked().messages();
        let document = self.document.get_untracked();
        let machine = document.machine();
        let placed: Vec<_> = transaction.placed.iter().filter_map(|name| machine.find(name)).collect();
        let Some(state) = machine.find(first) else { return };
        match standing(machine, state, &placed) {
            Standing::Loose => self.notify(NoticeKind::Information, words.not_connected(first), false),
            Standing::First if is_new => self.say(words.added_first(first)),
            Standing::After(other) if is_new => {
                self.say(words.added_after(first, &machine.state(other).name));
            }
            Standing::First | Standing::After(_) => {}
        }
    }
}
