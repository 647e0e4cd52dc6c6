//! Take a part with one entry and one exit out of its scope, and put one state in its place.

use super::exits::{Exits, leaving_catchers};
use super::members::{member_span, quoted, remove_members, replace_value};
use super::names::Names;
use super::part::Part;
use super::{Refusal, put_states, raw};
use crate::asl::{Document, QueryLanguage, State, StateId, StateType, TransitionKind};
use crate::text::json::NodeId;
use crate::text::{Edit, Edits};
use std::collections::BTreeSet;

/// A part that can stand by itself.
#[derive(Debug)]
pub(super) struct Enclosed {
    pub(super) part: Part,
    /// The document with the part's ways out ending inside the part. States are numbered as before.
    pub(super) inside: Document,
    /// The name of a Succeed state that the part needs, for rules that led out of it.
    pub(super) succeed: Option<String>,
    /// What followed the part; none when it ended its scope.
    pub(super) following: Option<String>,
    /// Catchers that led out of the part: each once, as items of the first document.
    pub(super) catchers: Vec<NodeId>,
    /// The language of the states that had those catchers, else that of the entry.
    pub(super) language: QueryLanguage,
    /// The names that are taken.
    pub(super) names: Names,
}

impl Enclosed {
    pub(super) fn find(document: &Document, states: &[StateId]) -> Result<Self, Refusal> {
        let machine = document.machine();
        let part = Part::single(machine, states)?;
        let chains = part.chains(machine);
        if chains.len() > 1 || part.entries(machine).len() > 1 {
            return Err(Refusal::SeveralEntries);
        }
        let inside: BTreeSet<StateId> = part.states.iter().copied().collect();
        let exits: BTreeSet<Option<&str>> =
            part.states.iter().flat_map(|state| exits(machine.state(*state), &inside)).collect();
        if exits.len() > 1 {
            return Err(Refusal::SeveralExits);
        }
        let following = exits.into_iter().next().flatten().map(str::to_owned);
        let (catchers, language) = catchers(document, &part, &inside);
        let mut names = Names::of(machine);
        let succeed = names.take("Succeed");
        let redirected =
            Exits { chains: &chains, following: None, stays: &|_| false, succeed: &succeed }.redirect(document)?;
        let edits = Edits::new(redirected.edits).map_err(|_| Refusal::BrokenText)?;
        Ok(Self {
            inside: document.edited(&edits),
            succeed: redirected.needs_succeed.then_some(succeed),
            part,
            following,
            catchers,
            language,
            names,
        })
    }

    /// The states as members, indented for their place.
    pub(super) fn states(&self, document: &Document, indentation: &str) -> Vec<(String, String)> {
        let style = document.style();
        let machine = self.inside.machine();
        let written = self.part.states.iter().map(|state| {
            let state = machine.state(*state);
            (state.name.to_string(), raw::moved(&self.inside, state.node, &style, indentation))
        });
        written.chain(self.succeed(document, indentation)).collect()
    }

    /// The Succeed state that the part needs.
    pub(super) fn succeed(&self, document: &Document, indentation: &str) -> Option<(String, String)> {
        let fields = [("Type".to_owned(), quoted(StateType::Succeed.as_str()))];
        self.succeed.clone().map(|name| (name, raw::object(&document.style(), indentation, &fields)))
    }

    /// The fields that say what follows the state in the part's place: its catchers, and `Next` or `End`.
    pub(super) fn ways_out(&self, document: &Document, indentation: &str) -> Vec<(String, String)> {
        let style = document.style();
        let inner = format!("{indentation}{}", style.indent);
        let mut fields = Vec::new();
        if !self.catchers.is_empty() {
            let items: Vec<String> =
                self.catchers.iter().map(|item| raw::moved(document, *item, &style, &inner)).collect();
            fields.push(("Catch".to_owned(), raw::array(&style, indentation, &items)));
        }
        fields.push(match &self.following {
            Some(name) => ("Next".to_owned(), quoted(name)),
            None => ("End".to_owned(), "true".to_owned()),
        });
        fields
    }

    /// Puts a state in the place of the part: all that led to the part leads to it.
    pub(super) fn replaced(&self, document: &Document, name: &str, json: &str) -> Result<Vec<Edit>, Refusal> {
        let machine = document.machine();
        let scope = machine.scope(self.part.scope);
        let outside = scope.states.iter().filter(|state| !self.part.contains(**state));
        let transitions = outside.flat_map(|state| &machine.state(*state).transitions);
        let targets = transitions.map(|transition| &transition.target).chain(&scope.start_at);
        let mut edits: Vec<Edit> = targets
            .filter(|target| target.state.is_some_and(|state| self.part.contains(state)))
            .map(|target| replace_value(document, target.node, quoted(name)))
            .collect();
        let states_node = scope.states_node.ok_or(Refusal::BrokenText)?;
        // Each member is a state, in the same order.
        let mut indexes =
            scope.states.iter().zip(0..).filter(|(state, _)| self.part.contains(**state)).map(|(_, index)| index);
        let first = indexes.next().ok_or(Refusal::NotFound)?;
        let rest: Vec<usize> = indexes.collect();
        let member = document.tree().members(states_node).get(first).ok_or(Refusal::NotFound)?;
        edits.push(Edit { span: member_span(document, member), insert: format!("{}: {json}", quoted(name)) });
        edits.extend(remove_members(document, states_node, &rest)?);
        Ok(edits)
    }

    /// Where the lines of the new state are indented to, from the state itself inwards.
    pub(super) fn indentations<const N: usize>(&self, document: &Document) -> [String; N] {
        let outer = put_states::indentation(document, self.part.scope);
        let indent = document.style().indent;
        std::array::from_fn(|level| format!("{outer}{}", indent.repeat(level)))
    }
}

/// Where a state leads out of the part, apart from its catchers; none for an end.
fn exits<'a>(state: &'a State, inside: &BTreeSet<StateId>) -> Vec<Option<&'a str>> {
    let leaves = state.transitions.iter().filter(|transition| {
        !matches!(transition.kind, TransitionKind::Catch(_))
            && transition.target.state.is_none_or(|target| !inside.contains(&target))
    });
    let mut exits: Vec<Option<&str>> = leaves.map(|transition| Some(&*transition.target.name)).collect();
    let has_next = state.transitions.iter().any(|transition| transition.kind == TransitionKind::Next);
    let ends = state.is_end && !has_next && state.state_type.is_none_or(StateType::has_next);
    if ends || state.state_type == Some(StateType::Succeed) {
        exits.push(None);
    }
    exits
}

fn catchers(document: &Document, part: &Part, inside: &BTreeSet<StateId>) -> (Vec<NodeId>, QueryLanguage) {
    let machine = document.machine();
    let mut found: Vec<NodeId> = Vec::new();
    let mut language = None;
    for state in part.states.iter().map(|state| machine.state(*state)) {
        let Some(list) = document.tree().get(state.node, "Catch") else { continue };
        let items = document.tree().items(list);
        for item in leaving_catchers(state, inside).filter_map(|(index, _)| items.get(index)) {
            language = language.or(Some(state.query_language));
            if !found.iter().any(|other| document.source(*other) == document.source(*item)) {
                found.push(*item);
            }
        }
    }
    let entry = part.states.first().map(|state| machine.state(*state).query_language);
    (found, language.or(entry).unwrap_or(machine.query_language()))
}
