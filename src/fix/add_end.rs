//! A state that neither ends nor leads on: end there, or lead to the state below it.

use super::place::{pointer, state};
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::commands::SetField;
use crate::edit::{Command, FieldValue};
use serde_json::Value;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let Some((id, state)) = state(document, diagnostic) else { return Vec::new() };
    let machine = document.machine();
    let object = pointer(document, state.node);
    let set = |field: &str, value: Value| {
        Command::from(SetField {
            object: object.clone(),
            field: field.to_owned(),
            value: Some(FieldValue::Value(value)),
        })
    };
    let siblings = &machine.scope(state.scope).states;
    let below = siblings.iter().skip_while(|sibling| **sibling != id).nth(1);
    // The last state is meant to end; any other may as well be meant to lead on.
    let end = Fix { title: FixTitle::AddEnd, command: set("End", true.into()), is_safe: below.is_none() };
    // `"End": false` would stay beside a `Next`, and AWS refuses that.
    let below = below.filter(|_| document.tree().member(state.node, "End").is_none());
    let next = below.map(|below| {
        let name = machine.state(*below).name.to_string();
        Fix { title: FixTitle::AddNext { name: name.clone() }, command: set("Next", name.into()), is_safe: false }
    });
    [end].into_iter().chain(next).collect()
}
