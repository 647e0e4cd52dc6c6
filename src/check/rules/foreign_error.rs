//! An error name in `Retry` or `Catch` of a Task that this task cannot raise.

use crate::asl::resource::Resource;
use crate::asl::{QueryLanguage, State, error_name};
use crate::check::context::Context;
use crate::check::handler::handlers;
use crate::check::waiting::resource;
use crate::text::json::Tree;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let Some(resource) = resource(tree, state) else { continue };
        // `Retry` beside it says the same again.
        let mut told: Vec<&str> = Vec::new();
        for list in ["Retry", "Catch"] {
            for (node, error) in handlers(tree, state, list).into_iter().flat_map(|entry| entry.errors) {
                if let Some(key) = reason(tree, state, &resource, error).filter(|_| !told.contains(&error)) {
                    told.push(error);
                    context.lint(key, &[("error", error), ("name", &state.name)], node, Some(id));
                }
            }
        }
    }
}

/// Why an error cannot come from a task; none if it can.
fn reason(tree: &Tree, state: &State, resource: &Resource, error: &str) -> Option<&'static str> {
    let has = |fields: &[&str]| fields.iter().any(|field| tree.get(state.node, field).is_some());
    let service = match resource {
        Resource::LambdaFunction { .. } => "lambda",
        Resource::Service { service, .. } => service,
        Resource::Activity { .. } => "activity",
        Resource::Other => "",
    };
    let language = state.query_language;
    match error {
        error_name::BRANCH_FAILED
        | error_name::NO_CHOICE_MATCHED
        | error_name::EXCEED_TOLERATED_FAILURE_THRESHOLD
        | error_name::ITEM_READER_FAILED
        | error_name::RESULT_WRITER_FAILED => Some(""),
        error_name::QUERY_EVALUATION_ERROR if language == QueryLanguage::JSONPath => Some("language"),
        error_name::INTRINSIC_FAILURE | error_name::PARAMETER_PATH_FAILURE | error_name::RESULT_PATH_MATCH_FAILURE
            if language == QueryLanguage::JSONata =>
        {
            Some("language")
        }
        error_name::HEARTBEAT_TIMEOUT if !has(&["HeartbeatSeconds", "HeartbeatSecondsPath"]) => Some("heartbeat"),
        // A job may pass on the time limit of what it started, and so may an HTTP call.
        error_name::TIMEOUT
            if !service.is_empty()
                && service != "http"
                && !resource.is_job()
                && !has(&["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"]) =>
        {
            Some("timeout")
        }
        _ if service.is_empty() => None,
        _ if error.starts_with("Lambda.") && !service.contains("lambda") => Some("service"),
        _ if error.starts_with("States.Http.") && service != "http" => Some("service"),
        _ => None,
    }
}
