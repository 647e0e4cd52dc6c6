//! What is offered while a person types: error names and resources.

use crate::asl::{StateType, error_name, resource::Resource};

/// Resources of the optimized integrations that are used most (developer guide, "Optimized integrations").
pub const RESOURCES: [&str; 24] = [
    "arn:aws:states:::lambda:invoke",
    "arn:aws:states:::lambda:invoke.waitForTaskToken",
    "arn:aws:states:::dynamodb:getItem",
    "arn:aws:states:::dynamodb:putItem",
    "arn:aws:states:::dynamodb:updateItem",
    "arn:aws:states:::dynamodb:deleteItem",
    "arn:aws:states:::sqs:sendMessage",
    "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    "arn:aws:states:::sns:publish",
    "arn:aws:states:::events:putEvents",
    "arn:aws:states:::states:startExecution",
    "arn:aws:states:::states:startExecution.sync:2",
    "arn:aws:states:::http:invoke",
    "arn:aws:states:::apigateway:invoke",
    "arn:aws:states:::ecs:runTask.sync",
    "arn:aws:states:::batch:submitJob.sync",
    "arn:aws:states:::glue:startJobRun.sync",
    "arn:aws:states:::athena:startQueryExecution.sync",
    "arn:aws:states:::codebuild:startBuild.sync",
    "arn:aws:states:::sagemaker:createTrainingJob.sync",
    "arn:aws:states:::bedrock:invokeModel",
    "arn:aws:states:::mediaconvert:createJob.sync",
    "arn:aws:states:::aws-sdk:s3:getObject",
    "arn:aws:states:::aws-sdk:s3:putObject",
];

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
