//! Let a transition start from another state.

use super::connect_states::connected;
use super::insert_item::raw_item_inserted;
use crate::asl::{Document, EdgeRef, StateId, StateType, TransitionKind};
use crate::edit::draft::Draft;
use crate::edit::members::{
    MemberPlace, index_of, insert_member, member_indentation, remove_items, remove_member, rename_member_to,
};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, allow, raw};
use crate::text::Edit;
use crate::text::json::NodeId;

/// Let a transition start from another state of the same scope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reconnect {
    /// The transition: `Next`, a rule, a default or a catcher.
    pub edge: EdgeRef,
    /// The state that it shall start from.
    pub from: StateId,
}

impl Plan for Reconnect {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { edge, from } = *self;
        allow::reconnect(document, edge, from)?;
        let machine = document.machine();
        let EdgeRef::Transition(old, kind) = edge else { return Err(Refusal::CannotReconnect) };
        let label = Label::new(StepKind::Reconnect, &*machine.state(from).name);
        if old == from {
            return Transaction::of(label, Vec::new(), None);
        }
        let transitions = &machine.state(old).transitions;
        let transition = transitions.iter().find(|transition| transition.kind == kind).ok_or(Refusal::NotFound)?;
        let item = |list: &str, index: usize| {
            let list = document.tree().get(machine.state(old).node, list)?;
            document.tree().items(list).get(index).copied()
        };
        let is_choice = machine.state(from).state_type == Some(StateType::Choice);
        // A rule or a catcher is taken along as it is written, where the new source has such.
        let added = match kind {
            TransitionKind::Choice(index) if is_choice => item("Choices", index).map(|item| ("Choices", item)),
            TransitionKind::Catch(index) => item("Catch", index).map(|item| ("Catch", item)),
            _ => None,
        };
        // Removing and adding touch different states: both are worked out against the same text.
        let mut edits = removed(document, old, kind)?;
        edits.push(match added {
            Some((field, item)) => listed(document, from, field, item)?,
            None => connected(document, from, &transition.target.name)?,
        });
        // One of the states may stand inside the other's text only by mistake; the draft refuses what overlaps.
        let mut draft = Draft::new(document);
        draft.apply(edits)?;
        Ok(Transaction::new(label, draft.edits(), None))
    }
}

/// Takes a transition away from its state.
fn removed(document: &Document, id: StateId, kind: TransitionKind) -> Result<Vec<Edit>, Refusal> {
    let node = document.machine().state(id).node;
    let whole = |field: &str| {
        remove_member(document, node, index_of(document, node, field).ok_or(Refusal::NotFound)?).map(|edit| vec![edit])
    };
    let item = |field: &str, index: usize| {
        let list = document.tree().get(node, field).ok_or(Refusal::NotFound)?;
        let is_only = document.tree().items(list).len() == 1;
        if is_only && field == "Catch" { whole(field) } else { remove_items(document, list, &[index]) }
    };
    match kind {
        TransitionKind::Next if index_of(document, node, "End").is_some() => whole("Next"),
        TransitionKind::Next => rename_member_to(document, node, "Next", "End", "true").map(|edit| vec![edit]),
        TransitionKind::Default => whole("Default"),
        TransitionKind::Choice(index) => item("Choices", index),
        TransitionKind::Catch(index) => item("Catch", index),
    }
}

/// Adds an item of the document to a list of a state, as it is written.
fn listed(document: &Document, id: StateId, field: &str, item: NodeId) -> Result<Edit, Refusal> {
    let node = document.machine().state(id).node;
    let style = document.style();
    match document.tree().get(node, field) {
        Some(list) => {
            let index = document.tree().items(list).len();
            raw_item_inserted(document, list, index, |indentation| {
                raw::moved(document, &style, item, &style, indentation)
            })
        }
        None => {
            let outer = member_indentation(document, node);
            let inner = format!("{outer}{}", style.indent);
            let written = raw::array(&style, &outer, &[raw::moved(document, &style, item, &style, &inner)]);
            let before = ["Next", "End", "Default"].iter().find_map(|field| index_of(document, node, field));
            let place = match before {
                Some(0) => MemberPlace::First,
                Some(index) => MemberPlace::After(index - 1),
                None => MemberPlace::Last,
            };
            insert_member(document, node, place, &[(field.to_owned(), written)])
        }
    }
}
