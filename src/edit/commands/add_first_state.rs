//! Put the first state into a scope that has none.

use crate::asl::{Document, ScopeId, StateType};
use crate::edit::members::{Place, insert_member, member_indentation, quoted, set_member};
use crate::edit::{Following, Label, Refusal, Transaction, names, new_state};
use crate::text::{Edit, Edits};
use serde_json::{Value, json};

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
    let style = document.style();
    let mut edits = Vec::new();
    match (found.states_node, document.tree().get(found.node, "StartAt")) {
        (Some(states_node), _) => {
            let indentation = member_indentation(document, states_node);
            let members: Vec<_> = states
                .into_iter()
                .map(|(name, fields)| (name, style.write(&Value::Object(fields), &indentation)))
                .collect();
            edits.push(insert_member(document, states_node, Place::Last, &members)?);
            edits.push(set_start(document, scope, &name)?);
        }
        (None, start) => {
            let indentation = member_indentation(document, found.node);
            let states: serde_json::Map<_, _> =
                states.into_iter().map(|(name, fields)| (name, Value::Object(fields))).collect();
            let mut members = Vec::new();
            match start {
                Some(start) => edits.push(Edit { span: document.tree().span(start), insert: quoted(&name) }),
                None => members.push(("StartAt".to_owned(), quoted(&name))),
            }
            members.push(("States".to_owned(), style.write(&json!(states), &indentation)));
            edits.push(insert_member(document, found.node, Place::Last, &members)?);
        }
    }
    Ok(Transaction {
        label: Label::AddState { state_type },
        edits: Edits::new(edits).map_err(|_| Refusal::BrokenText)?,
        select: Some(name),
    })
}

/// Makes a scope start at the state called `name`.
pub(super) fn set_start(document: &Document, scope: ScopeId, name: &str) -> Result<Edit, Refusal> {
    set_member(document, document.machine().scope(scope).node, "StartAt", &quoted(name), &["QueryLanguage", "Comment"])
}
