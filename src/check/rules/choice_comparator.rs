//! A Choice rule of the JSONPath language without exactly one comparator or operator, or without `Variable`.

use crate::asl::{QueryLanguage, StateId, StateType, choice};
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Choice) {
            continue;
        }
        for item in tree.get(state.node, "Choices").map(|list| tree.items(list)).unwrap_or_default() {
            if state.query_language == QueryLanguage::JSONata {
                if tree.get(*item, "Condition").is_none() && matches!(tree.kind(*item), NodeKind::Object(_)) {
                    context.report_value(
                        Problem::MissingFields { fields: vec!["Condition".to_owned()] },
                        *item,
                        Some(id),
                    );
                }
            } else {
                rule(context, *item, id);
            }
        }
    }
}

fn rule(context: &mut Context<'_>, rule: NodeId, state: StateId) {
    let tree = context.tree();
    let mut open = vec![rule];
    while let Some(rule) = open.pop() {
        let NodeKind::Object(members) = tree.kind(rule) else { continue };
        let has = |name: &str| tree.get(rule, name).is_some();
        let n_comparators = members.iter().filter(|member| choice::find(&member.key).is_some()).count();
        let n_operators = ["And", "Or", "Not"].into_iter().filter(|name| has(name)).count();
        // A rule with `Condition` is of the other language, which is reported as such.
        if n_comparators + n_operators != 1 && !has("Condition") {
            context.report_value(Problem::ComparatorCount { count: n_comparators + n_operators }, rule, Some(state));
        } else if n_comparators == 1 && !has("Variable") {
            context.report_value(Problem::MissingFields { fields: vec!["Variable".to_owned()] }, rule, Some(state));
        }
        for list in ["And", "Or"] {
            open.extend(tree.get(rule, list).map(|list| tree.items(list)).unwrap_or_default());
        }
        open.extend(tree.get(rule, "Not"));
    }
}
