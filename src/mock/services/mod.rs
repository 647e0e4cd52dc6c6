//! Services that answer where nothing is mocked: each in the exact shape of its response, over a small memory that lives
//! as long as the execution. Nothing is ever called.
//!
//! - Every call succeeds, unless the memory says otherwise: a condition on an item, an object that is not there.
//! - A `.sync` job is done at once, and well.
//! - `.waitForTaskToken`: nobody is there to send the token back, so a callback with `{}` is simulated.
//! - An API that these files do not know answers in the shape of its output, as its model has it ([`Services`]), and what
//!   these files do not say of an answer is filled in from there. Without a table of models, and while a part of it is still
//!   to come, it gives `{}`.
//! - What the table does not have, what AWS has ended and what Step Functions never calls ends in [`NOT_SIMULATED`]: no
//!   shape of an answer is known.
//! - What a service could do, and is not simulated, is answered in that shape too, and else ends in the error
//!   [`NOT_SIMULATED`].

mod apigateway;
mod athena;
mod batch;
mod bedrock;
mod body;
mod codebuild;
mod described;
mod dynamodb;
mod ecs;
mod eks;
mod emr;
mod error;
mod events;
mod glue;
mod identifier;
mod kubernetes;
mod lambda;
mod mediaconvert;
mod metadata;
mod s3;
mod sagemaker;
mod sdk;
mod shaped;
mod sns;
mod sqs;
mod states;
mod status;

pub use error::NOT_SIMULATED;
pub use metadata::complete;
pub use states::{NestedEnding, NestedRun, start_execution_result, start_execution_submitted};

use super::{Answer, Files, Outcome};
use crate::asl::resource::Pattern;
use crate::expr::Random;
use crate::services::{Services, Standing, is_unsupported, standing};
use error::ServiceError;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the simulated services remember during an execution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// What was put into S3 since the start, over the attached files.
    pub written: Files,
    /// What else S3 knows of the objects that were put or deleted, by bucket and key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    objects: BTreeMap<String, BTreeMap<String, s3::Trace>>,
    /// The tables of DynamoDB by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    tables: BTreeMap<String, dynamodb::Table>,
}

/// A request to a simulated service.
#[derive(Debug)]
pub struct Call<'a> {
    /// The service: `dynamodb`, `aws-sdk:dynamodb`.
    pub service: &'a str,
    /// The action: `getItem`.
    pub action: &'a str,
    /// How the task waits for it.
    pub pattern: Pattern,
    /// The parameters of the request.
    pub request: &'a Value,
    /// What S3 holds at the start.
    pub files: &'a Files,
    /// What is known of the services.
    pub services: &'a Services,
    /// The virtual clock in milliseconds since 1970.
    pub clock: i64,
    /// Where ids come from.
    pub random: &'a mut Random,
}

impl<'a> Call<'a> {
    /// A parameter that is a text; empty where there is none.
    fn text(&self, name: &str) -> &'a str {
        let request: &'a Value = self.request;
        request.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A parameter, or what stands for it.
    fn value_or(&self, name: &str, default: Value) -> Value {
        self.request.get(name).cloned().unwrap_or(default)
    }
}

/// What a service gives.
struct Reply {
    /// To the call itself.
    response: Value,
    /// When its job is done: the output of `.sync`. None where the service has no jobs.
    finished: Option<Value>,
}

impl Reply {
    /// The reply of a service that runs a job.
    fn job(response: Value, finished: Value) -> Result<Self, ServiceError> {
        Ok(Self { response, finished: Some(finished) })
    }
}

impl From<Value> for Reply {
    fn from(response: Value) -> Self {
        Self { response, finished: None }
    }
}

/// The answer of a simulated service.
pub fn respond(memory: &mut Memory, call: &mut Call<'_>) -> Answer {
    match reply(memory, call) {
        Ok(reply) => {
            let reply = described::fill(reply, call);
            answer(reply, call)
        }
        Err(error) => match in_shape(&error, call) {
            Some(response) => answer(response.into(), call),
            None => Answer::from(error.into_outcome()),
        },
    }
}

/// The answer to what a service could do and is not simulated, such as a part of an object, in the shape of the action's output:
/// paths into it find something. None for all other errors, and where no shape is known.
fn in_shape(error: &ServiceError, call: &mut Call<'_>) -> Option<Value> {
    (error.is_not_simulated() && !is_never_called(call)).then(|| sdk::shaped_output(call)).flatten()
}

/// Whether no such call of the AWS SDK ever succeeds.
fn is_never_called(call: &Call<'_>) -> bool {
    call.service.strip_prefix("aws-sdk:").is_some_and(|service| {
        matches!(standing(service), Standing::Ended | Standing::LeftOut) || is_unsupported(service, call.action)
    })
}

fn reply(memory: &mut Memory, call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if is_never_called(call) {
        return Err(ServiceError::unknown_action(call));
    }
    match call.service {
        "apigateway" | "http" => apigateway::respond(call),
        "athena" => athena::respond(call),
        "batch" => batch::respond(call),
        "bedrock" => bedrock::respond(call),
        "codebuild" => codebuild::respond(call),
        "databrew" | "glue" => glue::respond(call),
        "dynamodb" | "aws-sdk:dynamodb" => dynamodb::respond(&mut memory.tables, call),
        "ecs" => ecs::respond(call),
        "eks" => eks::respond(call),
        "elasticmapreduce" | "emr-containers" | "emr-serverless" => emr::respond(call),
        "events" => events::respond(call),
        "lambda" => lambda::respond(call),
        "mediaconvert" => mediaconvert::respond(call),
        "s3" | "aws-sdk:s3" => s3::respond(memory, call),
        "sagemaker" => sagemaker::respond(call),
        "sns" => sns::respond(call),
        "sqs" => sqs::respond(call),
        "states" => states::respond(call),
        _ => sdk::respond(call),
    }
}

fn answer(reply: Reply, call: &mut Call<'_>) -> Answer {
    let response = complete(call.service, call.action, reply.response, call.random, call.clock);
    match (call.pattern, reply.finished) {
        (Pattern::RequestResponse, _) => Answer::of(response),
        (Pattern::WaitForTaskToken, _) => Answer { submitted: Some(response), ..Answer::of(json!({})) },
        (Pattern::Sync | Pattern::Sync2, Some(finished)) => {
            Answer { submitted: Some(response), ..Answer::of(finished) }
        }
        (Pattern::Sync | Pattern::Sync2, None) => {
            let what = format!("waiting for the job of {}:{}", call.service, call.action);
            Answer::from(ServiceError::not_simulated(&what).into_outcome())
        }
    }
}
