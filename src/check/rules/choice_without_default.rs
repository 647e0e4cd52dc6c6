//! A Choice state without Default whose rules leave something over.

use crate::asl::{QueryLanguage, StateType};
use crate::check::condition::{alternatives, is_exhaustive};
use crate::check::context::Context;
use crate::expr::jsonata;
use crate::text::json::NodeId;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states().filter(|(_, state)| state.state_type == Some(StateType::Choice)) {
        let rules = tree.get(state.node, "Choices").map(|list| tree.items(list)).unwrap_or_default();
        if tree.get(state.node, "Default").is_some() || rules.is_empty() {
            continue;
        }
        let leaves_nothing = if state.query_language == QueryLanguage::JSONata {
            is_complete(context, rules)
        } else {
            let conditions: Vec<_> = rules.iter().filter_map(|rule| alternatives(context.document, *rule)).collect();
            is_exhaustive(&conditions)
        };
        if !leaves_nothing {
            context.lint_state("", &[("name", &state.name)], id);
        }
    }
}

/// Whether one expression is always true, or one is another's `$not(…)`.
fn is_complete(context: &Context<'_>, rules: &[NodeId]) -> bool {
    let tree = context.tree();
    let conditions: Vec<NodeId> = rules.iter().filter_map(|rule| tree.get(*rule, "Condition")).collect();
    let expressions: Vec<&str> = conditions
        .iter()
        .filter_map(|condition| tree.as_str(*condition).and_then(jsonata::expression).map(str::trim))
        .collect();
    conditions.iter().any(|condition| tree.as_bool(*condition) == Some(true))
        || expressions.iter().any(|expression| {
            let negated = format!("$not({expression})");
            *expression == "true" || expressions.contains(&&*negated)
        })
}
