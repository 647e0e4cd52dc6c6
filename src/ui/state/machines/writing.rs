//! Writing what was done: into the database, else into localStorage; and with a word when neither takes it.

use super::Machines;
use super::holding::Held;
use super::keeping::SOON;
use crate::project::{Batch, Editor, Head, JOURNAL_LIMIT, MachineId, Project, append, rebase, remove};
use crate::ui::platform::storage::{self, NotStored};
use crate::ui::platform::{random, session};
use crate::ui::state::{NoticeKind, Offer, SavedState};
use leptos::prelude::*;

/// How long after a failure it is tried again, in milliseconds.
pub(super) const AGAIN: u32 = 3_000;

/// Something to be written.
struct Write {
    batch: Batch,
    after: Head,
    is_base: bool,
    n_entries: usize,
}

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    InDatabase,
    InLocalStorage,
    Nowhere,
}

impl Machines {
    /// Writes all that is not stored. Whoever awaits it finds it stored, or being written already.
    pub(super) async fn write(self) {
        if self.kept.with_value(|kept| kept.is_writing) {
            return;
        }
        self.kept.update_value(|kept| kept.is_writing = true);
        self.store_extracted().await;
        let mut written = Written::InDatabase;
        while written == Written::InDatabase
            && let Some(write) = self.next_write()
        {
            written = self.carry_out(write).await;
        }
        if written != Written::Nowhere && !self.store_held().await {
            written = Written::Nowhere;
        }
        self.kept.update_value(|kept| (kept.is_writing, kept.n_in_flight) = (false, 0));
        self.tell_saved(written);
    }

    /// Puts machines that were made of parts of this one on the shelf, before this one says that it is linked to them.
    async fn store_extracted(self) {
        let extracted = self.workspace.extracted.try_update_value(std::mem::take).unwrap_or_default();
        for (id, project) in extracted {
            if !self.put_on_shelf(id.clone(), project.clone()).await {
                self.hold(id, Held::new(Editor::of(project)));
            }
        }
    }

    fn next_write(self) -> Option<Write> {
        let id = self.current.get_untracked()?;
        let entries = self.workspace.editor.try_update_untracked(Editor::take_entries)?;
        self.workspace.editor.with_untracked(|editor| {
            self.kept.try_update_value(|kept| {
                kept.queue.extend(entries);
                if kept.queue.is_empty() && !kept.needs_base {
                    return None;
                }
                let before = kept.head.clone();
                let mut after = head_after(before.as_ref(), id, editor.project());
                if before.is_none() && kept.queue.is_empty() {
                    after.example.clone_from(&kept.example);
                }
                let is_base = kept.needs_base || kept.journal_size > JOURNAL_LIMIT.max(editor.document().text().len());
                let batch = match before.filter(|_| !is_base) {
                    Some(before) => append(&before, &after, &kept.queue),
                    None => rebase(kept.database_head.as_ref(), &after, editor),
                };
                kept.n_in_flight = kept.queue.len();
                Some(Write { batch, after, is_base, n_entries: kept.queue.len() })
            })?
        })
    }

    async fn carry_out(self, write: Write) -> Written {
        let stored = match self.storage() {
            Some(storage) => storage.commit(&write.batch).await,
            None => Err(NotStored::Refused),
        };
        match stored {
            Ok(()) => {
                self.stored(&write, Written::InDatabase);
                Written::InDatabase
            }
            Err(NotStored::Overtaken) => {
                self.become_copy();
                Written::InDatabase
            }
            // What the database does not take goes to localStorage, whole.
            Err(NotStored::Full | NotStored::Refused) => {
                let batch = self.workspace.editor.with_untracked(|editor| rebase(None, &write.after, editor));
                self.kept.update_value(|kept| kept.needs_base = true);
                if storage::commit_local(&batch).is_err() {
                    return Written::Nowhere;
                }
                self.stored(&write, Written::InLocalStorage);
                Written::InLocalStorage
            }
        }
    }

    fn stored(self, write: &Write, place: Written) {
        let head = &write.after;
        self.kept.update_value(|kept| {
            kept.queue.drain(..write.n_entries.min(kept.queue.len()));
            kept.journal_size = if write.is_base { 0 } else { kept.journal_size + write.batch.size() };
            kept.head = Some(head.clone());
            if place == Written::InDatabase {
                kept.database_head = Some(head.clone());
                kept.needs_base = false;
                if std::mem::take(&mut kept.has_local) {
                    // What was written there in a hurry is in the database now; what stays is older than that.
                    let _ = storage::commit_local(&remove(&head.id));
                }
            } else {
                kept.has_local = true;
            }
        });
        self.workspace.shelf.update(|shelf| shelf.put(head.clone()));
        self.tell_tabs(head);
    }

    fn tell_saved(self, written: Written) {
        let words = self.words();
        let notice = format!("{}. {}", words.not_saved(), words.not_saved_hint());
        if written == Written::Nowhere {
            self.workspace.saved.set(SavedState::Failed);
            self.write_in(AGAIN);
            if !self.kept.with_value(|kept| kept.has_warned) {
                self.kept.update_value(|kept| kept.has_warned = true);
                self.workspace.notify_with(NoticeKind::Error, notice, Offer::Download);
            }
            return;
        }
        if self.has_news() {
            return self.write_in(SOON);
        }
        self.kept.update_value(|kept| kept.has_warned = false);
        self.workspace.saved.set(SavedState::Saved);
        if self.workspace.notices.with_untracked(|shown| shown.iter().any(|shown| shown.text == notice)) {
            self.workspace.notices.update(|shown| shown.retain(|shown| shown.text != notice));
        }
    }

    /// Another tab has changed this machine, so what was done here becomes a machine of its own.
    fn become_copy(self) {
        let name = self.workspace.name.get_untracked();
        let copy = self.free_name(&name);
        let id = MachineId::of(random::number());
        self.release();
        self.kept.update_value(|kept| {
            kept.close();
            (kept.needs_base, kept.is_writing) = (true, true);
        });
        self.current.set(Some(id.clone()));
        session::keep_machine(&id);
        self.claim(id);
        self.workspace.set_name(copy.clone());
        self.workspace.notify(NoticeKind::Warning, self.words().became_copy(&name, &copy), false);
    }

    /// Writes a machine that is not open, whole; says whether it is stored.
    pub(super) async fn put_on_shelf(self, id: MachineId, project: Project) -> bool {
        let head = head_after(None, id, &project);
        let batch = rebase(None, &head, &Editor::of(project));
        self.store(batch, head).await
    }

    /// Writes a batch of a machine that is not open, and takes up its lines on the shelf; says whether it is stored.
    pub(super) async fn store(self, batch: Batch, head: Head) -> bool {
        self.try_store(batch, head).await.is_ok()
    }

    /// The same; says why it is not stored.
    pub(super) async fn try_store(self, batch: Batch, head: Head) -> Result<(), NotStored> {
        let stored = match self.storage() {
            Some(storage) => storage.commit(&batch).await,
            None => Err(NotStored::Refused),
        };
        match stored {
            Err(NotStored::Full | NotStored::Refused) => storage::commit_local(&batch)?,
            stored => stored?,
        }
        self.workspace.shelf.update(|shelf| shelf.put(head.clone()));
        self.tell_tabs(&head);
        Ok(())
    }
}

/// The lines of a machine for the shelf after a change.
pub(super) fn head_after(before: Option<&Head>, id: MachineId, project: &Project) -> Head {
    Head {
        id,
        name: project.name.clone(),
        revision: before.map_or(0, |before| before.revision) + 1,
        modified: js_sys::Date::now(),
        deleted: None,
        example: None,
    }
}
