//! What an edge is in the text, and making it lead elsewhere.

use super::members::{index_of, quoted, rename_member_to, replace_value};
use super::{Refusal, put_states};
use crate::asl::{Document, EdgeRef, ScopeId, StateId, Target, TransitionKind};
use crate::text::Edit;

/// The scope of an edge, the state it starts from, and where it leads; none for End.
pub(super) fn ends(document: &Document, edge: EdgeRef) -> Result<(ScopeId, Option<StateId>, Option<Target>), Refusal> {
    let machine = document.machine();
    Ok(match edge {
        EdgeRef::Start(scope) => (scope, None, machine.scope(scope).start_at.clone()),
        EdgeRef::End(state) => (machine.state(state).scope, Some(state), None),
        EdgeRef::Transition(state, kind) => {
            let transitions = &machine.state(state).transitions;
            let transition = transitions.iter().find(|transition| transition.kind == kind).ok_or(Refusal::NotFound)?;
            (machine.state(state).scope, Some(state), Some(transition.target.clone()))
        }
    })
}

/// Makes an edge lead to the state called `name`.
pub(super) fn lead_to(document: &Document, edge: EdgeRef, name: &str) -> Result<Edit, Refusal> {
    let machine = document.machine();
    match edge {
        EdgeRef::Start(scope) => match &machine.scope(scope).start_at {
            Some(start) => Ok(replace_value(document, start.node, quoted(name))),
            None => put_states::set_start(document, scope, name),
        },
        EdgeRef::End(state) => rename_member_to(document, machine.state(state).node, "End", "Next", &quoted(name)),
        EdgeRef::Transition(state, kind) => {
            let transitions = &machine.state(state).transitions;
            let transition = transitions.iter().find(|transition| transition.kind == kind).ok_or(Refusal::NotFound)?;
            Ok(replace_value(document, transition.target.node, quoted(name)))
        }
    }
}

/// Whether a transition may end its scope instead of leading on.
pub(super) fn can_end(kind: TransitionKind) -> bool {
    kind == TransitionKind::Next
}

/// Whether the object has a member of that name.
pub(super) fn has(document: &Document, state: StateId, key: &str) -> bool {
    index_of(document, document.machine().state(state).node, key).is_some()
}
