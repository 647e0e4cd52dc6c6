//! Let a scope start at one of its states.

use crate::asl::{Document, StateId};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, put_states};

/// Let a scope start at one of its states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SetStartAt {
    /// The state.
    pub state: StateId,
}

impl Plan for SetStartAt {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state: id } = *self;
        let state = document.machine().get(id).ok_or(Refusal::NotFound)?;
        let edit = put_states::set_start(document, state.scope, &state.name)?;
        Transaction::of(Label::new(StepKind::SetStartAt, &*state.name), vec![edit], None)
    }
}
