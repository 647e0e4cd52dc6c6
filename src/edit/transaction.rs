//! From a command to the text edits that carry it out.

use super::commands::{
    add_branch, add_catcher, add_choice_rule, add_default, connect_states, convert_type, delete_states,
    duplicate_states, extract_to_machine, insert_fragment, insert_item, move_item, move_states, reconnect, remove_item,
    remove_transition, rename_field, rename_state, set_field, set_start_at, set_target, unwrap, wrap,
};
use super::{Command, Label, Refusal};
use crate::asl::{Document, StateType};
use crate::text::json::SyntaxProblem;
use crate::text::{Edit, Edits};

/// A change that is ready to apply: one step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What it is called.
    pub label: Label,
    /// What changes in the text.
    pub edits: Edits,
    /// The name of the state to select afterwards, if the selection should move.
    pub select: Option<String>,
    /// The names of the states that were put in, copied or moved, the first one first; not those inside them.
    pub placed: Vec<String>,
    /// What had to be given up on the way: fields that do not fit a new type, a frame that was taken off.
    pub dropped: Vec<String>,
    /// A machine that was made of a part of this one: its name and its definition.
    pub extracted: Option<(String, String)>,
}

impl Transaction {
    /// A change that places, drops and extracts nothing.
    pub(super) fn new(label: Label, edits: Edits, select: Option<String>) -> Self {
        Self { label, edits, select, placed: Vec::new(), dropped: Vec::new(), extracted: None }
    }

    /// The change, if the JSON does not nest deeper by it than `json::MAX_DEPTH`, below which nothing is read.
    pub(super) fn within_depth(self, document: &Document) -> Result<Self, Refusal> {
        let is_too_deep =
            |document: &Document| document.syntax_errors().iter().any(|error| error.problem == SyntaxProblem::TooDeep);
        if !is_too_deep(document) && is_too_deep(&document.edited(&self.edits)) {
            return Err(Refusal::TooDeep);
        }
        Ok(self)
    }

    /// A change made of edits of one text, in any order.
    pub(super) fn of(label: Label, edits: Vec<Edit>, select: Option<String>) -> Result<Self, Refusal> {
        Ok(Self::new(label, Edits::new(edits).map_err(|_| Refusal::BrokenText)?, select))
    }
}

/// Works out how a command changes a document, without changing it.
///
/// # Errors
/// When the command makes no sense for this document.
pub fn plan(document: &Document, command: &Command) -> Result<Transaction, Refusal> {
    match command {
        Command::EditText(edits) => Ok(Transaction::new(Label::EditText, edits.clone(), None)),
        Command::ReplaceText(text) => {
            let edits = Edits::between(document.text(), text);
            Ok(Transaction::new(Label::ReplaceText, edits, None))
        }
        Command::ApplyFixes { edits, n_fixes } => {
            Ok(Transaction::new(Label::ApplyFixes { n_fixes: *n_fixes }, edits.clone(), None))
        }
        Command::ConvertToJsonata { edits, n_states } => {
            Ok(Transaction::new(Label::ConvertToJsonata { n_states: *n_states }, edits.clone(), None))
        }
        Command::RenameState { state, name } => rename_state::plan(document, *state, name),
        Command::DeleteState(state) => delete_states::plan(document, &[*state]),
        Command::DeleteStates(states) => delete_states::plan(document, states),
        Command::DuplicateState(state) => duplicate_states::plan(document, &[*state]),
        Command::DuplicateStates(states) => duplicate_states::plan(document, states),
        Command::InsertFragment { place, fragment } => insert_fragment::plan(document, *place, fragment),
        Command::MoveStates { states, place } => move_states::plan(document, states, *place),
        Command::ConnectStates { from, to } => connect_states::plan(document, *from, *to),
        Command::AddCatcher { state, target, errors } => add_catcher::plan(document, *state, *target, errors),
        Command::Reconnect { edge, from } => reconnect::plan(document, *edge, *from),
        Command::WrapInParallel(states) => wrap::plan(document, states, StateType::Parallel),
        Command::WrapInMap(states) => wrap::plan(document, states, StateType::Map),
        Command::Unwrap(state) => unwrap::plan(document, *state),
        Command::ExtractToMachine { states, name } => extract_to_machine::plan(document, states, name),
        Command::AddBranch(state) => add_branch::plan(document, *state),
        Command::RemoveItem { list, index } => remove_item::plan(document, list, *index),
        Command::MoveItem { list, from, to } => move_item::plan(document, list, *from, *to),
        Command::AddChoiceRule { state, condition, target } => {
            add_choice_rule::plan(document, *state, condition.as_ref(), *target)
        }
        Command::SetStartAt(state) => set_start_at::plan(document, *state),
        Command::ConvertType { state, state_type } => convert_type::plan(document, *state, *state_type),
        Command::SetField { object, field, value } => set_field::plan(document, object, field, value.as_ref()),
        Command::RenameField { object, field, to } => rename_field::plan(document, object, field, to),
        Command::InsertItem { list, index, value } => insert_item::plan(document, list, *index, value),
        Command::MoveItemLast { list, index } => move_item::plan_last(document, list, *index),
        Command::AddDefault { choice, target } => add_default::plan(document, *choice, *target),
        Command::RemoveTransition { state, kind } => remove_transition::plan(document, *state, *kind),
        Command::SetTarget { edge, target } => set_target::plan(document, *edge, *target),
    }
}
