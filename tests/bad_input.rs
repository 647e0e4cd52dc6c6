//! Input that means harm, or was never looked at: an error of the kind AWS gives, or a clear message of ours, soon, and
//! never a panic.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "bad_input/expressions.rs"]
mod expressions;
#[path = "bad_input/files.rs"]
mod files;
#[path = "bad_input/machines.rs"]
mod machines;
#[path = "bad_input/payloads.rs"]
mod payloads;

use pasos::asl::Document;
use pasos::sim::{self, Environment, Execution, ExecutionType, Program, StartOptions, Status};
use serde_json::{Value, json};
use std::sync::mpsc::channel;
use std::time::Duration;

/// After how long something is taken to have no end. On a busy machine what takes long is no failure: how long things take
/// is measured elsewhere.
const PATIENCE: Duration = Duration::from_secs(60);

/// What `work` gives; fails when it takes too long or panics.
fn soon<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (answer, answered) = channel();
    std::thread::spawn(move || answer.send(work()));
    answered.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("no answer: {error}"))
}

/// How an execution ended.
#[derive(Debug, PartialEq)]
struct Ending {
    status: Status,
    output: Option<Value>,
    error: String,
    cause: String,
}

impl Ending {
    fn of(execution: &Execution) -> Self {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            status: execution.status(),
            output: execution.output().cloned(),
            error: text(execution.error()),
            cause: text(execution.cause()),
        }
    }

    /// The execution failed with an error that says something.
    #[track_caller]
    fn expect_error(&self, error: &str, part_of_cause: &str) {
        assert_eq!((self.status, self.error.as_str()), (Status::Failed, error), "{}", self.cause);
        assert!(self.cause.contains(part_of_cause), "{}", self.cause);
    }
}

/// Runs a definition to its end.
fn run(definition: &Value, input: Value, environment: Environment) -> Ending {
    run_as(ExecutionType::Standard, definition, input, environment)
}

fn run_as(execution_type: ExecutionType, definition: &Value, input: Value, environment: Environment) -> Ending {
    let text = definition.to_string();
    soon(move || {
        let program = Program::compile(&Document::new(text)).unwrap();
        let mut execution =
            sim::start(&program, StartOptions { input, execution_type, ..StartOptions::default() }).next;
        while execution.status() == Status::Running {
            execution = sim::step(&program, execution, &environment).next;
        }
        Ending::of(&execution)
    })
}

/// A machine with one state, `S`.
fn machine(state: Value) -> Value {
    json!({ "StartAt": "S", "States": { "S": state } })
}

/// What a state gives whose output is one JSONata expression.
fn jsonata(expression: &str, input: Value) -> Ending {
    let output = format!("{{% {expression} %}}");
    let state = json!({ "Type": "Pass", "QueryLanguage": "JSONata", "Output": output, "End": true });
    run(&machine(state), input, Environment::default())
}

/// What a state gives that reads its input through one path.
fn jsonpath(path: &str, input: Value) -> Ending {
    run(&machine(json!({ "Type": "Pass", "InputPath": path, "End": true })), input, Environment::default())
}

/// What a state gives that calls intrinsic functions.
fn intrinsic(call: &str, input: Value) -> Ending {
    let state = json!({ "Type": "Pass", "Parameters": { "r.$": call }, "OutputPath": "$.r", "End": true });
    run(&machine(state), input, Environment::default())
}
