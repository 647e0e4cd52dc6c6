//! A few words for what a state or a rule does: what a graph can show.

use super::choice::{self, Test};
use super::resource::Resource;
use super::{Document, StateId, StateType, TransitionKind};
use crate::expr::jsonata;
use crate::text::json::NodeId;
use serde_json::Value;

/// The longest rule that is shown, in characters.
const MAX_RULE: usize = 34;

/// The words of a condition.
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    /// Joins conditions that must all hold.
    pub and: &'static str,
    /// Joins conditions of which one must hold.
    pub or: &'static str,
    /// Stands before a condition that must not hold.
    pub not: &'static str,
    /// The comparators that ask what a value is: their names, what they say with `true` and with `false`.
    pub tests: [(&'static str, &'static str, &'static str); 6],
}

/// The words of a condition in English.
pub static ENGLISH: Phrases = Phrases {
    and: "and",
    or: "or",
    not: "not",
    tests: [
        ("IsPresent", "is present", "is not present"),
        ("IsNull", "is null", "is not null"),
        ("IsString", "is a string", "is not a string"),
        ("IsNumeric", "is a number", "is not a number"),
        ("IsTimestamp", "is a timestamp", "is not a timestamp"),
        ("IsBoolean", "is a boolean", "is not a boolean"),
    ],
};

/// What a transition says beside its arrow: the rule's condition, or the errors that are caught.
pub fn transition(document: &Document, state: StateId, kind: TransitionKind, phrases: &Phrases) -> Option<String> {
    let node = document.machine().state(state).node;
    let item = |list: &str, index: usize| {
        let list = document.tree().get(node, list)?;
        document.tree().items(list).get(index).map(|item| document.value(*item))
    };
    match kind {
        TransitionKind::Next => None,
        TransitionKind::Default => Some("Default".to_owned()),
        TransitionKind::Choice(index) => item("Choices", index).map(|rule| shortened(&condition(&rule, phrases))),
        TransitionKind::Catch(index) => {
            let catcher = item("Catch", index)?;
            let names = catcher.get("ErrorEquals").and_then(Value::as_array)?;
            let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
            Some(shortened(&names.join(", ")))
        }
    }
}

/// What a state does, where its type does not say it all: the service of a Task, the seconds of a Wait, an error.
/// Counts (of rules, of branches) are left to the caller, who has the words for them.
pub fn detail(document: &Document, state: StateId) -> Option<String> {
    let state = document.machine().state(state);
    let text = |field: &str| {
        let node = document.tree().get(state.node, field)?;
        document.tree().as_str(node).map(str::to_owned)
    };
    match state.state_type? {
        StateType::Task => {
            let resource = text("Resource")?;
            let parsed = Resource::parse(&resource);
            // What matters of `lambda:invoke` is which function it invokes.
            let is_invoke = matches!(&parsed, Resource::Service { service, action, .. } if service == "lambda" && action == "invoke");
            let function = if is_invoke { function_name(document, state.node) } else { None };
            let summary = function.map(|name| format!("Lambda · {name}")).or_else(|| parsed.summary());
            Some(summary.unwrap_or(resource)).filter(|summary| !summary.is_empty())
        }
        StateType::Wait => text("Timestamp").or_else(|| text("SecondsPath")).or_else(|| text("TimestampPath")),
        StateType::Fail => text("Error").or_else(|| text("ErrorPath")),
        StateType::Map => text("ItemsPath").filter(|path| path != "$").or_else(|| text("Items")),
        StateType::Pass | StateType::Choice | StateType::Succeed | StateType::Parallel => None,
    }
}

/// The function in the parameters of `lambda:invoke`, without the ARN around it.
fn function_name(document: &Document, state: NodeId) -> Option<String> {
    let tree = document.tree();
    let parameters = tree.get(state, "Parameters").or_else(|| tree.get(state, "Arguments"))?;
    let name = tree.as_str(tree.get(parameters, "FunctionName")?)?;
    Some(name.split_once(":function:").map_or(name, |(_, name)| name).to_owned())
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_RULE {
        return text.to_owned();
    }
    // What tells rules apart is mostly at their ends: the value, the last name of a path.
    let count = text.chars().count();
    let tail = MAX_RULE * 3 / 5;
    let head = MAX_RULE - 1 - tail;
    text.chars().take(head).chain(['…']).chain(text.chars().skip(count - tail)).collect()
}

/// A rule as people read it: `$.total ≥ 100`. Recurses as deep as the rule nests, which the JSON reader bounds.
pub fn condition(rule: &Value, phrases: &Phrases) -> String {
    if let Some(condition) = rule.get("Condition") {
        let text = condition.as_str().map_or_else(|| condition.to_string(), str::to_owned);
        return jsonata::expression(&text).unwrap_or(&text).trim().to_owned();
    }
    if let Some(inner) = rule.get("Not") {
        return format!("{} ({})", phrases.not, condition(inner, phrases));
    }
    for (operator, word) in [("And", phrases.and), ("Or", phrases.or)] {
        if let Some(parts) = rule.get(operator).and_then(Value::as_array) {
            // What is joined otherwise inside it stands in brackets.
            let part = |part: &Value| match part.get("And").or_else(|| part.get("Or")) {
                Some(_) if parts.len() > 1 => format!("({})", condition(part, phrases)),
                _ => condition(part, phrases),
            };
            return parts.iter().map(part).collect::<Vec<_>>().join(&format!(" {word} "));
        }
    }
    let variable = rule.get("Variable").and_then(Value::as_str).unwrap_or("?");
    let comparator = rule
        .as_object()
        .and_then(|rule| rule.iter().find_map(|(field, operand)| Some((choice::find(field)?, operand))));
    let Some(((comparator, is_path), operand)) = comparator else { return variable.to_owned() };
    match comparator.test {
        Test::IsPresent | Test::IsNull | Test::IsKind(_) => {
            let said = phrases.tests.iter().find(|(name, ..)| *name == comparator.name);
            let said = said.map(|(_, yes, no)| if operand.as_bool() == Some(false) { no } else { yes });
            format!("{variable} {}", said.copied().unwrap_or(comparator.symbol))
        }
        Test::Order(..) | Test::StringMatches => {
            let operand = operand.as_str().filter(|_| is_path).map_or_else(|| operand.to_string(), str::to_owned);
            format!("{variable} {} {operand}", comparator.symbol)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_like_a_condition() {
        assert_eq!(condition(&json!({"Variable": "$.x", "NumericGreaterThanEquals": 100}), &ENGLISH), "$.x ≥ 100");
        assert_eq!(condition(&json!({"Variable": "$.x", "IsPresent": false}), &ENGLISH), "$.x is not present");
        assert_eq!(condition(&json!({"Variable": "$.x", "NumericLessThanPath": "$.y"}), &ENGLISH), "$.x < $.y");
        assert_eq!(condition(&json!({"Not": {"Variable": "$.x", "IsNull": true}}), &ENGLISH), "not ($.x is null)");
        assert_eq!(condition(&json!({"Condition": "{% $states.input.n > 1 %}"}), &ENGLISH), "$states.input.n > 1");
        let inner = json!({"Or": [{"Variable": "$.x", "IsString": false}, {"Variable": "$.y", "StringEquals": "a"}]});
        assert_eq!(condition(&inner, &ENGLISH), "$.x is not a string or $.y = \"a\"");
        let outer = json!({"And": [{"Variable": "$.n", "IsNumeric": true}, inner]});
        assert_eq!(condition(&outer, &ENGLISH), "$.n is a number and ($.x is not a string or $.y = \"a\")");
        assert_eq!(shortened(&"x".repeat(50)).chars().count(), MAX_RULE);
    }
}
