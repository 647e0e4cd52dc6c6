//! What machines look like on the shelf: a picture and the number of problems, written when both are known.

use super::Machines;
use crate::check::Severity;
use crate::project::{Batch, Card, Key, MachineId, Put};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long after the last change or check a card is written, in milliseconds.
const PAUSE: u32 = 800;

impl Machines {
    /// Writes the card of the open machine whenever it has come to rest.
    pub(super) fn write_cards(self) {
        Effect::new(move |_| {
            self.workspace.diagnostics.track();
            if !self.workspace.is_checking.get() && self.current.with(Option::is_some) {
                let write = move || {
                    self.kept.update_value(|kept| drop(kept.card_timer.take().map(Timeout::forget)));
                    spawn_local(self.write_card());
                };
                self.kept.update_value(|kept| kept.card_timer = Some(Timeout::new(PAUSE, write)));
            }
        });
    }

    async fn write_card(self) {
        let Some(id) = self.current.get_untracked().filter(|_| !self.workspace.is_followed.get_untracked()) else {
            return;
        };
        let n_states = self.workspace.document.with_untracked(|document| document.machine().n_states());
        let mut card = self.workspace.diagram.with_untracked(|diagram| Card::of(diagram, n_states));
        let count = |severity| Some(untrack(move || self.workspace.n_problems(severity)));
        (card.n_errors, card.n_warnings) = (count(Severity::Error), count(Severity::Warning));
        if self.cards.with_untracked(|cards| cards.get(&id) == Some(&card)) {
            return;
        }
        let text = serde_json::to_string(&card).unwrap_or_default();
        let batch = Batch { puts: vec![Put { key: Key::Card(id.clone()).text(), text }], ..Batch::default() };
        if let Some(storage) = self.storage() {
            // Without it the shelf shows the name alone.
            let _ = storage.commit(&batch).await;
        }
        self.cards.update(|cards| drop(cards.insert(id, card)));
    }

    /// Reads the cards of all machines.
    pub(in crate::ui) fn read_cards(self) {
        spawn_local(async move {
            self.write_card().await;
            let Some(storage) = self.storage() else { return };
            let prefix = Key::all_cards();
            for (key, text) in storage.read(&prefix).await {
                let id = serde_json::from_value::<MachineId>(key[prefix.len()..].into());
                if let (Ok(id), Ok(card)) = (id, serde_json::from_str(&text)) {
                    self.cards.update(|cards| drop(cards.insert(id, card)));
                }
            }
        });
    }
}
