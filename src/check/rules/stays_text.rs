//! A path, a call or an expression at a place where it stays the text that it is.

use crate::asl::choice::{COMPARATORS, Operand, Test};
use crate::asl::resource::Resource;
use crate::asl::{QueryLanguage, StateId, StateType};
use crate::check::context::Context;
use crate::check::path_sites::{objects_of, rules, templates};
use crate::check::waiting::resource;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::{jsonata, jsonpath::Path};
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for template in templates(context) {
        for object in objects_of(context, template.node) {
            in_template(context, object, template.state);
        }
    }
    for (id, state) in context.machine().states().filter(|(_, state)| state.query_language == QueryLanguage::JSONPath) {
        match state.state_type {
            Some(StateType::Pass) => in_result(context, state.node, id),
            Some(StateType::Fail) => {
                for field in ["Error", "Cause"] {
                    beside_path(context, state.node, field, |text| is_path(text) || is_call(text), id);
                }
            }
            Some(StateType::Choice) => {
                for rule in rules(context, id) {
                    let texts =
                        COMPARATORS.iter().filter(|known| matches!(known.test, Test::Order(Operand::String, _)));
                    for comparator in texts {
                        beside_path(context, rule, comparator.name, is_path, id);
                    }
                }
            }
            _ => {}
        }
    }
    in_jsonata(context);
}

/// A text of a field that has another one for paths: `Cause` and `CausePath`, `StringEquals` and `StringEqualsPath`.
fn beside_path(context: &mut Context<'_>, object: NodeId, field: &str, is_meant: impl Fn(&str) -> bool, id: StateId) {
    let tree = context.tree();
    let Some(node) = tree.get(object, field) else { return };
    let Some(text) = tree.as_str(node).filter(|text| is_meant(text)) else { return };
    context.lint("beside", &[("text", text), ("field", field)], node, Some(id));
}

/// A text of a payload template whose field does not end in `.$`.
fn in_template(context: &mut Context<'_>, object: NodeId, state: StateId) {
    for member in context.tree().members(object) {
        let key = &*member.key;
        let Some(text) = context.tree().as_str(member.value).filter(|_| !key.ends_with(".$")) else { continue };
        let message = if is_path(text) {
            ""
        } else if is_call(text) {
            "call"
        } else if jsonata::expression(text).is_some() {
            "expression"
        } else {
            continue;
        };
        if !is_for_service(context, member.value, state) {
            context.lint(message, &[("text", text), ("field", key)], member.value, Some(state));
        }
    }
}

/// `Result` is no payload template: its fields keep their `.$`, and its texts are what they are.
fn in_result(context: &mut Context<'_>, state: NodeId, id: StateId) {
    let tree = context.tree();
    let Some(result) = tree.get(state, "Result") else { return };
    for object in objects_of(context, result) {
        for member in tree.members(object) {
            let Some(text) = tree.as_str(member.value).filter(|text| is_path(text) || is_call(text)) else { continue };
            if member.key.ends_with(".$") {
                context.lint_field("result", &[("field", &member.key)], object, &member.key, Some(id));
            } else if !is_for_service(context, member.value, id) {
                context.lint("data", &[("text", text)], member.value, Some(id));
            }
        }
    }
}

fn in_jsonata(context: &mut Context<'_>) {
    let tree = context.tree();
    for site in context.expression_sites().iter() {
        let field = tree.parent(site.node).and_then(|object| {
            tree.members(object).iter().find(|member| member.value == site.node).map(|member| (object, &*member.key))
        });
        let key = field.map(|(_, key)| key).unwrap_or_default();
        if let Some((object, key)) = field.filter(|(_, key)| key.ends_with(".$")) {
            context.lint_field("key", &[("field", key)], object, key, Some(site.state));
            continue;
        }
        // What begins like an expression is told by another rule.
        if site.text.starts_with("{%") {
            continue;
        }
        let message = if site.text.contains("{%") && site.text.contains("%}") {
            "embedded"
        } else if reads_states(site.text) {
            "undelimited"
        } else if is_path(site.text) {
            "jsonpath"
        } else if is_condition(context, site.node, key, site.state) {
            "condition"
        } else if is_whole(context, site.node, "Items", site.state) {
            "items"
        } else if is_all_arguments(context, site.node, site.state) {
            "arguments"
        } else {
            continue;
        };
        if !is_for_service(context, site.node, site.state) {
            context.lint(message, &[("text", site.text), ("field", key)], site.node, Some(site.state));
        }
    }
}

/// Whether the whole text is a path that says where to look: `$.a`, `$$.Execution.Id`, `$[0]`.
fn is_path(text: &str) -> bool {
    let starts = ["$.", "$$.", "$["].iter().any(|start| text.starts_with(start));
    starts && !text.contains(char::is_whitespace) && !text.contains("${") && Path::parse(text).is_ok()
}

fn is_call(text: &str) -> bool {
    text.starts_with("States.") && text.ends_with(')') && Intrinsic::check(text).is_ok()
}

/// Whether a text is meant as an expression: `$states.input.id`.
fn reads_states(text: &str) -> bool {
    let of = text.strip_prefix("$states.").unwrap_or_default();
    let end = of.find(|any: char| !any.is_ascii_alphanumeric()).unwrap_or(of.len());
    ["input", "result", "context", "errorOutput"].contains(&&of[..end]) && !text.contains(char::is_whitespace)
}

/// Fields in which services take paths into what they get later: of rules of EventBridge, of metric filters of CloudWatch
/// Logs, of pipes.
const HOLD_PATHS: [&str; 4] = ["InputPathsMap", "MetricTransformations", "TargetParameters", "EnrichmentParameters"];

/// Whether a text is a path for the service that gets it, such as the InputPath of a rule of EventBridge, so that it is
/// meant as text.
fn is_for_service(context: &Context<'_>, text: NodeId, state: StateId) -> bool {
    let tree = context.tree();
    let state = context.machine().state(state);
    let is_machine =
        matches!(resource(tree, state), Some(Resource::Service { service, .. }) if service == "aws-sdk:sfn");
    let (mut node, mut is_innermost) = (text, true);
    while let Some(around) = tree.parent(node).filter(|_| node != state.node) {
        if let Some(member) = tree.members(around).iter().find(|member| member.value == node) {
            let key = &*member.key;
            let is_path = ["Path", "path", "Paths", "Expression"].iter().any(|end| key.ends_with(end))
                // The columns of Kinesis Data Analytics, the outputs of Systems Manager.
                || matches!(key, "Mapping" | "Selector");
            if (is_innermost && is_path) || HOLD_PATHS.contains(&key) || (is_machine && key == "Definition") {
                return true;
            }
            is_innermost = false;
        }
        node = around;
    }
    false
}

/// The condition of a rule, which as a text is never true.
fn is_condition(context: &Context<'_>, node: NodeId, key: &str, state: StateId) -> bool {
    let tree = context.tree();
    let rule = tree.parent(node).filter(|_| key == "Condition" && !context.is_filled(node));
    let choices = tree.get(context.machine().state(state).node, "Choices");
    rule.is_some_and(|rule| choices.is_some_and(|choices| tree.items(choices).contains(&rule)))
        && !matches!(tree.kind(node), NodeKind::Invalid)
}

/// Whether a text is the whole of a field that has to hold more than one.
fn is_whole(context: &Context<'_>, node: NodeId, field: &str, state: StateId) -> bool {
    let tree = context.tree();
    tree.get(context.machine().state(state).node, field) == Some(node)
        && !context.is_filled(node)
        && !tree.as_str(node).is_some_and(|text| text.contains("${"))
}

/// A text that is all that a function, an activity or the branches are given. Of a call of a service, another rule tells.
fn is_all_arguments(context: &Context<'_>, node: NodeId, state: StateId) -> bool {
    let calls = resource(context.tree(), context.machine().state(state));
    is_whole(context, node, "Arguments", state) && !matches!(calls, Some(Resource::Service { .. }))
}
