//! Remove states; what led to them leads to what followed them.

use super::move_states::removed;
use crate::asl::{Document, StateId};
use crate::edit::heal::{heal, heir};
use crate::edit::part::Part;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};

/// Remove states; what led to them leads to what followed them.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteStates {
    /// The states, of any scopes.
    pub states: Vec<StateId>,
}

impl Plan for DeleteStates {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { states } = self;
        let machine = document.machine();
        let parts = Part::all(machine, states)?;
        let mut edits = Vec::new();
        for part in &parts {
            edits.extend(heal(document, part)?);
            edits.extend(removed(document, part)?);
        }
        let all: Vec<(&Part, StateId)> =
            parts.iter().flat_map(|part| part.states.iter().map(move |state| (part, *state))).collect();
        let (part, first) = *all.first().ok_or(Refusal::NotFound)?;
        let select = heir(machine, part, first).map(|state| machine.state(state).name.to_string());
        let label = Label::new(StepKind::DeleteStates, &*machine.state(first).name).times(all.len());
        Transaction::of(label, edits, select)
    }
}
