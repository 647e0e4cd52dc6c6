//! A `Resource` that names nothing Step Functions can call.

use crate::asl::StateType;
use crate::asl::resource::{Pattern, Resource};
use crate::check::Problem;
use crate::check::context::Context;

/// Services whose integration never waits for a job, and those that never hand out a task token (developer guide,
/// "Integrating optimized services"; confirmed with `ValidateStateMachineDefinition` in September 2026).
const NO_SYNC: [&str; 7] = ["lambda", "sns", "sqs", "dynamodb", "events", "apigateway", "http"];
const NO_TOKEN: [&str; 11] = [
    "athena",
    "batch",
    "codebuild",
    "elasticmapreduce",
    "emr-containers",
    "emr-serverless",
    "glue",
    "databrew",
    "mediaconvert",
    "sagemaker",
    "dynamodb",
];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Task) {
            continue;
        }
        let Some(node) = tree.get(state.node, "Resource") else { continue };
        let Some(text) = tree.as_str(node) else { continue };
        let resource = text.to_owned();
        let problem = if is_no_arn(text) {
            Problem::InvalidResource { resource }
        } else if is_unknown(text) {
            Problem::UnknownResource { resource }
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

fn is_unknown(text: &str) -> bool {
    if text.contains("${") || !text.starts_with("arn:") {
        return false;
    }
    let parts: Vec<&str> = text.split(':').collect();
    match &parts[..] {
        ["arn", _, "lambda", _, _, "function", name, rest @ ..] => {
            let is_qualifier = |part: &&str| {
                !part.is_empty() && part.chars().all(|sign| sign.is_ascii_alphanumeric() || "$_-".contains(sign))
            };
            name.is_empty() || rest.len() > 1 || !rest.iter().all(is_qualifier)
        }
        ["arn", _, "states", "", "", ..] => match Resource::parse(text) {
            Resource::Service { service, action, pattern } => {
                let is_sdk = service.starts_with("aws-sdk:");
                let service = service.as_str();
                action.is_empty()
                    || match pattern {
                        Pattern::RequestResponse => false,
                        Pattern::Sync => is_sdk || NO_SYNC.contains(&service),
                        Pattern::Sync2 => service != "states",
                        Pattern::WaitForTaskToken => NO_TOKEN.contains(&service),
                    }
            }
            _ => true,
        },
        _ => parts.len() < 6,
    }
}
