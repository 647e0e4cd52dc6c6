//! A Choice rule whose conditions contradict each other.

use crate::asl::{QueryLanguage, StateId, StateType};
use crate::check::condition::{alternatives, contradiction};
use crate::check::context::Context;
use crate::expr::jsonata;
use crate::text::json::NodeId;
use serde_json::Value;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states().filter(|(_, state)| state.state_type == Some(StateType::Choice)) {
        for rule in tree.get(state.node, "Choices").map(|list| tree.items(list)).unwrap_or_default() {
            if state.query_language == QueryLanguage::JSONata {
                literal(context, *rule, id);
                continue;
            }
            itself(context, *rule, id);
            let Some(all) = alternatives(context.document, *rule) else { continue };
            let found: Vec<&str> = all.iter().filter_map(|alternative| contradiction(alternative)).collect();
            if !all.is_empty() && found.len() == all.len() {
                context.lint("", &[("variable", found[0])], *rule, Some(id));
            }
        }
    }
}

/// `"Condition": false`, also written as an expression.
fn literal(context: &mut Context<'_>, rule: NodeId, state: StateId) {
    let tree = context.tree();
    let Some(condition) = tree.get(rule, "Condition") else { return };
    let expression = tree.as_str(condition).and_then(jsonata::expression).map(str::trim);
    if tree.as_bool(condition) == Some(false) || expression == Some("false") {
        context.lint("false", &[], condition, Some(state));
    } else if let Some(expression) = expression.filter(|expression| is_other_literal(expression)) {
        context.lint("literal", &[("expression", expression)], condition, Some(state));
    }
}

/// Whether an expression is a literal, and no truth value: AWS evaluates the condition, and the state fails.
fn is_other_literal(expression: &str) -> bool {
    let inner = expression.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    inner.is_some_and(|inner| !inner.contains(['\'', '\\']))
        || serde_json::from_str::<Value>(expression).is_ok_and(|literal| !literal.is_boolean())
}

/// A variable that is compared with itself, anywhere in the rule.
fn itself(context: &mut Context<'_>, rule: NodeId, state: StateId) {
    let tree = context.tree();
    let mut open = vec![rule];
    while let Some(rule) = open.pop() {
        let variable = tree.get(rule, "Variable").and_then(|variable| tree.as_str(variable));
        for member in tree.members(rule) {
            let is_same = member.key.ends_with("Path") && variable.is_some() && tree.as_str(member.value) == variable;
            if is_same {
                let key = if member.key.contains("Equals") { "same" } else { "itself" };
                context.lint(key, &[("variable", variable.unwrap_or_default())], member.value, Some(state));
            }
            if matches!(&*member.key, "And" | "Or") {
                open.extend(tree.items(member.value));
            } else if &*member.key == "Not" {
                open.push(member.value);
            }
        }
    }
}
