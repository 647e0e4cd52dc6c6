//! What stands in a store, under which keys, and the batches that change it: a store is a sorted map of texts, and a batch is
//! carried out whole or not at all.

use super::journal::{base_text, entries_text};
use super::{Editor, Entry, Head, MachineId};

/// How the keys of all heads begin.
pub const HEADS: &str = "head/";

/// The key of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// The few lines of a machine for the shelf.
    Head(MachineId),
    /// Its project with its history at some revision.
    Base(MachineId),
    /// What was done for one revision.
    Entries(MachineId, u64),
    /// Its picture and problems, for the shelf.
    Card(MachineId),
    /// What could not be read, kept for whoever can.
    Unreadable(MachineId),
}

impl Key {
    /// As it stands in the store. Numbers have leading zeros, so that the order of keys is the order of revisions.
    pub fn text(&self) -> String {
        match self {
            Self::Head(id) => format!("{HEADS}{id}"),
            Self::Base(id) => format!("base/{id}"),
            Self::Entries(id, revision) => format!("{}{revision:016}", Self::all_entries(id)),
            Self::Card(id) => format!("{}{id}", Self::all_cards()),
            Self::Unreadable(id) => format!("unreadable/{id}"),
        }
    }

    /// How the keys of all entries of a machine begin.
    pub fn all_entries(id: &MachineId) -> String {
        format!("entries/{id}/")
    }

    /// How the keys of all cards begin.
    pub fn all_cards() -> String {
        "card/".to_owned()
    }

    /// The revision that a key of entries is of.
    pub fn revision(key: &str) -> Option<u64> {
        key.strip_prefix("entries/")?.rsplit('/').next()?.parse().ok()
    }
}

/// A text to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// Under which key.
    pub key: String,
    /// The text.
    pub text: String,
}

/// Changes of a store that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The record that must be as it was when this was worked out, or nothing is done: its key, and its text, if there was one.
    /// So nothing overwrites what another tab has written.
    pub expected: Option<(String, Option<String>)>,
    /// What is stored.
    pub puts: Vec<Put>,
    /// What goes: all keys that begin so.
    pub removed_prefixes: Vec<String>,
    /// Keys that go.
    pub removed: Vec<String>,
}

impl Batch {
    /// How many bytes are written.
    pub fn size(&self) -> usize {
        self.puts.iter().map(|put| put.key.len() + put.text.len()).sum()
    }
}

fn put(key: &Key, text: String) -> Put {
    Put { key: key.text(), text }
}

fn head_text(head: &Head) -> String {
    // Plain data always becomes JSON.
    serde_json::to_string(head).unwrap_or_default()
}

fn expected(before: Option<&Head>, id: &MachineId) -> Option<(String, Option<String>)> {
    Some((Key::Head(id.clone()).text(), before.map(head_text)))
}

/// Writes entries down: what was done since `before`, the head as it is stored.
pub fn append(before: &Head, after: &Head, entries: &[Entry]) -> Batch {
    let entries = put(&Key::Entries(after.id.clone(), after.revision), entries_text(entries));
    Batch {
        expected: expected(Some(before), &after.id),
        puts: vec![entries, put(&Key::Head(after.id.clone()), head_text(after))],
        ..Batch::default()
    }
}

/// Writes a project with its history whole, in place of an older base and all entries.
pub fn rebase(before: Option<&Head>, after: &Head, editor: &Editor) -> Batch {
    let base = put(&Key::Base(after.id.clone()), base_text(after.revision, editor));
    Batch {
        expected: expected(before, &after.id),
        puts: vec![base, put(&Key::Head(after.id.clone()), head_text(after))],
        removed_prefixes: vec![Key::all_entries(&after.id)],
        removed: Vec::new(),
    }
}

/// Changes what stands on the shelf of a machine, and nothing of its project.
pub fn relabel(before: &Head, after: &Head) -> Batch {
    Batch {
        expected: expected(Some(before), &after.id),
        puts: vec![put(&Key::Head(after.id.clone()), head_text(after))],
        ..Batch::default()
    }
}

/// Takes a machine out for good.
pub fn remove(id: &MachineId) -> Batch {
    let keys = [Key::Head(id.clone()), Key::Base(id.clone()), Key::Card(id.clone())];
    Batch {
        removed: keys.iter().map(Key::text).collect(),
        removed_prefixes: vec![Key::all_entries(id)],
        ..Batch::default()
    }
}
