//! Put the first state into a scope that has none.

use crate::asl::{Document, ScopeId, StateType};
use crate::edit::{Following, Label, Refusal, Transaction, names, new_state, put_states};
use serde_json::Value;

pub(in crate::edit) fn plan(
    document: &Document,
    scope: ScopeId,
    state_type: StateType,
) -> Result<Transaction, Refusal> {
    let machine = document.machine();
    let found = machine.scopes().find(|(id, _)| *id == scope).ok_or(Refusal::NotFound)?.1;
    if !found.states.is_empty() {
        return Err(Refusal::NotFound);
    }
    let name = names::unique(machine, state_type.as_str());
    let inner = names::unique(machine, if state_type == StateType::Choice { "Succeed" } else { "Pass" });
    let mut states = vec![(name.clone(), new_state(state_type, machine.query_language(), &inner, Following::End))];
    if state_type == StateType::Choice {
        let succeed = new_state(StateType::Succeed, machine.query_language(), &inner, Following::End);
        states.push((inner, succeed));
    }
    let indentation = put_states::indentation(document, scope);
    let style = document.style();
    let written: Vec<_> =
        states.into_iter().map(|(name, fields)| (name, style.write(&Value::Object(fields), &indentation))).collect();
    let edits = put_states::put_states(document, scope, None, &written, Some(&name))?;
    Transaction::of(Label::AddState { state_type }, edits, Some(name))
}
