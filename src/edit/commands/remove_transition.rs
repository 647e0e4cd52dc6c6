//! Remove one way that leads on from a state: `Next` becomes the end, a rule, `Default` or a catcher goes.

use super::{RemoveItem, SetField, SetTarget};
use crate::asl::{Document, EdgeRef, StateId, TransitionKind};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};

/// Remove a way that leads on from a state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RemoveTransition {
    /// The state.
    pub state: StateId,
    /// Which of its ways.
    pub kind: TransitionKind,
}

impl Plan for RemoveTransition {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state, kind } = *self;
        let own = document.machine().get(state).ok_or(Refusal::NotFound)?;
        let object = document.tree().pointer(own.node);
        let done = match kind {
            TransitionKind::Next => SetTarget { edge: EdgeRef::Transition(state, kind), target: None }.plan(document),
            TransitionKind::Default => SetField { object, field: "Default".to_owned(), value: None }.plan(document),
            TransitionKind::Choice(index) => RemoveItem { list: object.join("Choices"), index }.plan(document),
            TransitionKind::Catch(index) => RemoveItem { list: object.join("Catch"), index }.plan(document),
        }?;
        Ok(Transaction { label: Label::new(StepKind::RemoveTransition, &*own.name), ..done })
    }
}
