//! A field is missing: `StartAt`, `States`, `Type`, and those that a state type needs.

use crate::asl::StateType;
use crate::asl::field::{self, Alternatives, Field};
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::{NodeId, NodeKind, Tree};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (_, scope) in machine.scopes() {
        // A half-typed scope may not be an object yet; that is another rule's.
        if matches!(tree.kind(scope.node), NodeKind::Object(_)) {
            let fields = missing(tree, scope.node, field::of_scope(scope.role), &[]);
            report(context, fields, scope.node, scope.owner);
        }
    }
    for (id, state) in machine.states() {
        if !matches!(tree.kind(state.node), NodeKind::Object(_)) {
            if context.is_made(&state.name, state.node) {
                continue;
            }
            context.report_value(
                Problem::WrongType { field: state.name.to_string(), expected: "object".to_owned() },
                state.node,
                Some(id),
            );
            continue;
        }
        let mut fields = Vec::new();
        if tree.get(state.node, "Type").is_none() {
            fields.push("Type".to_owned());
        }
        if let Some(state_type) = state.state_type {
            fields.extend(missing(tree, state.node, field::of_state(state_type), field::alternatives(state_type)));
        }
        report(context, fields, state.node, Some(id));
        let is_choice = state.state_type == Some(StateType::Choice);
        for (list, known, counts) in [
            ("Retry", &field::RETRIER[..], true),
            ("Catch", &field::CATCHER, true),
            ("Choices", &field::CHOICE_RULE, is_choice),
        ] {
            for item in tree.get(state.node, list).filter(|_| counts).map(|list| tree.items(list)).unwrap_or_default() {
                report(context, missing(tree, *item, known, &[]), *item, Some(id));
            }
        }
    }
}

/// The fields without which an object is not complete, and which are not there, nor another in their place.
fn missing(tree: &Tree, object: NodeId, known: &[Field], alternatives: &[Alternatives]) -> Vec<String> {
    let has = |name: &str| tree.get(object, name).is_some();
    let is_there = |name: &str| {
        has(name)
            || alternatives.iter().any(|group| group.fields.contains(&name) && group.fields.iter().any(|f| has(f)))
    };
    known.iter().filter(|field| field.is_required && !is_there(field.name)).map(|field| field.name.to_owned()).collect()
}

fn report(context: &mut Context<'_>, fields: Vec<String>, object: NodeId, state: Option<crate::asl::StateId>) {
    if fields.is_empty() || context.may_have_more(object) {
        return;
    }
    let span = match state.map(|state| context.machine().state(state)).filter(|state| state.node == object) {
        Some(state) => state.name_span,
        None => {
            let span = context.tree().span(object);
            crate::text::Span::new(span.start, span.end.min(span.start + 1))
        }
    };
    let location = context.location(object);
    context.report(Problem::MissingFields { fields }, span, Some(location), state);
}
