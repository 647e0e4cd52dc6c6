//! Put a new state on an edge.

use crate::asl::{Document, EdgeRef, ScopeId, StateId, StateType, Target, TransitionKind};
use crate::edit::members::{index_of, quoted, rename_member_to, replace_value};
use crate::edit::{Following, Label, Refusal, Transaction, allow, names, new_state, put_states};
use crate::text::Edit;
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
    // The start of a scope is written together with its first states, as both may be new.
    let start = matches!(edge, EdgeRef::Start(_)).then_some(name.as_str());
    let mut edits = Vec::new();
    if start.is_none() {
        edits.push(lead_to(document, edge, &name)?);
    }

    let inner = names::unique(machine, if state_type == StateType::Choice { "Succeed" } else { "Pass" });
    let mut states = vec![(name.as_str(), state_type, following)];
    if state_type == StateType::Choice && following == Following::End {
        // A Choice state cannot end a scope: its rule needs a state to lead to.
        states.push((inner.as_str(), StateType::Succeed, Following::End));
    }
    let written = written(document, scope, &states, &inner);
    edits.extend(put_states::put_states(document, scope, source, &written, start)?);
    Transaction::of(Label::AddState { state_type }, edits, Some(name))
}

/// The scope of an edge, the state it starts from, and where it leads; none for End.
pub(in crate::edit) fn ends(
    document: &Document,
    edge: EdgeRef,
) -> Result<(ScopeId, Option<StateId>, Option<Target>), Refusal> {
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
pub(in crate::edit) fn lead_to(document: &Document, edge: EdgeRef, name: &str) -> Result<Edit, Refusal> {
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

/// New states as members for their scope.
fn written(
    document: &Document,
    scope: ScopeId,
    states: &[(&str, StateType, Following<'_>)],
    inner: &str,
) -> Vec<(String, String)> {
    let style = document.style();
    let indentation = put_states::indentation(document, scope);
    let language = document.machine().query_language();
    states
        .iter()
        .map(|(name, state_type, following)| {
            let fields = Value::Object(new_state(*state_type, language, inner, *following));
            ((*name).to_owned(), style.write(&fields, &indentation))
        })
        .collect()
}

/// Whether a transition may end its scope instead of leading on.
pub(in crate::edit) fn can_end(kind: TransitionKind) -> bool {
    kind == TransitionKind::Next
}

/// Whether the object has a member of that name.
pub(in crate::edit) fn has(document: &Document, state: StateId, key: &str) -> bool {
    index_of(document, document.machine().state(state).node, key).is_some()
}
