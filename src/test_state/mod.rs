//! `TestState`: one state run by itself, with what goes in, what is made of it and what comes out
//! (API reference, `TestState`; developer guide, "Testing state machines with TestState").

mod inspection;
mod mock_shape;
mod request;
mod shapes;

pub use request::Refusal;

use crate::asl::{Document, StateId, StateType};
use crate::check::{Severity, check};
use crate::mock::{Answer, Mocks, Outcome, Sequence};
use crate::sim::{Environment, ExecutionType, ProbeOptions, Program, StartOptions, probe};
use request::Request;
use serde_json::{Map, Value};

/// What a state is called that comes without a name (measured).
const UNNAMED: &str = "StateName";

/// Answers a `TestState` request. `task_result` is what the service answers where the request has no mock; without it, the
/// simulated service does.
///
/// # Errors
/// When AWS refuses the request: the exception and its message.
pub fn test_state(request: &Value, task_result: Option<Value>) -> Result<Value, Refusal> {
    let request = Request::read(request)?;
    let document = document_of(&request);
    let name = request.state_name.as_deref().unwrap_or(UNNAMED);
    let id = document.machine().find(name).ok_or_else(|| Refusal::validation("State not found in definition"))?;
    refuse_wrong_definition(&document)?;
    let state_type = document.machine().state(id).state_type;
    refuse_wrong_mock(&request, &document, id)?;
    let program = Program::compile(&document)
        .map_err(|_| Refusal::invalid_definition("SCHEMA_VALIDATION_FAILED: The definition cannot run".to_owned()))?;

    let has_inner = matches!(state_type, Some(StateType::Map | StateType::Parallel));
    let answer = request.mock.clone().or_else(|| task_result.map(Outcome::Return));
    let mut environment = Environment { context: request.context.clone(), ..Environment::default() };
    if let Some(outcome) = answer.clone().filter(|_| !has_inner) {
        let sequence = Sequence::always(Answer::from(outcome));
        environment.mocks = Mocks { states: [(name.to_owned(), sequence)].into(), are_complete: true };
    }
    let options = ProbeOptions {
        start: StartOptions {
            input: request.input.clone(),
            execution_type: ExecutionType::Express,
            ..StartOptions::default()
        },
        variables: request.variables.clone(),
        retry_count: request.retry_count,
        children: answer.filter(|_| has_inner),
        n_failed: request.n_failed,
        read_items: request.read_items.clone(),
    };
    let probed = probe(&program, id, options, &environment);

    let mut response = Map::new();
    if let Some(output) = &probed.output {
        response.insert("output".into(), output.to_string().into());
    }
    for (field, text) in [("error", &probed.error), ("cause", &probed.cause), ("nextState", &probed.next_state)] {
        if let Some(text) = text {
            response.insert(field.into(), text.as_str().into());
        }
    }
    response.insert("status".into(), probed.status.as_str().into());
    if request.inspects {
        response.insert("inspectionData".into(), inspection::of(&probed, has_inner));
    }
    Ok(Value::Object(response))
}

/// The machine of the request; a state by itself is put into one.
fn document_of(request: &Request) -> Document {
    let text = &request.definition;
    let document = Document::new(text.as_str());
    if document.tree().root().is_some_and(|root| document.field(root, "States").is_some()) {
        return document;
    }
    Document::new(format!("{{\"StartAt\":\"{UNNAMED}\",\"States\":{{\"{UNNAMED}\":{text}}}}}"))
}

/// Where a state leads does not matter when it is tested alone.
const TRANSITION_CODES: [&str; 2] = ["MISSING_TRANSITION_TARGET", "MISSING_END_STATE"];

fn refuse_wrong_definition(document: &Document) -> Result<(), Refusal> {
    let problems = check(document);
    let is_wrong = |severity: Severity, code: &str| severity == Severity::Error && !TRANSITION_CODES.contains(&code);
    let wrong = problems.iter().find(|found| is_wrong(found.severity, found.problem.code()));
    let Some(found) = wrong else { return Ok(()) };
    let location = found.location.as_deref().unwrap_or_default();
    let (code, message) = (found.problem.code(), found.problem.aws_message(location));
    let place = if message.contains(location) { String::new() } else { format!(" at {location}") };
    Err(Refusal::invalid_definition(format!("{code}: {message}{place}")))
}

/// What AWS checks of a mock and a context against the state that is tested.
fn refuse_wrong_mock(request: &Request, document: &Document, id: StateId) -> Result<(), Refusal> {
    let state = document.machine().state(id);
    let resource = document.field(state.node, "Resource").unwrap_or_default();
    let resource = crate::asl::resource::Resource::parse(resource.as_str().unwrap_or_default());
    let is_task = state.state_type == Some(StateType::Task);
    let waits = is_task && resource.is_job();
    if request.context.as_ref().is_some_and(|context| context.get("Task").is_some()) && !waits {
        return Err(Refusal::validation(
            "Invalid Context object provided: Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
        ));
    }
    if request.n_failed.is_some() && request.mock.is_none() {
        return Err(Refusal::validation(
            "TestState does not support MapIterationFailureCount when a mock is not specified.",
        ));
    }
    let Some(mock) = &request.mock else { return Ok(()) };
    let state_type = state.state_type.map_or("", StateType::as_str);
    if !matches!(state_type, "Task" | "Map" | "Parallel") {
        return Err(Refusal::validation(format!(
            "State type '{state_type}' is not supported when a mock is specified"
        )));
    }
    let Outcome::Return(result) = mock else { return Ok(()) };
    match state_type {
        "Map" if document.field(state.node, "ResultWriter").is_some() && !result.is_object() => {
            Err(Refusal::validation("Mocked result must be a JSON object."))
        }
        "Map" if document.field(state.node, "ResultWriter").is_none() && !result.is_array() => {
            Err(Refusal::validation("Mocked result must be an array."))
        }
        "Parallel" if result.as_array().map(Vec::len) != Some(state.inner.len()) => {
            Err(Refusal::validation("Mocked result must be an array with one item for each branch."))
        }
        "Task" if request.validates_fields => mock_shape::refuse_wrong_fields(&resource, result),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
