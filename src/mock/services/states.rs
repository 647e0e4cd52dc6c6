//! Step Functions: executions that an execution starts.

use super::error::ServiceError;
use super::identifier;
use super::{Call, Outcome, Reply};
use crate::asl::resource::Pattern;
use crate::expr::Random;
use serde_json::{Map, Value, json};

/// How a nested execution ended.
#[derive(Clone, Debug)]
pub struct NestedRun<'a> {
    /// The ARN of the execution, as submitted.
    pub execution_arn: &'a str,
    /// The ARN of its state machine.
    pub state_machine_arn: &'a str,
    /// When it started, in milliseconds since 1970.
    pub started: i64,
    /// When it stopped, in milliseconds since 1970.
    pub stopped: i64,
    /// Its input.
    pub input: &'a Value,
    /// How it ended.
    pub ending: NestedEnding<'a>,
}

/// The end of a nested execution.
#[derive(Clone, Debug)]
pub enum NestedEnding<'a> {
    /// With an output.
    Succeeded(&'a Value),
    /// Without: the status (`FAILED`, `TIMED_OUT`, `ABORTED`), the error and the cause.
    Failed {
        /// The status.
        status: &'a str,
        /// The name of the error.
        error: Option<&'a str>,
        /// The text of the error.
        cause: Option<&'a str>,
    },
}

/// What `startExecution` answers at once, without metadata: `ExecutionArn` and `StartDate`. An execution without a
/// `Name` gets a UUID. `clock` is in milliseconds since 1970.
pub fn start_execution_submitted(request: &Value, random: &mut Random, clock: i64) -> Value {
    let machine = request.get("StateMachineArn").and_then(Value::as_str).unwrap_or_default();
    let name = match request.get("Name").and_then(Value::as_str) {
        Some(name) => name.to_owned(),
        None => random.uuid(),
    };
    let parts: Vec<&str> = machine.splitn(8, ':').collect();
    let execution_arn = match parts[..] {
        // A version or an alias stands behind the name, and is not in the ARN of the execution.
        ["arn", partition, "states", region, account, "stateMachine", machine, ..] => {
            format!("arn:{partition}:states:{region}:{account}:execution:{machine}:{name}")
        }
        _ => identifier::arn("states", "execution:", &format!("{}:{name}", identifier::last_part(machine))),
    };
    json!({ "ExecutionArn": execution_arn, "StartDate": clock })
}

/// What `startExecution.sync` or `.sync:2` ends with: the description of the execution, whose input and output are text
/// for `.sync` and JSON for `.sync:2` (recorded). An execution that did not succeed fails the task with
/// `States.TaskFailed` and its description as the cause, in which the input is text for both.
pub fn start_execution_result(run: &NestedRun<'_>, pattern: Pattern) -> Outcome {
    let data = |value: &Value| if pattern == Pattern::Sync2 { value.clone() } else { value.to_string().into() };
    let mut members = Map::new();
    let mut add = |name: &str, value: Value| members.insert(name.to_owned(), value);
    add("ExecutionArn", run.execution_arn.into());
    add("InputDetails", json!({ "Included": true }));
    add("Name", identifier::last_part(run.execution_arn).into());
    add("StartDate", run.started.into());
    add("StateMachineArn", run.state_machine_arn.into());
    add("StopDate", run.stopped.into());
    let succeeded = match &run.ending {
        NestedEnding::Succeeded(output) => {
            add("Input", data(run.input));
            add("Output", data(output));
            add("OutputDetails", json!({ "Included": true }));
            add("Status", "SUCCEEDED".into());
            true
        }
        NestedEnding::Failed { status, error, cause } => {
            add("Input", run.input.to_string().into());
            add("RedriveCount", 0.into());
            add("RedriveStatus", "REDRIVABLE".into());
            add("Status", (*status).into());
            for (name, text) in [("Error", error), ("Cause", cause)] {
                if let Some(text) = text {
                    add(name, (*text).into());
                }
            }
            false
        }
    };
    members.sort_keys();
    let description = Value::Object(members);
    if succeeded {
        return Outcome::Return(description);
    }
    let error = crate::asl::error_name::TASK_FAILED.to_owned();
    Outcome::Throw { error: Some(error), cause: Some(description.to_string()) }
}

/// `states:startExecution` of a machine that is not known here: it gives its input back.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "startExecution" {
        return Err(ServiceError::unknown_action(call));
    }
    let response = start_execution_submitted(call.request, call.random, call.clock);
    let input = match call.request.get("Input") {
        None | Some(Value::Null) => json!({}),
        Some(Value::String(text)) => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        Some(input) => input.clone(),
    };
    let run = NestedRun {
        execution_arn: response["ExecutionArn"].as_str().unwrap_or_default(),
        state_machine_arn: call.text("StateMachineArn"),
        started: call.clock,
        stopped: call.clock,
        input: &input,
        ending: NestedEnding::Succeeded(&input),
    };
    let finished = match start_execution_result(&run, call.pattern) {
        Outcome::Return(description) => Some(description),
        _ => None,
    };
    Ok(Reply { response, finished })
}
