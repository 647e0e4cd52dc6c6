//! `TestState`: one state run by itself, with what goes in, what is made of it and what comes out
//! (API reference, `TestState`; developer guide, "Testing state machines with TestState").

mod context_object;
mod http_exchange;
mod inspection;
mod mock_shape;
mod parameters;
mod request;
mod requirements;

pub use request::Refusal;

use crate::asl::{Document, QueryLanguage, StateType};
use crate::check::{Severity, check};
use crate::mock::{Answer, Mocks, Outcome, Sequence};
use crate::services::Services;
use crate::sim::{Environment, ExecutionType, ProbeOptions, Program, StartOptions, probe};
use inspection::Tested;
use request::{Level, Request};
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
    requirements::refuse_unfit(&request, &document, id, task_result.is_some())?;
    let program = Program::compile(&document)
        .map_err(|_| Refusal::invalid_definition("SCHEMA_VALIDATION_FAILED: The definition cannot run".to_owned()))?;

    let state = document.machine().state(id);
    let has_inner = matches!(state.state_type, Some(StateType::Map | StateType::Parallel));
    let answer = request.mock.clone().or_else(|| task_result.map(Outcome::Return));
    let mut environment =
        Environment { context: request.context.clone(), services: Services::bundled(), ..Environment::default() };
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
    if let (Some(failed), Some(items)) = (request.n_failed, probed.n_items)
        && failed > items
    {
        return Err(Refusal::validation(format!(
            "MapIterationFailureCount must not be greater than the number of items: {failed} of {items}"
        )));
    }

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
    if request.level != Level::Info {
        let resource = document.field(state.node, "Resource").unwrap_or_default();
        let tested = Tested {
            state_type: state.state_type,
            is_jsonata: state.query_language == QueryLanguage::JSONata,
            has_result: document.field(state.node, "Result").is_some(),
            tells_http: request.level == Level::Trace
                && request.mock.is_none()
                && resource.as_str() == Some("arn:aws:states:::http:invoke"),
            variables: &request.variables,
        };
        response.insert("inspectionData".into(), inspection::of(&probed, &tested));
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

#[cfg(test)]
mod tests;
