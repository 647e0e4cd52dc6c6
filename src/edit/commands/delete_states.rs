//! Remove states; what led to them leads to what followed them.

use super::move_states::removed;
use crate::asl::{Document, StateId};
use crate::edit::heal::{heal, heir};
use crate::edit::part::Part;
use crate::edit::{Label, Refusal, Transaction};

pub(in crate::edit) fn plan(document: &Document, states: &[StateId]) -> Result<Transaction, Refusal> {
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
    let label = if all.len() == 1 {
        Label::DeleteState { name: machine.state(first).name.to_string() }
    } else {
        Label::DeleteStates { n_states: all.len() }
    };
    Transaction::of(label, edits, select)
}
