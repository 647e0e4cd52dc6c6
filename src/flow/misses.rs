//! The paths of a machine that find nothing, or may find nothing, in the data that was inferred.

use super::evaluate::plain_path;
use super::expressions::{Data, Exit, Expression, expressions};
use super::follow::Found;
use super::infer::Flow;
use super::place::span_inside;
use super::shape::Shape;
use crate::asl::{Document, QueryLanguage, StateId};
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::{Path, Root, SimpleStep};
use crate::text::Span;
use crate::text::json::NodeId;
use std::collections::BTreeSet;

/// A path that finds nothing, or may.
#[derive(Clone, Debug, PartialEq)]
pub struct Miss {
    /// The state that it stands in.
    pub state: StateId,
    /// The string that holds it.
    pub node: NodeId,
    /// Where it stands in the text.
    pub span: Span,
    /// As written.
    pub path: String,
    /// The member or item that is missing.
    pub missing: String,
    /// The names that stand in its place.
    pub known: Vec<String>,
    /// Whether it surely finds nothing in a run with the example input.
    pub is_certain: bool,
    /// The state whose result took the place of the data in which it would have been found.
    pub replaced_by: Option<StateId>,
}

/// How many are found; who has so many knows that something is wrong.
const MAX_MISSES: usize = 1_000;

/// How many states before one are asked whether they lost what it looks for.
const MAX_BEFORE: usize = 64;

/// Finds them, in the order of the states.
pub fn misses(document: &Document, flow: &Flow) -> Vec<Miss> {
    let mut found = Vec::new();
    for (id, state) in document.machine().states() {
        if flow.before(id).is_none() {
            continue;
        }
        let has = |field: &str| document.tree().get(state.node, field).is_some();
        let has_catch = has("Catch");
        for expression in expressions(document, id) {
            // Whether a rule or a catcher is taken is not known, nor whether a condition behind `And` is looked at.
            // What comes after the work is not looked at where the work fails, as a catcher lets expect.
            let is_before_work = matches!(expression.field, "InputPath" | "Parameters" | "Arguments");
            let is_reached = is_before_work || !(flow.may_fail(id) || has_catch);
            // A JSONata expression that fails can be caught; a path cannot.
            let is_caught = expression.language == QueryLanguage::JSONata && has_catch;
            let is_sure = expression.exit == Exit::Usual && flow.is_certain(id) && is_reached && !is_caught;
            // With a reader, `ItemsPath` looks into what is read.
            let is_of_reader = expression.field == "ItemsPath" && has("ItemReader");
            if expression.is_test || is_of_reader || found.len() >= MAX_MISSES {
                continue;
            }
            match expression.language {
                QueryLanguage::JSONPath => of_text(document, flow, id, &expression, is_sure, &mut found),
                QueryLanguage::JSONata => of_jsonata(document, flow, id, &expression, is_sure, &mut found),
            }
        }
    }
    found
}

fn of_text(
    document: &Document,
    flow: &Flow,
    state: StateId,
    expression: &Expression<'_>,
    is_sure: bool,
    misses: &mut Vec<Miss>,
) {
    let Some(data) = flow.data(state, expression.data) else { return };
    let Some(view) = flow.view(state, data) else { return };
    let call = Intrinsic::is_call(expression.text).then(|| Intrinsic::parse(expression.text).ok()).flatten();
    let own = if call.is_some() { None } else { Path::parse(expression.text).ok() };
    let paths = call.iter().flat_map(Intrinsic::paths).chain(&own);
    let mut from = 0;
    for path in paths {
        let start = expression.text[from..].find(path.text()).map_or(from, |index| from + index);
        from = start;
        let (Some(found), Some(steps)) = (view.find(path), path.simple_steps()) else { continue };
        let range = expression.offset + start..expression.offset + start + path.text().len();
        let place = (expression.node, span_inside(document, expression.node, range));
        let start = match path.root() {
            Root::Input => Some(data),
            Root::Variable(name) => flow.variable(state, name),
            Root::Context => None,
        };
        let Some(mut miss) = miss(state, place, path.text(), start, &steps, &found, is_sure) else { continue };
        if *path.root() == Root::Input
            && matches!(expression.data, Data::Input | Data::Effective)
            && found.shape.is_never()
        {
            miss.replaced_by = replaced_by(document, flow, state, &steps);
        }
        misses.push(miss);
    }
}

fn of_jsonata(
    document: &Document,
    flow: &Flow,
    state: StateId,
    expression: &Expression<'_>,
    is_sure: bool,
    misses: &mut Vec<Miss>,
) {
    let Some((root, steps)) = plain_path(expression.text) else { return };
    let Some(input) = flow.before(state) else { return };
    let Some(view) = flow.view(state, input) else { return };
    let Some(found) = view.find_plain(root, &steps) else { return };
    let text = expression.text.trim();
    let start = expression.offset + expression.text.len() - expression.text.trim_start().len();
    let place = (expression.node, span_inside(document, expression.node, start..start + text.len()));
    let (start, skipped) = match (root, steps.first()) {
        ("$states", Some(SimpleStep::Name(part))) if part == "input" => (Some(input), 1),
        ("$states", _) => (view.result, 1),
        (name, _) => (flow.variable(state, name.trim_start_matches('$')), 0),
    };
    let steps = steps.get(skipped..).unwrap_or_default();
    let Some(mut miss) = miss(state, place, text, start, steps, &found, is_sure) else { return };
    if skipped == 1 && start == Some(input) && found.shape.is_never() {
        miss.replaced_by = replaced_by(document, flow, state, steps);
    }
    misses.push(miss);
}

fn miss(
    state: StateId,
    (node, span): (NodeId, Span),
    path: &str,
    start: Option<&Shape>,
    steps: &[SimpleStep],
    found: &Found,
    is_sure: bool,
) -> Option<Miss> {
    let index = found.missing?;
    let missing = match steps.get(index)? {
        SimpleStep::Name(name) => name.clone(),
        SimpleStep::Index(index) => format!("[{index}]"),
        SimpleStep::Wildcard => return None,
    };
    let known = start.map(|start| start.members(&steps[..index])).unwrap_or_default();
    let known = known.into_iter().map(|(name, _)| name).collect();
    let is_certain = is_sure && found.shape.is_never();
    Some(Miss { state, node, span, path: path.to_owned(), missing, known, is_certain, replaced_by: None })
}

/// The nearest state before one that had what the steps lead to, and put its result in place of it.
fn replaced_by(document: &Document, flow: &Flow, state: StateId, steps: &[SimpleStep]) -> Option<StateId> {
    let machine = document.machine();
    let has = |shape: Option<&Shape>| {
        shape.is_some_and(|shape| {
            !shape.is_any && !shape.follow(steps).shape.is_never() && !shape.follow(steps).may_miss
        })
    };
    let scope = machine.scope(machine.state(state).scope);
    let mut before: std::collections::BTreeMap<StateId, Vec<StateId>> = std::collections::BTreeMap::new();
    for other in &scope.states {
        for target in machine.state(*other).transitions.iter().filter_map(|transition| transition.target.state) {
            before.entry(target).or_default().push(*other);
        }
    }
    let mut open = std::collections::VecDeque::from([state]);
    let mut seen = BTreeSet::from([state]);
    while let Some(next) = open.pop_front() {
        for other in before.get(&next).into_iter().flatten() {
            if seen.len() > MAX_BEFORE || !seen.insert(*other) {
                continue;
            }
            let replaces = document.tree().get(machine.state(*other).node, "ResultPath").is_none();
            if replaces && has(flow.before(*other)) && !has(flow.after(*other)) {
                return Some(*other);
            }
            open.push_back(*other);
        }
    }
    None
}
