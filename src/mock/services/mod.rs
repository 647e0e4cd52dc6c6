//! Services that answer where nothing is mocked: each in the exact shape of its response, over a small memory that lives
//! as long as the execution. Nothing is ever called.

mod lambda;

use super::{Answer, Files, Outcome};
use crate::asl::resource::Pattern;
use crate::expr::Random;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the simulated services remember during an execution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// What was put into S3 since the start, over the attached files.
    pub written: Files,
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
    /// The virtual clock in milliseconds since 1970.
    pub clock: i64,
    /// Where ids come from.
    pub random: &'a mut Random,
}

/// A response with what Step Functions adds to it.
pub fn complete(_service: &str, _action: &str, response: Value, _random: &mut Random, _clock: i64) -> Value {
    response
}

/// The answer of a simulated service.
pub fn respond(_memory: &mut Memory, call: &mut Call<'_>) -> Answer {
    match call.service {
        "lambda" => lambda::respond(call),
        _ => Answer::from(Outcome::Return(call.request.clone())),
    }
}
