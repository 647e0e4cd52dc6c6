//! A misspelt name of a state: lead to the state that was meant.

use super::slip::is_slip;
use super::{Fix, FixTitle};
use crate::asl::{Document, EdgeRef, ScopeId, Target};
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::SetTarget;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic, written: &str, meant: &str) -> Vec<Fix> {
    let Some((edge, scope)) = marked_edge(document, diagnostic) else { return Vec::new() };
    let machine = document.machine();
    let target = machine.scope(scope).states.iter().copied().find(|state| &*machine.state(*state).name == meant);
    let Some(target) = target else { return Vec::new() };
    vec![Fix {
        title: FixTitle::CorrectTarget { name: meant.to_owned() },
        command: Command::from(SetTarget { edge, target: Some(target) }),
        is_safe: is_slip(written, meant),
    }]
}

/// The transition or start whose name the diagnostic marks, and its scope.
fn marked_edge(document: &Document, diagnostic: &Diagnostic) -> Option<(EdgeRef, ScopeId)> {
    let (machine, tree) = (document.machine(), document.tree());
    let is_marked = |target: &Target| tree.span(target.node) == diagnostic.span;
    if let Some(id) = diagnostic.state
        && let Some(state) = machine.get(id)
        && let Some(transition) = state.transitions.iter().find(|transition| is_marked(&transition.target))
    {
        return Some((EdgeRef::Transition(id, transition.kind), state.scope));
    }
    // What a branch starts with is told at the state around it.
    let mut scopes = machine.scopes();
    let found = scopes.find(|(_, scope)| scope.start_at.as_ref().is_some_and(is_marked));
    found.map(|(id, _)| (EdgeRef::Start(id), id))
}
