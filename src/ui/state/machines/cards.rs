//! What machines look like on the shelf: a picture and the number of problems. Written of the open machine when both are
//! known and when it is left, and made of any other that has none when the shelf is looked at.

use super::Machines;
use crate::check::Severity;
use crate::diagram::{Arrangement, Drawn};
use crate::engine::{Reported, Request, Response};
use crate::project::{Batch, Card, Key, MachineId, Project, Put};
use crate::ui::state::WorkerWatch;
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

    /// Writes the card of the open machine; without numbers while they are being worked out.
    pub(super) async fn write_card(self) {
        let Some(id) = self.current.get_untracked().filter(|_| !self.workspace.is_followed.get_untracked()) else {
            return;
        };
        let n_states = self.workspace.document.with_untracked(|document| document.machine().n_states());
        let mut card = self.workspace.diagram.with_untracked(|diagram| Card::of(diagram, n_states));
        if !self.workspace.is_checking.get_untracked() && !self.workspace.is_unchecked.get_untracked() {
            self.workspace.diagnostics.with_untracked(|found| count(&mut card, found));
        }
        self.put_card(id, card).await;
    }

    async fn put_card(self, id: MachineId, card: Card) {
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

    /// Reads the cards of all machines, and makes those that are missing.
    pub(in crate::ui) fn read_cards(self, worker: WorkerWatch) {
        spawn_local(async move {
            self.write_card().await;
            let prefix = Key::all_cards();
            let stored = match self.storage() {
                Some(storage) => storage.read(&prefix).await,
                None => Vec::new(),
            };
            for (key, text) in stored {
                let id = serde_json::from_value::<MachineId>(key[prefix.len()..].into());
                if let (Ok(id), Ok(card)) = (id, serde_json::from_str(&text)) {
                    self.cards.update(|cards| drop(cards.insert(id, card)));
                }
            }
            let has_all = |id: &MachineId| self.cards.with_untracked(|cards| cards.get(id).is_some_and(is_whole));
            let missing = self.workspace.shelf.with_untracked(|shelf| {
                let machines = shelf.machines().into_iter().map(|head| head.id.clone());
                machines.filter(|id| !has_all(id)).collect::<Vec<_>>()
            });
            self.make_cards(worker, missing).await;
        });
    }

    /// Makes the cards of machines one after the other: first the picture, then the numbers from the worker.
    async fn make_cards(self, worker: WorkerWatch, machines: Vec<MachineId>) {
        for id in machines {
            let is_open = self.current.with_untracked(|current| current.as_ref() == Some(&id));
            if is_open {
                continue;
            }
            let Some(project) = self.project_of(&id).await else { continue };
            let card = self.picture(&project);
            self.cards.update(|cards| drop(cards.insert(id.clone(), card.clone())));
            let text = project.document.text().into();
            let request = Request::Check { revision: 0, text, options: Box::new(project.check_options()) };
            worker.engine.with_value(|engine| {
                engine.ask(request, move |answer| {
                    // A worker that is gone leaves the picture alone; the numbers are worked out another time.
                    if let Ok(Response::Checked { diagnostics, .. }) = answer {
                        let mut card = card;
                        count(&mut card, &diagnostics);
                        spawn_local(self.put_card(id, card));
                    }
                });
            });
        }
    }

    fn picture(self, project: &Project) -> Card {
        let direction = self.workspace.arrangement.with_untracked(|arrangement| arrangement.direction);
        let placements = project.placements.clone();
        let arrangement = Arrangement { placements, direction, ..Arrangement::default() };
        let drawn = Drawn::new(&project.document, self.words(), &arrangement, None);
        Card::of(drawn.diagram(), project.document.machine().n_states())
    }
}

/// Whether nothing of a card is missing.
fn is_whole(card: &Card) -> bool {
    card.n_errors.is_some() && card.n_warnings.is_some()
}

fn count(card: &mut Card, found: &[Reported]) {
    let of = |severity| Some(found.iter().filter(|reported| reported.diagnostic.severity == severity).count());
    (card.n_errors, card.n_warnings) = (of(Severity::Error), of(Severity::Warning));
}
