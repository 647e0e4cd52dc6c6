//! Remove one way that leads on from a state: `Next` becomes the end, a rule, `Default` or a catcher goes.

use super::{remove_item, set_field, set_target};
use crate::asl::{Document, EdgeRef, StateId, TransitionKind};
use crate::edit::{Refusal, Transaction};

pub(in crate::edit) fn plan(document: &Document, state: StateId, kind: TransitionKind) -> Result<Transaction, Refusal> {
    let own = document.machine().get(state).ok_or(Refusal::NotFound)?;
    let object = document.tree().pointer(own.node);
    match kind {
        TransitionKind::Next => set_target::plan(document, EdgeRef::Transition(state, kind), None),
        TransitionKind::Default => set_field::plan(document, &object, "Default", None),
        TransitionKind::Choice(index) => remove_item::plan(document, &object.join("Choices"), index),
        TransitionKind::Catch(index) => remove_item::plan(document, &object.join("Catch"), index),
    }
}
