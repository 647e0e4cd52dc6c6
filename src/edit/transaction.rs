//! From a command to the text edits that carry it out.

use super::commands::{
    add_default, add_first_state, delete_state, duplicate_state, insert_item, insert_state, move_item_last,
    rename_field, rename_state, set_field, set_target,
};
use super::{Command, Label, Refusal};
use crate::asl::Document;
use crate::text::Edits;

/// A change that is ready to apply: one step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What it is called.
    pub label: Label,
    /// What changes in the text.
    pub edits: Edits,
    /// The name of the state to select afterwards, if the selection should move.
    pub select: Option<String>,
}

/// Works out how a command changes a document, without changing it.
///
/// # Errors
/// When the command makes no sense for this document.
pub fn plan(document: &Document, command: &Command) -> Result<Transaction, Refusal> {
    match command {
        Command::EditText(edits) => Ok(Transaction { label: Label::EditText, edits: edits.clone(), select: None }),
        Command::ReplaceText(text) => {
            let edits = Edits::between(document.text(), text);
            Ok(Transaction { label: Label::ReplaceText, edits, select: None })
        }
        Command::ApplyFixes { edits, n_fixes } => {
            Ok(Transaction { label: Label::ApplyFixes { n_fixes: *n_fixes }, edits: edits.clone(), select: None })
        }
        Command::RenameState { state, name } => rename_state::plan(document, *state, name),
        Command::InsertState { edge, state_type } => insert_state::plan(document, *edge, *state_type),
        Command::AddFirstState { scope, state_type } => add_first_state::plan(document, *scope, *state_type),
        Command::DeleteState(state) => delete_state::plan(document, *state),
        Command::DuplicateState(state) => duplicate_state::plan(document, *state),
        Command::SetField { object, field, value } => set_field::plan(document, object, field, value.as_ref()),
        Command::RenameField { object, field, to } => rename_field::plan(document, object, field, to),
        Command::InsertItem { list, index, value } => insert_item::plan(document, list, *index, value),
        Command::MoveItemLast { list, index } => move_item_last::plan(document, list, *index),
        Command::AddDefault { choice, target } => add_default::plan(document, *choice, *target),
        Command::SetTarget { edge, target } => set_target::plan(document, *edge, *target),
    }
}
