//! What may be done where: pure answers that the page (to offer) and the commands (to refuse) share.

use super::commands::inner;
use super::enclose::standing_alone;
use super::part::Part;
use super::place::Gap;
use super::{Place, Refusal};
use crate::asl::{Document, EdgeRef, Machine, StateId, StateType, TransitionKind};

/// Whether the edge is in the machine.
pub fn exists(machine: &Machine, edge: EdgeRef) -> bool {
    match edge {
        EdgeRef::Start(scope) => (scope.0 as usize) < machine.scopes().count(),
        EdgeRef::Transition(state, kind) => {
            (state.0 as usize) < machine.n_states()
                && machine.state(state).transitions.iter().any(|transition| transition.kind == kind)
        }
        EdgeRef::End(state) => (state.0 as usize) < machine.n_states() && machine.state(state).is_end,
    }
}

/// Whether a state of this type may stand on the edge. Succeed and Fail end the way: they may stand where it ends, and
/// where a rule, a default or a catcher branches off, as the other ways still lead on.
pub fn insert(machine: &Machine, edge: EdgeRef, state_type: StateType) -> bool {
    if !exists(machine, edge) {
        return false;
    }
    if !state_type.is_terminal() {
        return true;
    }
    match edge {
        EdgeRef::End(_) => true,
        EdgeRef::Start(scope) => machine.scope(scope).states.is_empty(),
        EdgeRef::Transition(_, kind) => kind != TransitionKind::Next,
    }
}

/// Whether states can be put into a place at all.
///
/// # Errors
/// Why not.
pub fn place(document: &Document, place: Place) -> Result<(), Refusal> {
    Gap::find(document, place).map(|_| ())
}

/// Whether states may be moved to a place.
///
/// # Errors
/// Why not: they lie in several scopes, or the place lies inside them. Whether what follows the place would be cut off is
/// known only when the move is planned.
pub fn move_states(document: &Document, states: &[StateId], place: Place) -> Result<(), Refusal> {
    let part = Part::single(document.machine(), states)?;
    let gap = Gap::find(document, place)?;
    if part.is_around(document.machine(), gap.scope) { Err(Refusal::IntoItself) } else { Ok(()) }
}

/// Whether a state may lead to another one.
///
/// # Errors
/// Why not: it ends the way, or the other one is in another scope.
pub fn connect(machine: &Machine, from: StateId, to: StateId) -> Result<(), Refusal> {
    same_scope(machine, from, to)?;
    match machine.state(from).state_type {
        Some(state_type) if state_type.is_terminal() => {
            Err(Refusal::NothingFollows { state_type: state_type.as_str() })
        }
        _ => Ok(()),
    }
}

/// Whether a state may go on at another one when it fails.
///
/// # Errors
/// Why not: its type has no catchers, or the other one is in another scope.
pub fn catch(machine: &Machine, state: StateId, target: StateId) -> Result<(), Refusal> {
    same_scope(machine, state, target)?;
    match machine.state(state).state_type {
        Some(state_type) if !state_type.can_catch() => Err(Refusal::CannotCatch { state_type: state_type.as_str() }),
        _ => Ok(()),
    }
}

/// Whether a transition may start from another state.
///
/// # Errors
/// Why not.
pub fn reconnect(document: &Document, edge: EdgeRef, from: StateId) -> Result<(), Refusal> {
    let machine = document.machine();
    if !exists(machine, edge) {
        return Err(Refusal::NotFound);
    }
    let EdgeRef::Transition(old, kind) = edge else { return Err(Refusal::CannotReconnect) };
    match kind {
        TransitionKind::Catch(_) => catch(machine, from, old)?,
        _ => connect(machine, from, old)?,
    }
    let rules = document.tree().get(machine.state(old).node, "Choices");
    let is_only_rule = rules.is_some_and(|rules| document.tree().items(rules).len() == 1);
    if matches!(kind, TransitionKind::Choice(_)) && is_only_rule && from != old {
        return Err(Refusal::LastItem { field: "Choices".to_owned() });
    }
    Ok(())
}

/// Whether states can be put into a new Parallel or Map state, or be made a machine of their own.
///
/// # Errors
/// Why not: they have several entries or exits, or lie in several scopes.
pub fn enclose(machine: &Machine, states: &[StateId]) -> Result<(), Refusal> {
    standing_alone(machine, states).map(|_| ())
}

/// Whether a state can be replaced by the states inside it.
///
/// # Errors
/// Why not: it is no frame, or has several branches.
pub fn unwrap(document: &Document, state: StateId) -> Result<(), Refusal> {
    inner(document, state).map(|_| ())
}

fn same_scope(machine: &Machine, a: StateId, b: StateId) -> Result<(), Refusal> {
    let (a, b) = (machine.get(a).ok_or(Refusal::NotFound)?, machine.get(b).ok_or(Refusal::NotFound)?);
    if a.scope == b.scope { Ok(()) } else { Err(Refusal::OtherScope) }
}
