//! Every change to a document is a command that yields text edits.

pub mod allow;
mod clipboard;
mod command;
pub mod commands;
mod defaults;
mod draft;
mod edge_text;
mod enclose;
mod exits;
mod fragment;
mod heal;
mod insertion;
mod label;
mod language_use;
mod members;
pub(crate) mod names;
mod part;
mod place;
mod placements;
mod put_states;
mod raw;
mod refusal;
mod transaction;
mod usual_place;

pub use clipboard::copy_fragment;
pub use command::{Command, plan};
pub use commands::FieldValue;
pub use defaults::{Following, new_state};
pub use label::{Label, StepKind};
pub use place::Place;
pub use placements::{Placements, follow as follow_placements};
pub use refusal::Refusal;
pub use transaction::{Plan, Transaction};
pub use usual_place::{Standing, open_end, standing, usual_place};

#[cfg(test)]
mod tests;
