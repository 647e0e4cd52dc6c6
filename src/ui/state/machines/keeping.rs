//! Seeing to it that what was done is written: soon after it was done, and before the page is left.

use super::Machines;
use super::writing::head_after;
use crate::project::{Editor, append, rebase};
use crate::ui::platform::{leaving, session, storage};
use crate::ui::state::SavedState;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long after a change that is not stored it is written, in milliseconds; later changes do not put it off.
pub(super) const SOON: u32 = 120;

impl Machines {
    /// Writes whenever something is done, as long as the page lives.
    pub(super) fn keep_on_change(self) {
        Effect::new(move |_| {
            self.workspace.editor.track();
            self.note_change();
        });
        leaving::before_leaving(move || self.keep_now(), move || self.is_safe());
    }

    /// Whether something was done that is not on its way to be stored.
    pub(super) fn has_news(self) -> bool {
        self.workspace.editor.with_untracked(Editor::has_entries)
            || self.workspace.extracted.with_value(|extracted| !extracted.is_empty())
    }

    fn has_unstored(self) -> bool {
        self.has_news() || self.kept.with_value(|kept| kept.needs_base || !kept.queue.is_empty())
    }

    /// Whether nothing would be lost if the page were left.
    fn is_safe(self) -> bool {
        self.kept.with_value(|kept| kept.held.is_empty())
            && (!self.has_unstored() || self.kept.with_value(|kept| kept.has_local))
    }

    fn note_change(self) {
        if self.current.with_untracked(Option::is_none) || !self.has_unstored() {
            return;
        }
        if self.workspace.editor.with_untracked(Editor::has_new_step) {
            self.trail.update(crate::project::Trail::cut);
            session::keep_trail(&self.trail.get_untracked());
        }
        if self.workspace.saved.get_untracked() == SavedState::Saved {
            self.workspace.saved.set(SavedState::Saving);
        }
        self.write_in(SOON);
    }

    /// Writes after a pause, unless it is to be written sooner already.
    pub(super) fn write_in(self, pause: u32) {
        self.kept.update_value(|kept| {
            if kept.timer.is_none() {
                kept.timer = Some(Timeout::new(pause, move || {
                    self.kept.update_value(|kept| drop(kept.timer.take().map(Timeout::forget)));
                    spawn_local(self.write());
                }));
            }
        });
    }

    /// Keeps everything at once, while the page may be going: in localStorage, which does not make it wait. The next writing
    /// brings it to the database.
    fn keep_now(self) {
        let Some(id) = self.current.get_untracked() else { return };
        if !self.has_unstored() {
            return;
        }
        let entries = self.workspace.editor.try_update_untracked(Editor::take_entries).unwrap_or_default();
        self.workspace.editor.with_untracked(|editor| {
            self.kept.update_value(|kept| {
                kept.queue.extend(entries);
                let mut after = head_after(kept.head.as_ref(), id, editor.project());
                let batches = match kept.head.as_ref().filter(|_| !kept.needs_base) {
                    None => vec![rebase(None, &after, editor)],
                    Some(before) => {
                        // What is being written is a revision of its own, whether or not that comes to its end.
                        let (written, rest) = kept.queue.split_at(kept.n_in_flight.min(kept.queue.len()));
                        let first = (!written.is_empty()).then(|| append(before, &after, written));
                        after.revision += u64::from(first.is_some());
                        let second = (!rest.is_empty()).then(|| append(before, &after, rest));
                        first.into_iter().chain(second).collect()
                    }
                };
                kept.has_local = batches.iter().all(|batch| storage::commit_local(batch).is_ok());
            });
        });
        for (id, project) in self.workspace.extracted.get_value() {
            let head = head_after(None, id, &project);
            // It stays among those that wait, and is tried again if the page lives on.
            let _ = storage::commit_local(&rebase(None, &head, &Editor::of(project)));
        }
        spawn_local(self.write());
    }
}
