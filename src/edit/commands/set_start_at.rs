//! Let a scope start at one of its states.

use crate::asl::{Document, StateId};
use crate::edit::{Label, Refusal, Transaction, put_states};

pub(in crate::edit) fn plan(document: &Document, id: StateId) -> Result<Transaction, Refusal> {
    let state = document.machine().get(id).ok_or(Refusal::NotFound)?;
    let edit = put_states::set_start(document, state.scope, &state.name)?;
    Transaction::of(Label::SetStartAt { name: state.name.to_string() }, vec![edit], None)
}
