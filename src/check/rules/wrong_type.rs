//! A value of the wrong JSON type, outside of its range, or none of those that are allowed.

use crate::asl::choice::{self, Operand};
use crate::asl::field::{self, Field, Kind, PathUse};
use crate::asl::{QueryLanguage, ScopeRole, StateId, StateType, timestamp};
use crate::check::Problem;
use crate::check::context::Context;
use crate::check::path_sites::rules;
use crate::expr::jsonata;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (_, scope) in machine.scopes() {
        // Nothing of a scope is worked out.
        members(context, scope.node, field::of_scope(scope.role), QueryLanguage::JSONPath, scope.owner);
        object(
            context,
            scope.node,
            if scope.role == ScopeRole::ItemProcessor { "ItemProcessor" } else { "Branches" },
            scope.owner,
        );
    }
    for (id, state) in machine.states() {
        // In the order of AWS's message (measured).
        if let Some(node) = tree.get(state.node, "Type").filter(|node| tree.as_str(*node).is_none()) {
            let problem = Problem::WrongType { field: "Type".to_owned(), expected: "string".to_owned() };
            context.report_value(problem, node, Some(id));
        }
        let names = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];
        one_of(context, state.node, "Type", &names, Some(id));
        let Some(state_type) = state.state_type else { continue };
        members(context, state.node, field::of_state(state_type), state.query_language, Some(id));
        let items = |list: &str| tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default();
        if state_type == StateType::Choice {
            for rule in rules(context, id) {
                // What `Not` holds is told below, as the value of that field.
                if tree.parent(rule).is_none_or(|around| tree.get(around, "Not") != Some(rule)) {
                    object(context, rule, "Choices", Some(id));
                }
                members(context, rule, &field::CHOICE_RULE, state.query_language, Some(id));
                operands(context, rule, id);
            }
        }
        if state_type.can_catch() {
            for entry in ["Retry", "Catch"] {
                for item in items(entry) {
                    object(context, *item, entry, Some(id));
                }
            }
            for retrier in items("Retry") {
                members(context, *retrier, &field::RETRIER, QueryLanguage::JSONPath, Some(id));
            }
            for catcher in items("Catch") {
                members(context, *catcher, &field::CATCHER, state.query_language, Some(id));
            }
        }
        if state_type == StateType::Wait {
            wait_timestamp(context, state.node, id);
        }
    }
}

fn object(context: &mut Context<'_>, node: NodeId, field: &str, state: Option<StateId>) {
    if !matches!(context.tree().kind(node), NodeKind::Object(_) | NodeKind::Invalid) {
        let problem = Problem::WrongType { field: field.to_owned(), expected: "object".to_owned() };
        context.report_value(problem, node, state);
    }
}

pub(super) fn members(
    context: &mut Context<'_>,
    object: NodeId,
    known: &[Field],
    language: QueryLanguage,
    state: Option<StateId>,
) {
    let tree = context.tree();
    for member in tree.members(object) {
        let Some(field) = known.iter().find(|field| field.name == &*member.key) else { continue };
        let is_expression = language == QueryLanguage::JSONata
            && tree.as_str(member.value).is_some_and(|text| jsonata::expression(text).is_some());
        // `${Name}` is filled in at deployment, with a value of any type (SAM, "DefinitionSubstitutions").
        let is_substituted = tree.as_str(member.value).is_some_and(|text| text.contains("${"));
        if is_substituted || (is_expression && field.kind.takes_expression()) {
            continue;
        }
        if let Some(problem) = problem(context, field, member.value) {
            context.report_value(problem, member.value, state);
        }
        if field.kind == Kind::Texts {
            texts(context, field, member.value, state);
        }
    }
}

fn problem(context: &Context<'_>, field: &Field, node: NodeId) -> Option<Problem> {
    let kind = context.tree().kind(node);
    let wrong =
        |expected: &str| Some(Problem::WrongType { field: field.name.to_owned(), expected: expected.to_owned() });
    match (field.kind, kind) {
        // What could not be read is reported already.
        (_, NodeKind::Invalid) => None,
        (Kind::Payload | Kind::Data, _) => None,
        (Kind::Plain | Kind::Text | Kind::StateName | Kind::Path(_), NodeKind::String(_)) => None,
        (Kind::OneOf(words), NodeKind::String(text)) => (!words.contains(&&**text)).then(|| {
            let allowed = words.iter().map(|word| (*word).to_owned()).collect();
            Problem::NotOneOf { field: field.name.to_owned(), allowed }
        }),
        (Kind::Path(PathUse::Filter | PathUse::Result), NodeKind::Null) => None,
        (Kind::Plain | Kind::Text | Kind::StateName | Kind::OneOf(_) | Kind::Path(_), _) => wrong("string"),
        (Kind::Boolean, NodeKind::Bool(_)) => None,
        (Kind::Boolean, _) => wrong("boolean"),
        (Kind::Object | Kind::Values | Kind::Template, NodeKind::Object(_)) => None,
        (Kind::Object | Kind::Values | Kind::Template, _) => wrong("object"),
        // A text is told by another rule: published templates have bare words that something else fills in.
        (Kind::Items, NodeKind::Object(_) | NodeKind::String(_)) => None,
        (Kind::Texts, NodeKind::Array(items)) if items.is_empty() => {
            Some(Problem::Empty { field: field.name.to_owned() })
        }
        (Kind::Array | Kind::Texts | Kind::Items, NodeKind::Array(_)) => None,
        (Kind::Array | Kind::Texts | Kind::Items, _) => wrong("array"),
        (Kind::Integer(least, greatest), NodeKind::Number) => match context.document.value(node).as_i64() {
            Some(value) if (least..=greatest).contains(&value) => None,
            Some(value) => {
                let is_below = value < least;
                Some(Problem::OutOfRange { field: field.name.to_owned(), least, greatest, is_below })
            }
            None => wrong("integer"),
        },
        (Kind::Integer(..), _) => wrong("integer"),
        (Kind::Number(least, greatest), NodeKind::Number) => {
            let value = context.document.value(node).as_f64().unwrap_or(least);
            (value < least || value > greatest).then(|| Problem::OutOfRange {
                field: field.name.to_owned(),
                least: least as i64,
                greatest: greatest as i64,
                is_below: value < least,
            })
        }
        (Kind::Number(..), _) => wrong("number"),
    }
}

/// The items of a list of texts, in the order of the list.
fn texts(context: &mut Context<'_>, field: &Field, list: NodeId, state: Option<StateId>) {
    for item in context.tree().items(list) {
        if !matches!(context.tree().kind(*item), NodeKind::String(_) | NodeKind::Invalid) {
            let problem = Problem::WrongType { field: field.name.to_owned(), expected: "string".to_owned() };
            context.report_value(problem, *item, state);
        }
    }
}

/// The literals of comparators: each compares values of its own kind with one of that kind.
fn operands(context: &mut Context<'_>, rule: NodeId, state: StateId) {
    for member in context.tree().members(rule) {
        let (field, node) = (member.key.to_string(), member.value);
        let wrong = |expected: &str| Some(Problem::WrongType { field: field.clone(), expected: expected.to_owned() });
        let kind = context.tree().kind(node);
        let operand = match (choice::find(&field), kind) {
            (Some((_, true)), NodeKind::String(_) | NodeKind::Invalid) => continue,
            (Some((_, true)), _) => Operand::String,
            (Some((comparator, false)), _) => comparator.operand(),
            // A text is an expression, or told to be none by another rule.
            (None, NodeKind::String(_)) => continue,
            (None, _) if field == "Condition" => Operand::Boolean,
            (None, _) => continue,
        };
        let problem = match (operand, kind) {
            // What could not be read is reported already, and what a template fills in may become anything.
            (_, NodeKind::Invalid) => None,
            (_, NodeKind::String(text)) if text.contains("${") => None,
            (Operand::Timestamp, NodeKind::String(text)) => {
                timestamp::parse(text).is_none().then_some(Problem::InvalidTimestamp)
            }
            (Operand::String, NodeKind::String(_))
            | (Operand::Numeric, NodeKind::Number)
            | (Operand::Boolean, NodeKind::Bool(_)) => None,
            (Operand::String | Operand::Timestamp, _) => wrong("string"),
            (Operand::Numeric, _) => wrong("number"),
            (Operand::Boolean, _) => wrong("boolean"),
        };
        if let Some(problem) = problem {
            context.report_value(problem, node, Some(state));
        }
    }
}

fn one_of(context: &mut Context<'_>, object: NodeId, field: &str, allowed: &[&str], state: Option<StateId>) {
    let Some(node) = context.tree().get(object, field) else { return };
    if context.tree().as_str(node).is_some_and(|text| !allowed.contains(&text) && !text.contains("${")) {
        let allowed = allowed.iter().map(|text| (*text).to_owned()).collect();
        context.report_value(Problem::NotOneOf { field: field.to_owned(), allowed }, node, state);
    }
}

fn wait_timestamp(context: &mut Context<'_>, state: NodeId, id: StateId) {
    let Some(node) = context.tree().get(state, "Timestamp") else { return };
    let Some(text) = context.tree().as_str(node) else { return };
    let is_expression =
        context.machine().state(id).query_language == QueryLanguage::JSONata && jsonata::expression(text).is_some();
    if !is_expression && timestamp::parse(text).is_none() {
        context.report_value(Problem::InvalidTimestamp, node, Some(id));
    }
}
