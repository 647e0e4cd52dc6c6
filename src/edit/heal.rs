//! Close the gap that states leave: what led to them leads to what followed them.

use super::Refusal;
use super::edge_text::can_end;
use super::members::{index_of, quoted, remove_items, remove_member, remove_members, rename_member_to, replace_value};
use super::part::Part;
use crate::asl::{Document, Machine, StateId, TransitionKind};
use crate::text::Edit;
use std::collections::BTreeSet;

/// Leads all that leads to a part past it. The part itself is not touched.
pub(super) fn heal(document: &Document, part: &Part) -> Result<Vec<Edit>, Refusal> {
    let machine = document.machine();
    let scope = machine.scope(part.scope);
    let mut edits = Vec::new();
    if let Some((start, state)) = scope.start_at.as_ref().and_then(|start| Some((start, start.state?)))
        && part.contains(state)
    {
        let other = || scope.states.iter().copied().find(|other| !part.contains(*other));
        edits.push(match heir(machine, part, state).or_else(other) {
            Some(next) => replace_value(document, start.node, quoted(&machine.state(next).name)),
            None => remove_member(
                document,
                scope.node,
                index_of(document, scope.node, "StartAt").ok_or(Refusal::NotFound)?,
            )?,
        });
    }
    for state in scope.states.iter().filter(|state| !part.contains(**state)) {
        lead_past(document, part, *state, &mut edits)?;
    }
    Ok(edits)
}

/// The state outside of a part to which the way through it from `state` leads: by `Next`, else by the default, else by
/// the first rule. None when all of it ends.
pub(super) fn heir(machine: &Machine, part: &Part, state: StateId) -> Option<StateId> {
    let mut seen = BTreeSet::new();
    let mut pending = vec![state];
    while let Some(state) = pending.pop() {
        if !part.contains(state) {
            return Some(state);
        }
        if !seen.insert(state) {
            continue;
        }
        let rank = |kind: TransitionKind| match kind {
            TransitionKind::Next => Some(0),
            TransitionKind::Default => Some(1),
            TransitionKind::Choice(index) => Some(2 + index),
            TransitionKind::Catch(_) => None,
        };
        let mut ways: Vec<(usize, StateId)> = machine
            .state(state)
            .transitions
            .iter()
            .filter_map(|transition| Some((rank(transition.kind)?, transition.target.state?)))
            .collect();
        ways.sort_unstable();
        pending.extend(ways.into_iter().rev().map(|(_, target)| target));
    }
    None
}

fn lead_past(document: &Document, part: &Part, id: StateId, edits: &mut Vec<Edit>) -> Result<(), Refusal> {
    let machine = document.machine();
    let state = machine.state(id);
    let (mut members, mut rules, mut catchers) = (Vec::new(), Vec::new(), Vec::new());
    for transition in &state.transitions {
        let Some(target) = transition.target.state.filter(|target| part.contains(*target)) else { continue };
        // A state that led on through the part and back to itself ends instead: it would never leave itself.
        let heir = heir(machine, part, target).filter(|heir| !(can_end(transition.kind) && *heir == id));
        if let Some(heir) = heir {
            edits.push(replace_value(document, transition.target.node, quoted(&machine.state(heir).name)));
            continue;
        }
        match transition.kind {
            TransitionKind::Next => match index_of(document, state.node, "End") {
                Some(_) => members.extend(index_of(document, state.node, "Next")),
                None => edits.push(rename_member_to(document, state.node, "Next", "End", "true")?),
            },
            TransitionKind::Default => members.extend(index_of(document, state.node, "Default")),
            TransitionKind::Choice(index) => rules.push(index),
            TransitionKind::Catch(index) => catchers.push(index),
        }
    }
    for (field, indexes) in [("Choices", rules), ("Catch", catchers)] {
        let Some(list) = document.tree().get(state.node, field).filter(|_| !indexes.is_empty()) else { continue };
        if field == "Catch" && document.tree().items(list).len() == indexes.len() {
            members.extend(index_of(document, state.node, field));
        } else {
            edits.extend(remove_items(document, list, &indexes)?);
        }
    }
    members.sort_unstable();
    edits.extend(remove_members(document, state.node, &members)?);
    Ok(())
}
