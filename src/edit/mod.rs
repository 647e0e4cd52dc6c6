//! Every change to a document is a command that yields text edits.

pub mod allow;
mod command;
mod commands;
mod defaults;
mod editor;
mod history;
mod label;
mod members;
pub(crate) mod names;
mod refusal;
mod transaction;

pub use command::{Command, FieldValue};
pub use defaults::{Following, new_state};
pub use editor::Editor;
pub use history::{History, MergeKey};
pub use label::Label;
pub use refusal::Refusal;
pub use transaction::{Transaction, plan};

#[cfg(test)]
mod tests;
