//! Put a new state on an edge.

use crate::asl::{Document, EdgeRef, ScopeId, StateId, StateType, Target, TransitionKind};
use crate::edit::members::{
    Place, index_of, insert_member, member_indentation, quoted, rename_member_to, replace_value,
};
use crate::edit::{Following, Label, Refusal, Transaction, allow, names, new_state};
use crate::text::{Edit, Edits};
use serde_json::Value;

pub(in crate::edit) fn plan(document: &Document, edge: EdgeRef, state_type: StateType) -> Result<Transaction, Refusal> {
    let machine = document.machine();
    if !allow::exists(machine, edge) {
        return Err(Refusal::NotFound);
    }
    if !allow::insert(machine, edge, state_type) {
        return Err(Refusal::MustEnd { state_type: state_type.as_str() });
    }
    let name = names::unique(machine, state_type.as_str());
    let (scope, source, target) = ends(document, edge)?;
    let following = target.as_ref().map_or(Following::End, |target| Following::Next(&target.name));
    let mut edits = vec![lead_to(document, edge, &name)?];

    let inner = names::unique(machine, if state_type == StateType::Choice { "Succeed" } else { "Pass" });
    let mut states = vec![(name.as_str(), state_type, following)];
    if state_type == StateType::Choice && following == Following::End {
        // A Choice state cannot end a scope: its rule needs a state to lead to.
        states.push((inner.as_str(), StateType::Succeed, Following::End));
    }
    edits.push(add_states(document, scope, source, &states, &inner)?);
    Ok(Transaction {
        label: Label::AddState { state_type },
        edits: Edits::new(edits).map_err(|_| Refusal::BrokenText)?,
        select: Some(name),
    })
}

/// The scope of an edge, the state it starts from, and where it leads; none for End.
fn ends(document: &Document, edge: EdgeRef) -> Result<(ScopeId, Option<StateId>, Option<Target>), Refusal> {
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
            None => super::add_first_state::set_start(document, scope, name),
        },
        EdgeRef::End(state) => rename_member_to(document, machine.state(state).node, "End", "Next", &quoted(name)),
        EdgeRef::Transition(state, kind) => {
            let transitions = &machine.state(state).transitions;
            let transition = transitions.iter().find(|transition| transition.kind == kind).ok_or(Refusal::NotFound)?;
            Ok(replace_value(document, transition.target.node, quoted(name)))
        }
    }
}

/// Adds states to a scope, behind `source` or, without one, at the front.
fn add_states(
    document: &Document,
    scope: ScopeId,
    source: Option<StateId>,
    states: &[(&str, StateType, Following<'_>)],
    inner: &str,
) -> Result<Edit, Refusal> {
    let machine = document.machine();
    let states_node = machine.scope(scope).states_node.ok_or(Refusal::BrokenText)?;
    let style = document.style();
    let indentation = member_indentation(document, states_node);
    let place = match source {
        None => Place::First,
        Some(source) => {
            let nodes = document.tree().members(states_node);
            let index = nodes.iter().position(|member| member.value == machine.state(source).node);
            Place::After(index.ok_or(Refusal::NotFound)?)
        }
    };
    let language = machine.query_language();
    let members: Vec<(String, String)> = states
        .iter()
        .map(|(name, state_type, following)| {
            let fields = Value::Object(new_state(*state_type, language, inner, *following));
            ((*name).to_owned(), style.write(&fields, &indentation))
        })
        .collect();
    insert_member(document, states_node, place, &members)
}

/// Whether a transition may end its scope instead of leading on.
pub(super) fn can_end(kind: TransitionKind) -> bool {
    kind == TransitionKind::Next
}

/// Whether the object has a member of that name.
pub(super) fn has(document: &Document, state: StateId, key: &str) -> bool {
    index_of(document, document.machine().state(state).node, key).is_some()
}
