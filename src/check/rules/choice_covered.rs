//! A Choice rule that an earlier one always forestalls.

use crate::asl::{QueryLanguage, StateType};
use crate::check::condition::{Atom, alternatives, contradiction, is_covered};
use crate::check::context::Context;
use crate::expr::jsonata;
use crate::text::json::NodeId;

/// A rule is compared with at most this many before it, so that a Choice of thousands stays quick to check.
const MAX_COMPARED: usize = 100;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (id, state) in machine.states().filter(|(_, state)| state.state_type == Some(StateType::Choice)) {
        let rules = tree.get(state.node, "Choices").map(|list| tree.items(list)).unwrap_or_default();
        let covering: Vec<Option<usize>> = if state.query_language == QueryLanguage::JSONata {
            by_text(context, rules)
        } else {
            let conditions: Vec<_> = rules.iter().map(|rule| alternatives(context.document, *rule)).collect();
            by_meaning(&conditions)
        };
        for (rule, earlier) in rules.iter().zip(covering) {
            if let Some(earlier) = earlier {
                context.lint("", &[("index", &earlier.to_string())], *rule, Some(id));
            }
        }
    }
}

/// Rules of the same expression, and those behind one that is always true.
fn by_text(context: &Context<'_>, rules: &[NodeId]) -> Vec<Option<usize>> {
    let tree = context.tree();
    let text = |rule: &NodeId| -> Option<String> {
        let condition = tree.get(*rule, "Condition")?;
        let expression = tree.as_str(condition).and_then(jsonata::expression).map(str::trim);
        expression.map(str::to_owned).or_else(|| tree.as_bool(condition).map(|value| value.to_string()))
    };
    let texts: Vec<Option<String>> = rules.iter().map(text).collect();
    let is_covered = |(index, later): (usize, &Option<String>)| {
        let later = later.as_ref()?;
        let before = &texts[index.saturating_sub(MAX_COMPARED)..index];
        let found =
            before.iter().position(|earlier| earlier.as_deref() == Some("true") || earlier.as_ref() == Some(later));
        found.map(|found| found + index.saturating_sub(MAX_COMPARED))
    };
    texts.iter().enumerate().map(is_covered).collect()
}

fn by_meaning(conditions: &[Option<Vec<Vec<Atom>>>]) -> Vec<Option<usize>> {
    let is_covered = |(index, later): (usize, &Option<Vec<Vec<Atom>>>)| {
        let later = later.as_ref()?;
        // What can never be true is said to be that already.
        if later.iter().all(|alternative| contradiction(alternative).is_some()) {
            return None;
        }
        let first = index.saturating_sub(MAX_COMPARED);
        let found = conditions[first..index]
            .iter()
            .position(|earlier| earlier.as_ref().is_some_and(|earlier| is_covered(later, earlier)));
        found.map(|found| found + first)
    };
    conditions.iter().enumerate().map(is_covered).collect()
}
