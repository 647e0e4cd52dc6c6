//! Put a copy of a state behind it.

use super::insert_state::{has, lead_to};
use super::rename_state;
use crate::asl::{Document, EdgeRef, StateId, TransitionKind};
use crate::edit::members::{Place, insert_member};
use crate::edit::{Label, Refusal, Transaction, names};
use crate::text::Edits;

pub(in crate::edit) fn plan(document: &Document, id: StateId) -> Result<Transaction, Refusal> {
    let machine = document.machine();
    if id.0 as usize >= machine.n_states() {
        return Err(Refusal::NotFound);
    }
    let state = machine.state(id);
    let states_node = machine.scope(state.scope).states_node.ok_or(Refusal::NotFound)?;
    let name = names::unique(machine, &state.name);
    let members = document.tree().members(states_node);
    let index = members.iter().position(|member| member.value == state.node).ok_or(Refusal::NotFound)?;
    // The copy stands at the depth of the original, so its lines are indented as they are.
    let copy = (name.clone(), document.source(state.node).to_owned());
    let mut edits = vec![insert_member(document, states_node, Place::After(index), &[copy])?];
    // A state that leads on leads to its copy; a Choice, Succeed or Fail has no one place to lead to.
    let onward = if state.is_end {
        Some(EdgeRef::End(id))
    } else if has(document, id, "Next") {
        Some(EdgeRef::Transition(id, TransitionKind::Next))
    } else {
        None
    };
    if let Some(edge) = onward.filter(|edge| crate::edit::allow::exists(machine, *edge)) {
        edits.push(lead_to(document, edge, &name)?);
    }
    let copied = document.edited(&Edits::new(edits).map_err(|_| Refusal::BrokenText)?);
    let renamed = rename_inner_states(copied, document, &name)?;
    Ok(Transaction {
        label: Label::DuplicateState { name: state.name.to_string() },
        edits: Edits::between(document.text(), renamed.text()),
        select: Some(name),
    })
}

/// Gives the states inside the copy names of their own, as names are unique over the whole machine.
fn rename_inner_states(mut copied: Document, original: &Document, name: &str) -> Result<Document, Refusal> {
    let copy = copied.machine().find(name).ok_or(Refusal::BrokenText)?;
    let n_inner = copied.machine().n_states() - original.machine().n_states() - 1;
    for offset in 1..=n_inner {
        let inner = StateId(copy.0 + offset as u32);
        let unique = names::unique(copied.machine(), &copied.machine().state(inner).name);
        let rename = rename_state::plan(&copied, inner, &unique)?;
        copied = copied.edited(&rename.edits);
    }
    Ok(copied)
}
