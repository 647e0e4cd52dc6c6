//! What is written down of a machine: a base, and what was done since.

use super::{Delta, Editor, Project, VERSION};
use crate::edit::Label;
use serde::{Deserialize, Serialize};

/// How many bytes the entries after a base may take up before a new base is written, unless the base itself is larger: so
/// what is written for one key is small, and what is read at the start stays within twice the project.
pub const JOURNAL_LIMIT: usize = 256 * 1024;

/// One step of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it is called.
    pub label: Label,
    /// What does it.
    pub forward: Delta,
    /// What takes it back.
    pub backward: Delta,
}

impl Step {
    pub(super) fn size(&self) -> usize {
        self.forward.size() + self.backward.size()
    }
}

/// What happened to a project, as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// A step was done.
    Do(Step),
    /// More was done of the step before.
    Join {
        /// What does it.
        forward: Delta,
        /// What takes it back.
        backward: Delta,
    },
    /// So many steps were taken back.
    Undo(usize),
    /// So many steps were done again.
    Redo(usize),
}

/// A base as it is stored. The project stands in it as `encode` writes it, so that it is read with as much patience.
#[derive(Serialize)]
struct StoredBase<'a> {
    version: u32,
    revision: u64,
    project: &'a Project,
    done: &'a [Step],
    undone: &'a [Step],
    forgotten: usize,
}

/// A base as JSON text.
pub fn base_text(revision: u64, editor: &Editor) -> String {
    let (done, undone) = editor.history().parts();
    let forgotten = editor.history().n_forgotten();
    let stored = StoredBase { version: VERSION, revision, project: editor.project(), done, undone, forgotten };
    // Plain data with text keys always becomes JSON.
    serde_json::to_string(&stored).unwrap_or_default()
}

/// Entries as JSON text.
pub fn entries_text(entries: &[Entry]) -> String {
    serde_json::to_string(entries).unwrap_or_default()
}
