//! Every place of a definition that holds a path or a payload template of the JSONPath language.

use super::context::Context;
use crate::asl::field::{self, Field, Kind, PathUse};
use crate::asl::{QueryLanguage, State, StateId, StateType, choice, map_part};
use crate::text::json::NodeId;
use serde::{Deserialize, Serialize};

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PathKind {
    /// Any path.
    Path,
    /// A reference path: it names one place.
    Reference,
    /// A reference path that is not into the context object.
    Data,
    /// Where a result is written: a reference path into the data.
    Result,
    /// A path or a call of an intrinsic function: fields that end in `.$`.
    Template,
    /// A reference path or a call that gives a text: `ErrorPath`, `CausePath`.
    Text,
}

/// One field with its value.
pub(super) struct PathSite<'a> {
    /// The object that has the field.
    pub(super) object: NodeId,
    /// The field's name.
    pub(super) field: &'a str,
    /// Its value.
    pub(super) node: NodeId,
    pub(super) kind: PathKind,
    pub(super) state: StateId,
}

/// The object that a payload template is.
#[derive(Clone, Copy)]
pub(super) struct Template {
    pub(super) node: NodeId,
    pub(super) state: StateId,
}

/// The kind of a field that takes a path.
fn kind(field: &Field) -> Option<PathKind> {
    let Kind::Path(path) = field.kind else { return None };
    Some(match path {
        PathUse::Filter => PathKind::Path,
        PathUse::Reference => PathKind::Reference,
        // AWS refuses the context object here (measured, floci issue 3733).
        PathUse::Data => PathKind::Data,
        PathUse::Result => PathKind::Result,
        PathUse::Text => PathKind::Text,
    })
}

/// A state and its parts, but for the rules of a Choice state, each with the fields that it may have.
fn objects_with_fields(context: &Context<'_>, state: &State) -> Vec<(NodeId, &'static [Field])> {
    let tree = context.tree();
    let mut objects = Vec::new();
    if let Some(state_type) = state.state_type {
        objects.push((state.node, field::of_state(state_type)));
        if state_type == StateType::Map {
            objects.extend(map_part::parts(tree, state.node).into_iter().map(|(part, node)| (node, part.fields())));
        }
    }
    let catchers = tree.get(state.node, "Catch").map(|list| tree.items(list)).unwrap_or_default();
    objects.extend(catchers.iter().map(|catcher| (*catcher, &field::CATCHER[..])));
    objects
}

/// All fields with paths, those of payload templates included, state by state.
pub(super) fn path_sites<'a>(context: &Context<'a>) -> Vec<PathSite<'a>> {
    let (tree, machine) = (context.tree(), context.machine());
    let mut sites = Vec::new();
    for (id, state) in machine.states() {
        if state.query_language != QueryLanguage::JSONPath {
            continue;
        }
        for (object, known) in objects_with_fields(context, state) {
            for member in tree.members(object) {
                if let Some(kind) = field::find(known, &member.key).and_then(kind) {
                    sites.push(PathSite { object, field: &member.key, node: member.value, kind, state: id });
                }
            }
        }
        for rule in rules(context, id) {
            for member in tree.members(rule) {
                let is_path = &*member.key == "Variable" || choice::find(&member.key).is_some_and(|(_, path)| path);
                if is_path {
                    let kind = PathKind::Reference;
                    sites.push(PathSite { object: rule, field: &member.key, node: member.value, kind, state: id });
                }
            }
        }
    }
    for template in templates(context) {
        for object in objects_of(context, template.node) {
            for member in tree.members(object).iter().filter(|member| member.key.ends_with(".$")) {
                let (kind, state) = (PathKind::Template, template.state);
                sites.push(PathSite { object, field: &member.key, node: member.value, kind, state });
            }
        }
    }
    sites
}

/// The rules of a Choice state, nested ones included.
pub(super) fn rules(context: &Context<'_>, state: StateId) -> Vec<NodeId> {
    let tree = context.tree();
    let state = context.machine().state(state);
    if state.state_type != Some(StateType::Choice) {
        return Vec::new();
    }
    let mut open = tree.get(state.node, "Choices").map(|list| tree.items(list).to_vec()).unwrap_or_default();
    let mut index = 0;
    while let Some(rule) = open.get(index).copied() {
        for list in ["And", "Or"] {
            open.extend(tree.get(rule, list).map(|list| tree.items(list)).unwrap_or_default());
        }
        open.extend(tree.get(rule, "Not"));
        index += 1;
    }
    open
}

/// Every payload template of the states in the JSONPath language.
pub(super) fn templates(context: &Context<'_>) -> Vec<Template> {
    let tree = context.tree();
    let mut found = Vec::new();
    for (id, state) in context.machine().states() {
        if state.query_language != QueryLanguage::JSONPath {
            continue;
        }
        let mut objects = objects_with_fields(context, state);
        if state.state_type == Some(StateType::Choice) {
            let rules = tree.get(state.node, "Choices").map(|list| tree.items(list)).unwrap_or_default();
            objects.extend(rules.iter().map(|rule| (*rule, &field::CHOICE_RULE[..])));
        }
        for (object, known) in objects {
            let templates = known.iter().filter(|field| field.is_of(QueryLanguage::JSONPath));
            let templates = templates.filter(|field| field.kind.is_payload_template());
            let nodes = templates.filter_map(|field| tree.get(object, field.name));
            found.extend(nodes.map(|node| Template { node, state: id }));
        }
    }
    found
}

/// A template's objects at any depth.
pub(super) fn objects_of(context: &Context<'_>, template: NodeId) -> Vec<NodeId> {
    let tree = context.tree();
    let mut found = Vec::new();
    let mut open = vec![template];
    while let Some(node) = open.pop() {
        if !tree.members(node).is_empty() {
            found.push(node);
        }
        open.extend(tree.members(node).iter().map(|member| member.value));
        open.extend(tree.items(node));
    }
    found
}
