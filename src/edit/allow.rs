//! What may be done where: pure answers that the page (to offer) and the commands (to refuse) share.

use crate::asl::{EdgeRef, Machine, StateType, TransitionKind};

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
