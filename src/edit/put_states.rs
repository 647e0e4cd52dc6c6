//! Put states into a scope, whatever of it is there already.

use super::Refusal;
use super::members::{MemberPlace, insert_member, member_indentation, quoted, replace_value, set_member};
use super::raw;
use crate::asl::{Document, ScopeId, StateId};
use crate::text::Edit;

/// Where the lines of a scope's states are indented to, also when there are none yet.
pub(super) fn indentation(document: &Document, scope: ScopeId) -> String {
    let scope = document.machine().scope(scope);
    match scope.states_node {
        Some(states) => member_indentation(document, states),
        None => format!("{}{}", member_indentation(document, scope.node), document.style().indent),
    }
}

/// Adds states to a scope, behind `behind` or, without one, at the front. The JSON of each is indented for its place.
/// `start` becomes where the scope starts.
pub(super) fn put_states(
    document: &Document,
    scope: ScopeId,
    behind: Option<StateId>,
    states: &[(String, String)],
    start: Option<&str>,
) -> Result<Vec<Edit>, Refusal> {
    let machine = document.machine();
    let found = machine.scope(scope);
    let Some(states_node) = found.states_node else { return whole(document, scope, states, start) };
    let place = match behind {
        None => MemberPlace::First,
        Some(behind) => {
            let members = document.tree().members(states_node);
            let index = members.iter().position(|member| member.value == machine.state(behind).node);
            MemberPlace::After(index.ok_or(Refusal::NotFound)?)
        }
    };
    let mut edits = vec![insert_member(document, states_node, place, states)?];
    if let Some(name) = start {
        edits.push(set_start(document, scope, name)?);
    }
    Ok(edits)
}

/// Makes a scope start at the state called `name`.
pub(super) fn set_start(document: &Document, scope: ScopeId, name: &str) -> Result<Edit, Refusal> {
    set_member(document, document.machine().scope(scope).node, "StartAt", &quoted(name), &["QueryLanguage", "Comment"])
}

/// Gives a scope without `States` both of its fields: they may have to go into one place.
fn whole(
    document: &Document,
    scope: ScopeId,
    states: &[(String, String)],
    start: Option<&str>,
) -> Result<Vec<Edit>, Refusal> {
    let node = document.machine().scope(scope).node;
    let tree = document.tree();
    let written = raw::object(&document.style(), &member_indentation(document, node), states);
    let mut edits = Vec::new();
    let mut added = Vec::new();
    match (start, tree.get(node, "StartAt")) {
        (Some(name), Some(old)) => edits.push(replace_value(document, old, quoted(name))),
        (Some(name), None) => added.push(("StartAt".to_owned(), quoted(name))),
        (None, _) => {}
    }
    match tree.get(node, "States") {
        Some(no_object) => edits.push(replace_value(document, no_object, written)),
        None => added.push(("States".to_owned(), written)),
    }
    if !added.is_empty() {
        edits.push(insert_member(document, node, MemberPlace::Last, &added)?);
    }
    Ok(edits)
}
