//! The states that a field can name.

use super::Place;
use crate::asl::Document;

/// The names that a field of a place can have: the states of the scope, or, for `StartAt`, those inside the object.
pub fn targets(document: &Document, place: &Place, field: &str) -> Vec<String> {
    let machine = document.machine();
    let tree = document.tree();
    if field == "StartAt" {
        let states = place.node(document).and_then(|object| tree.get(object, "States"));
        return states
            .map(|states| tree.members(states).iter().map(|member| member.key.to_string()).collect())
            .unwrap_or_default();
    }
    let Some(own) = place.state.and_then(|state| machine.get(state)) else { return Vec::new() };
    machine.scope(own.scope).states.iter().map(|id| machine.state(*id).name.to_string()).collect()
}
