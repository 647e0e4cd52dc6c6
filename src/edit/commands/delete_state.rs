//! Remove a state; what led to it leads to what followed it.

use super::insert_state::can_end;
use crate::asl::{Document, ScopeId, StateId, Transition, TransitionKind};
use crate::edit::members::{index_of, quoted, remove_item, remove_member, rename_member_to, replace_value};
use crate::edit::{Label, Refusal, Transaction};
use crate::text::json::NodeId;
use crate::text::{Edit, Edits};

pub(in crate::edit) fn plan(document: &Document, id: StateId) -> Result<Transaction, Refusal> {
    let machine = document.machine();
    if id.0 as usize >= machine.n_states() {
        return Err(Refusal::NotFound);
    }
    let state = machine.state(id);
    let name = state.name.to_string();
    let scope = state.scope;
    let heir = heir(document, id);
    // One reference after the other, each against the text as it then is: what one edit removes may border on the next.
    let mut current = document.clone();
    while let Some(edit) = redirect_one(&current, scope, &name, heir.as_deref())? {
        current = apply(&current, edit);
    }
    let states_node = current.machine().scope(scope).states_node.ok_or(Refusal::BrokenText)?;
    let index = index_of(&current, states_node, &name).ok_or(Refusal::NotFound)?;
    current = apply(&current, remove_member(&current, states_node, index)?);
    Ok(Transaction {
        label: Label::DeleteState { name },
        edits: Edits::between(document.text(), current.text()),
        select: heir,
    })
}

fn apply(document: &Document, edit: Edit) -> Document {
    document.edited(&Edits::replace(edit.span, edit.insert))
}

/// The state that follows: what `Next` names, else the default, else the first rule's.
fn heir(document: &Document, id: StateId) -> Option<String> {
    let machine = document.machine();
    let state = machine.state(id);
    let by = |wanted: fn(TransitionKind) -> bool| {
        state.transitions.iter().find(|transition| wanted(transition.kind) && transition.target.state != Some(id))
    };
    by(|kind| kind == TransitionKind::Next)
        .or_else(|| by(|kind| kind == TransitionKind::Default))
        .or_else(|| by(|kind| matches!(kind, TransitionKind::Choice(_))))
        .filter(|transition| transition.target.state.is_some())
        .map(|transition| transition.target.name.to_string())
}

/// The edit for the first reference to the state that is still there.
fn redirect_one(document: &Document, scope: ScopeId, name: &str, heir: Option<&str>) -> Result<Option<Edit>, Refusal> {
    let machine = document.machine();
    let start = machine.scope(scope).start_at.as_ref().filter(|start| &*start.name == name);
    if let Some(start) = start {
        let others = machine.scope(scope).states.iter().map(|other| &*machine.state(*other).name);
        return match heir.or_else(|| others.into_iter().find(|other| *other != name)) {
            Some(next) => Ok(Some(replace_value(document, start.node, quoted(next)))),
            None => {
                let node = machine.scope(scope).node;
                let index = index_of(document, node, "StartAt").ok_or(Refusal::NotFound)?;
                remove_member(document, node, index).map(Some)
            }
        };
    }
    for id in &machine.scope(scope).states {
        let state = machine.state(*id);
        if &*state.name == name {
            continue;
        }
        if let Some(transition) = state.transitions.iter().find(|transition| &*transition.target.name == name) {
            return redirect(document, state.node, transition, heir).map(Some);
        }
    }
    Ok(None)
}

fn redirect(document: &Document, state: NodeId, transition: &Transition, heir: Option<&str>) -> Result<Edit, Refusal> {
    if let Some(heir) = heir {
        return Ok(replace_value(document, transition.target.node, quoted(heir)));
    }
    let remove = |key| remove_member(document, state, index_of(document, state, key).ok_or(Refusal::NotFound)?);
    match transition.kind {
        kind if can_end(kind) => match index_of(document, state, "End") {
            Some(_) => remove("Next"),
            None => rename_member_to(document, state, "Next", "End", "true"),
        },
        TransitionKind::Default => remove("Default"),
        TransitionKind::Choice(index) => remove_item(document, state, "Choices", index),
        TransitionKind::Catch(index) => {
            let only = document.tree().get(state, "Catch").is_some_and(|list| document.tree().items(list).len() == 1);
            if only { remove("Catch") } else { remove_item(document, state, "Catch", index) }
        }
        TransitionKind::Next => Err(Refusal::NotFound),
    }
}
