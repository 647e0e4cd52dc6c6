//! A field is missing: `StartAt`, `States`, `Type`, and those that a state type needs.

use crate::asl::{StateType, field};
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    let missing = |object: NodeId, fields: &[&str]| -> Vec<String> {
        fields.iter().filter(|field| tree.get(object, field).is_none()).map(|field| (*field).to_owned()).collect()
    };
    for (_, node, owner) in context.scopes() {
        // A half-typed scope may not be an object yet; that is another rule's.
        if matches!(tree.kind(node), NodeKind::Object(_)) {
            let fields = missing(node, &["States", "StartAt"]);
            report(context, fields, node, owner);
        }
    }
    for (id, state) in context.machine().states() {
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
        let mut fields = missing(state.node, &["Type"]);
        if let Some(state_type) = state.state_type {
            fields.extend(missing(state.node, field::required(state_type)));
            if state_type == StateType::Map
                && tree.get(state.node, "ItemProcessor").is_none()
                && tree.get(state.node, "Iterator").is_none()
            {
                fields.push("ItemProcessor".to_owned());
            }
        }
        report(context, fields, state.node, Some(id));
        for (list, required) in
            [("Retry", &["ErrorEquals"][..]), ("Catch", &["ErrorEquals", "Next"]), ("Choices", &["Next"])]
        {
            if list == "Choices" && state.state_type != Some(StateType::Choice) {
                continue;
            }
            for item in tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default() {
                report(context, missing(*item, required), *item, Some(id));
            }
        }
    }
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
