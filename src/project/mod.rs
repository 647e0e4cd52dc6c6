//! All that a person makes, as one value that is edited: its format, its history, and how both are stored.
//!
//! A [`Project`] is one machine with what belongs to it. An [`Editor`] changes it, one step at a time, and tells each step
//! as an [`Entry`] of a journal. What is stored of a machine is a *base* (the project with its history at some revision) and
//! the entries since then; a few lines about it, its [`Head`], stand in the shelf of all machines.

mod assemble;
mod backup;
mod card;
mod delta;
mod editor;
mod format;
mod history;
mod journal;
mod name;
mod project_value;
mod records;
mod shelf;
mod trail;

pub use assemble::{Assembled, Damage, assemble};
pub use backup::{Backup, NotABackup, read_backup, write_backup};
pub use card::{Card, MAX_MARKS, PictureMark};
pub use delta::Delta;
pub use editor::Editor;
pub use format::{Decoded, Neighbour, Unreadable, VERSION, decode, encode};
pub use history::{History, MAX_HISTORY_BYTES, MergeKey};
pub use journal::{Entry, JOURNAL_LIMIT, Step, base_text, entries_text};
pub use name::{MAX_PROJECT_NAME, file_name, free_name, project_name, valid_name};
pub use project_value::Project;
pub use records::{Batch, HEADS, Key, Put, append, rebase, relabel, remove};
pub use shelf::{Head, MachineId, Shelf};
pub use trail::Trail;
