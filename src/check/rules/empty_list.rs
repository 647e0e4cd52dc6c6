//! `Branches`, `States`, `Choices`, `ErrorEquals` without anything in them.

use crate::asl::{StateId, StateType};
use crate::check::Problem;
use crate::check::context::Context;
use crate::check::path_sites::rules;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (_, node, owner) in context.scopes() {
        empty(context, node, "States", owner);
    }
    for (id, state) in context.machine().states() {
        let field = match state.state_type {
            Some(StateType::Parallel) => "Branches",
            Some(StateType::Choice) => "Choices",
            _ => "",
        };
        empty(context, state.node, field, Some(id));
        for rule in rules(context, id) {
            empty(context, rule, "And", Some(id));
            empty(context, rule, "Or", Some(id));
        }
        for list in ["Retry", "Catch"] {
            for item in tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default() {
                empty(context, *item, "ErrorEquals", Some(id));
            }
        }
    }
}

fn empty(context: &mut Context<'_>, object: NodeId, field: &str, state: Option<StateId>) {
    let Some(node) = context.tree().get(object, field) else { return };
    let is_empty = match context.tree().kind(node) {
        NodeKind::Array(items) => items.is_empty(),
        NodeKind::Object(members) => members.is_empty(),
        _ => false,
    };
    if is_empty {
        context.report_value(Problem::Empty { field: field.to_owned() }, node, state);
    }
}
