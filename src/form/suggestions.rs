//! What is offered while a person types: error names.

use crate::asl::{StateType, error_name, resource::Resource};

/// The error names that a state of a type can meet, those of its service first (developer guide, "Handling errors").
pub fn error_names(state_type: Option<StateType>, resource: &str, is_jsonata: bool) -> Vec<&'static str> {
    let is_lambda = match Resource::parse(resource) {
        Resource::LambdaFunction { .. } => true,
        Resource::Service { service, .. } => service == "lambda",
        _ => false,
    };
    let mut names = vec![error_name::ALL];
    if state_type == Some(StateType::Task) {
        names.extend([error_name::TASK_FAILED, error_name::TIMEOUT, error_name::HEARTBEAT_TIMEOUT]);
        names.push(error_name::PERMISSIONS);
    }
    if is_lambda {
        names.extend([
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.Unknown",
        ]);
    }
    if resource.contains(":::http:") {
        names.extend(["States.Http.Socket", "States.Http.StatusCode.429", "States.Http.StatusCode.503"]);
    }
    match state_type {
        Some(StateType::Parallel) => names.push(error_name::BRANCH_FAILED),
        Some(StateType::Map) => names.extend([
            error_name::EXCEED_TOLERATED_FAILURE_THRESHOLD,
            error_name::ITEM_READER_FAILED,
            error_name::RESULT_WRITER_FAILED,
        ]),
        _ => {}
    }
    if is_jsonata {
        names.push(error_name::QUERY_EVALUATION_ERROR);
    } else {
        names.extend([
            error_name::INTRINSIC_FAILURE,
            error_name::PARAMETER_PATH_FAILURE,
            error_name::RESULT_PATH_MATCH_FAILURE,
        ]);
    }
    names.push(error_name::DATA_LIMIT_EXCEEDED);
    names
}
