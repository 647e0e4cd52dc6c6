//! The calls of services whose models are known, and what is wrong with their parameters.

use super::context::Context;
use super::waiting::resource;
use crate::asl::resource::Resource;
use crate::asl::{QueryLanguage, State, StateId};
use crate::services::{Api, FaultKind, Place, Reading, Shape, faults};
use crate::text::Span;
use crate::text::json::{NodeId, Tree};

/// Something that is wrong with the parameters of a call.
pub(super) struct CallFault {
    /// The state that calls.
    pub(super) state: StateId,
    /// `Parameters` or `Arguments`.
    pub(super) arguments: NodeId,
    /// The object that has or lacks a field, or the value itself.
    pub(super) node: NodeId,
    /// What.
    pub(super) kind: FaultKind,
}

impl CallFault {
    /// What is to be marked: the name of a field that is too much, else the object or value.
    pub(super) fn span(&self, tree: &Tree) -> Span {
        let FaultKind::Unknown { field, .. } = &self.kind else { return tree.span(self.node) };
        let is_meant = |key: &str| key == field || key.strip_suffix(".$") == Some(field);
        let member = tree.members(self.node).iter().find(|member| is_meant(&member.key));
        member.map_or(tree.span(self.node), |member| member.key_span)
    }
}

/// The field in which a state of a query language has the parameters of its call.
pub(super) fn arguments_field(state: &State) -> &'static str {
    if state.query_language == QueryLanguage::JSONata { "Arguments" } else { "Parameters" }
}

/// Whether the API knows a text as one of the words that a parameter takes.
pub(super) fn is_listed_word(context: &Context<'_>, state: &State, text: NodeId) -> bool {
    let tree = context.tree();
    let api = || Api::of(&context.options.services, &resource(tree, state)?);
    let Some((api, arguments)) = api().zip(tree.get(state.node, arguments_field(state))) else { return false };
    let mut places = Vec::new();
    let mut node = text;
    while node != arguments {
        let Some(around) = tree.parent(node) else { return false };
        places.push(match tree.members(around).iter().find(|member| member.value == node) {
            Some(member) => Place::Member(member.key.to_string()),
            None => Place::Item(0),
        });
        node = around;
    }
    places.reverse();
    match (api.shape_at(&places), tree.as_str(text)) {
        (Some(Shape::Choice(known)), Some(text)) => known.iter().any(|word| word == text),
        _ => false,
    }
}

/// Finds them all, in the order of the states.
pub(super) fn call_faults(context: &Context<'_>) -> Vec<CallFault> {
    let tree = context.tree();
    let mut found = Vec::new();
    for (id, state) in context.machine().states() {
        let Some(resource) = resource(tree, state).filter(|resource| matches!(resource, Resource::Service { .. }))
        else {
            continue;
        };
        let Some(arguments) = tree.get(state.node, arguments_field(state)) else { continue };
        let Some(api) = Api::of(&context.options.services, &resource) else { continue };
        let value = context.document.value(arguments);
        for fault in faults(&api, &value, Reading::Definition(state.query_language)) {
            let node = fault.place.iter().try_fold(arguments, |node, place| match place {
                Place::Member(name) => tree.get(node, name),
                Place::Item(index) => tree.items(node).get(*index).copied(),
            });
            found.extend(node.map(|node| CallFault { state: id, arguments, node, kind: fault.kind }));
        }
    }
    found
}
