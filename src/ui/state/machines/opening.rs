//! Reading a machine, and showing it in place of the one that is open: never before that one is stored.

use super::writing::{AGAIN, head_after};
use super::{A_MOMENT, Machines};
use crate::project::{
    Assembled, Damage, Editor, HEADS, Head, Key, MachineId, Project, Put, Unreadable, assemble, rebase,
};
use crate::ui::platform::session;
use crate::ui::platform::storage::{Record, read_local};
use crate::ui::state::{NoticeKind, Offer, SavedState};
use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A machine as it was found, and how it is kept.
#[derive(Default)]
pub(super) struct Found {
    pub(super) head: Option<Head>,
    pub(super) database_head: Option<Head>,
    pub(super) example: Option<String>,
    pub(super) journal_size: usize,
    pub(super) has_local: bool,
    pub(super) needs_base: bool,
}

/// All records of one machine, wherever they stand.
#[derive(Default)]
struct Records {
    heads: [Option<Head>; 2],
    bases: Vec<String>,
    entries: BTreeMap<u64, String>,
    has_local: bool,
}

impl Records {
    /// Takes up what one store holds; what was taken up before counts more where both have a revision.
    fn take(&mut self, head: Vec<Record>, base: Vec<Record>, entries: Vec<Record>, is_local: bool) {
        self.has_local |= is_local && !(head.is_empty() && base.is_empty() && entries.is_empty());
        self.heads[usize::from(is_local)] = head.into_iter().find_map(|(_, text)| serde_json::from_str(&text).ok());
        self.bases.extend(base.into_iter().map(|(_, text)| text));
        for (key, text) in entries {
            if let Some(revision) = Key::revision(&key) {
                self.entries.entry(revision).or_insert(text);
            }
        }
    }

    /// The machine from the base that leads furthest.
    fn assembled(&self) -> Result<Assembled, Unreadable> {
        let mut best: Result<Assembled, Unreadable> = Err(Unreadable::Malformed);
        for base in &self.bases {
            let next = assemble(base, self.entries.iter().map(|(revision, text)| (*revision, text.as_str())));
            best = match (best, next) {
                (Ok(best), Ok(next)) if best.revision >= next.revision => Ok(best),
                (_, Ok(next)) => Ok(next),
                (Err(Unreadable::Malformed), Err(next)) => Err(next),
                (best, Err(_)) => best,
            };
        }
        best
    }

    /// All of it as one text, for whoever can make something of it.
    fn raw(&self) -> String {
        let entries: Vec<&String> = self.entries.values().collect();
        serde_json::to_string(&(&self.bases, entries)).unwrap_or_default()
    }
}

impl Machines {
    async fn records(self, id: &MachineId) -> Records {
        let keys = [Key::Head(id.clone()).text(), Key::Base(id.clone()).text(), Key::all_entries(id)];
        let mut records = Records::default();
        if let Some(storage) = self.storage() {
            let [head, base, entries] = &keys;
            let (head, base) = (storage.read(head).await, storage.read(base).await);
            records.take(head, base, storage.read(entries).await, false);
        }
        let [head, base, entries] = keys.map(|key| read_local(&key));
        records.take(head, base, entries, true);
        records
    }

    /// The project of a machine as far as it can be read, wherever it stands; without a word where it cannot.
    pub(super) async fn project_of(self, id: &MachineId) -> Option<Project> {
        let held = self.kept.with_value(|kept| kept.held.get(id).map(|held| held.editor.project().clone()));
        match held {
            Some(project) => Some(project),
            None => self.records(id).await.assembled().ok().map(|assembled| assembled.editor.project().clone()),
        }
    }

    /// Reads a machine.
    pub(super) async fn read(self, id: &MachineId) -> Result<(Editor, Found), Unreadable> {
        let records = self.records(id).await;
        let assembled = match records.assembled() {
            Ok(assembled) => assembled,
            Err(error) => {
                self.tell_unreadable(id, &error, records.raw());
                return Err(error);
            }
        };
        let [database_head, local_head] = records.heads.clone();
        let newest = [&database_head, &local_head].into_iter().flatten().max_by_key(|head| head.revision).cloned();
        let head = newest.map(|head| Head { revision: assembled.revision, ..head });
        if let Some(damage) = &assembled.damage {
            self.keep_damaged(id, head.as_ref(), damage, &assembled.editor, records.raw()).await;
        }
        let found = Found {
            example: head.as_ref().and_then(|head| head.example.clone()),
            journal_size: assembled.journal_size,
            has_local: records.has_local,
            needs_base: records.has_local || assembled.damage.is_some(),
            head,
            database_head,
        };
        Ok((assembled.editor, found))
    }

    fn tell_unreadable(self, id: &MachineId, error: &Unreadable, raw: String) {
        let name = self.workspace.shelf.with_untracked(|shelf| shelf.get(id).map(|head| head.name.clone()));
        let name = name.unwrap_or_default();
        let words = self.words();
        let (text, offer) = match error {
            Unreadable::Malformed => (words.machine_unreadable(&name), Offer::Raw { name, text: raw }),
            Unreadable::TooNew { .. } => (words.machine_too_new(&name), Offer::Raw { name, text: raw }),
        };
        self.workspace.notify_with(NoticeKind::Error, text, offer);
    }

    /// What could be read of a damaged machine opens; all that was stored of it is kept aside, as it was.
    async fn keep_damaged(self, id: &MachineId, head: Option<&Head>, damage: &Damage, editor: &Editor, raw: String) {
        let name = editor.project().name.clone();
        if let (Some(head), Some(storage)) = (head, self.storage()) {
            let aside = Put { key: Key::Unreadable(id.clone()).text(), text: raw.clone() };
            let mut batch = rebase(Some(head), head, editor);
            batch.puts = vec![aside];
            batch.removed_prefixes.clear();
            // Where there is no room for it, it can be downloaded now.
            let _ = storage.commit(&batch).await;
        }
        let text = match damage {
            Damage::Fields(fields) => self.words().machine_fields_unread(&name, &fields.join(", ")),
            Damage::CutOff | Damage::Entries { .. } => self.words().machine_cut_off(&name),
        };
        self.workspace.notify_with(NoticeKind::Error, text, Offer::Raw { name, text: raw });
    }

    /// Opens a machine of the shelf in place of the present one; says whether it is open. With `is_new_way` undo leads back.
    pub(super) async fn go_to(self, id: MachineId, is_new_way: bool) -> bool {
        if self.current.get_untracked().as_ref() == Some(&id) {
            return true;
        }
        let held = self.kept.try_update_value(|kept| kept.held.remove(&id)).flatten();
        let (editor, found) = match held {
            Some(held) => held.found(),
            None => match self.read(&id).await {
                Ok(read) => read,
                Err(_) => return false,
            },
        };
        self.leave(is_new_way).await;
        self.adopt(id, editor, found);
        true
    }

    /// Stores what is open, or keeps it in memory where nothing stores it; and remembers it as the machine before.
    pub(super) async fn leave(self, is_new_way: bool) {
        if self.current.with_untracked(Option::is_none) && self.has_news() {
            // What was done before the stores were open is not the work of any machine yet.
            self.begin_with_project();
        }
        let Some(id) = self.current.get_untracked() else { return };
        let is_stored = self.settle().await;
        self.write_card().await;
        let editor = self.workspace.editor.get_untracked();
        if is_new_way {
            self.trail.update(|trail| trail.leave(id.clone(), editor.position()));
        }
        if !is_stored {
            self.hold_open(id, editor);
        }
    }

    /// Writes until nothing is left to be written; says whether all is stored.
    pub(super) async fn settle(self) -> bool {
        loop {
            self.write().await;
            if self.kept.with_value(|kept| kept.is_writing) {
                TimeoutFuture::new(A_MOMENT).await;
                continue;
            }
            if self.workspace.saved.get_untracked() == SavedState::Failed {
                return false;
            }
            let is_done = self.kept.with_value(|kept| kept.queue.is_empty() && (kept.has_local || !kept.needs_base));
            if is_done && !self.has_news() {
                return true;
            }
        }
    }

    /// Shows a machine as the open one.
    pub(super) fn adopt(self, id: MachineId, editor: Editor, found: Found) {
        self.release();
        self.kept.update_value(|kept| {
            kept.close();
            kept.head = found.head;
            kept.database_head = found.database_head;
            kept.example.clone_from(&found.example);
            kept.journal_size = found.journal_size;
            kept.has_local = found.has_local;
            kept.needs_base = found.needs_base;
        });
        session::keep_machine(&id);
        session::keep_trail(&self.trail.get_untracked());
        if self.workspace.shelf.with_untracked(|shelf| shelf.get(&id).is_none()) {
            // It is on the shelf from the start, though nothing of it is stored yet.
            let head = Head { revision: 0, example: found.example, ..head_after(None, id.clone(), editor.project()) };
            self.workspace.shelf.update(|shelf| shelf.put(head));
        }
        self.current.set(Some(id.clone()));
        self.workspace.is_followed.set(false);
        let is_stored = self.kept.with_value(|kept| kept.held.is_empty());
        self.workspace.saved.set(if is_stored { SavedState::Saved } else { SavedState::Failed });
        self.workspace.show_other(editor);
        self.claim(id);
        if !is_stored {
            self.write_in(AGAIN);
        }
    }

    /// The lines of all machines, wherever they stand.
    pub(super) async fn read_shelf(self) {
        let mut records = read_local(HEADS);
        if let Some(storage) = self.storage() {
            records.extend(storage.read(HEADS).await);
        }
        let heads = records.iter().filter_map(|(_, text)| serde_json::from_str::<Head>(text).ok());
        self.workspace.shelf.set(crate::project::Shelf::of(heads));
    }
}
