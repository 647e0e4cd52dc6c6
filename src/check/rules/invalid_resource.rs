//! A `Resource` that names nothing Step Functions can call.

use crate::asl::StateType;
use crate::asl::resource::Resource;
use crate::check::Problem;
use crate::check::context::Context;
use crate::check::integration::{Verdict, verdict};
use crate::services::Services;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, services) = (context.tree(), context.options.services.clone());
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Task) {
            continue;
        }
        let Some(node) = tree.get(state.node, "Resource") else { continue };
        let Some(text) = tree.as_str(node) else { continue };
        let resource = text.to_owned();
        let problem = if is_no_arn(text) {
            Problem::InvalidResource { resource }
        } else if let Some(suggestion) = refused(&services, text) {
            Problem::UnknownResource { resource, suggestion }
        } else {
            continue;
        };
        context.report_value(problem, node, Some(id));
    }
}

/// What is not even a URI, or an expression or a path where none is read. Placeholders are filled in at deployment,
/// if they are closed. AWS wants an ARN; a URI of another kind is left alone, as the specification allows it.
fn is_no_arn(text: &str) -> bool {
    match text.split_once("${") {
        Some((_, rest)) => !rest.contains('}'),
        None => {
            !text.contains(':') || text.contains(char::is_whitespace) || text.starts_with('{') || text.starts_with('$')
        }
    }
}

/// What is meant by an ARN that names nothing; none where it may name something.
fn refused(services: &Services, text: &str) -> Option<Option<String>> {
    if text.contains("${") || !text.starts_with("arn:") {
        return None;
    }
    let parts: Vec<&str> = text.split(':').collect();
    match &parts[..] {
        ["arn", _, "lambda", _, _, "function", name, rest @ ..] => {
            let is_qualifier = |part: &&str| {
                !part.is_empty() && part.chars().all(|sign| sign.is_ascii_alphanumeric() || "$_-".contains(sign))
            };
            (name.is_empty() || rest.len() > 1 || !rest.iter().all(is_qualifier)).then_some(None)
        }
        ["arn", partition, "states", "", "", ..] => match Resource::parse(text) {
            Resource::Service { service, action, pattern } => match verdict(services, &service, &action, pattern) {
                Verdict::Wrong(meant) => Some(meant.map(|call| format!("arn:{partition}:states:::{call}"))),
                _ if action.is_empty() => Some(None),
                _ => None,
            },
            _ => Some(None),
        },
        _ => (parts.len() < 6).then_some(None),
    }
}
