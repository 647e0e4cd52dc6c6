//! The request, read and checked for itself.

use super::parameters::refuse_wrong_members;
use crate::mock::Outcome;
use crate::text::json;
use serde_json::{Map, Value};

/// Why a request is refused, as AWS says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `ValidationException`, `InvalidDefinition`, `ParamValidationError`.
    pub exception: &'static str,
    /// What is wrong.
    pub message: String,
}

impl Refusal {
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Self { exception: "ValidationException", message: message.into() }
    }

    pub(super) fn invalid_definition(reason: String) -> Self {
        let message = format!("Invalid State Machine Definition: '{reason}'");
        Self { exception: "InvalidDefinition", message }
    }
}

/// How a mocked result is held against the service's response (`fieldValidationMode`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Validation {
    /// All that the service always sends must be there, and what is there must be right.
    Strict,
    /// What is there must be right.
    Present,
    /// Not at all.
    None,
}

/// How much a request asks for (`inspectionLevel`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// What the state gives.
    Info,
    /// The stages of its data, too.
    Debug,
    /// What was sent and received by an HTTP Task, too.
    Trace,
}

/// A `TestState` request.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) definition: String,
    pub(super) state_name: Option<String>,
    pub(super) input: Value,
    pub(super) variables: Map<String, Value>,
    pub(super) context: Option<Value>,
    pub(super) role: Option<String>,
    pub(super) reveals_secrets: bool,
    pub(super) level: Level,
    pub(super) mock: Option<Outcome>,
    pub(super) validation: Validation,
    pub(super) retry_count: u32,
    pub(super) n_failed: Option<usize>,
    pub(super) read_items: Option<Value>,
}

/// JSON that stands in the request as itself or, as in the API, as text.
fn data(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => {
            let parsed = json::parse(text);
            let root = parsed.tree.root().filter(|_| parsed.errors.is_empty())?;
            Some(parsed.tree.value(text, root))
        }
        other => Some(other.clone()),
    }
}

fn given<'a>(request: &'a Value, field: &str) -> Option<&'a Value> {
    request.get(field).filter(|value| !value.is_null())
}

impl Request {
    pub(super) fn read(request: &Value) -> Result<Self, Refusal> {
        refuse_wrong_members(request)?;
        let invalid = |field: &str| Refusal::validation(format!("The {field} is not valid JSON"));
        let text = |name: &str| given(request, name).and_then(Value::as_str);
        let definition = given(request, "definition").ok_or_else(|| invalid("definition"))?;
        let definition = definition.as_str().map_or_else(|| definition.to_string(), str::to_owned);
        let field = |name: &str| given(request, name).map(|value| data(value).ok_or_else(|| invalid(name))).transpose();
        let variables = match field("variables")? {
            Some(Value::Object(map)) => map,
            Some(_) => return Err(Refusal::validation("The variables must be a JSON object")),
            None => Map::new(),
        };
        let mock = given(request, "mock");
        let configuration = given(request, "stateConfiguration");
        let number = |name: &str| configuration.and_then(|it| it.get(name)).and_then(Value::as_u64);
        let read_items = configuration.and_then(|it| given(it, "mapItemReaderData"));
        Ok(Self {
            definition,
            state_name: text("stateName").map(str::to_owned),
            role: text("roleArn").map(str::to_owned),
            reveals_secrets: given(request, "revealSecrets") == Some(&Value::Bool(true)),
            input: field("input")?.unwrap_or_else(|| Value::Object(Map::new())),
            variables,
            context: field("context")?,
            level: match text("inspectionLevel") {
                Some("DEBUG") => Level::Debug,
                Some("TRACE") => Level::Trace,
                _ => Level::Info,
            },
            mock: mock.map(mocked).transpose()?,
            validation: match mock.and_then(|mock| given(mock, "fieldValidationMode")).and_then(Value::as_str) {
                Some("PRESENT") => Validation::Present,
                Some("NONE") => Validation::None,
                _ => Validation::Strict,
            },
            retry_count: number("retrierRetryCount").and_then(|count| u32::try_from(count).ok()).unwrap_or(0),
            n_failed: number("mapIterationFailureCount").and_then(|count| usize::try_from(count).ok()),
            read_items: read_items.map(|items| data(items).ok_or_else(|| invalid("mapItemReaderData"))).transpose()?,
        })
    }
}

fn mocked(mock: &Value) -> Result<Outcome, Refusal> {
    match (given(mock, "result"), given(mock, "errorOutput")) {
        (Some(_), Some(_)) => {
            Err(Refusal::validation("A test mock should have only one of the following fields: [result, errorOutput]."))
        }
        (Some(result), None) => {
            data(result).map(Outcome::Return).ok_or_else(|| Refusal::validation("Mocked result must be valid JSON"))
        }
        (None, Some(output)) if given(output, "error").is_none() => {
            Err(Refusal::validation("A test mock with errorOutput should have the following field: [error]."))
        }
        (None, Some(output)) => {
            let text = |name: &str| output.get(name).and_then(Value::as_str).map(str::to_owned);
            Ok(Outcome::Throw { error: text("error"), cause: text("cause") })
        }
        (None, None) => {
            Err(Refusal::validation("A test mock should have one of the following fields: [result, errorOutput]."))
        }
    }
}
