//! The words for commands: the steps of the history, and why a command was refused.

mod en;
mod es;

use crate::edit::{Label, Refusal};

/// Words for commands.
pub trait CommandMessages {
    /// What a step of the history is called.
    fn command_label(&self, label: &Label) -> String;
    /// Why a command cannot be done, and what to do.
    fn refusal(&self, refusal: &Refusal) -> String;
}
