//! The request, read and checked for itself.

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

/// A `TestState` request.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) definition: String,
    pub(super) state_name: Option<String>,
    pub(super) input: Value,
    pub(super) variables: Map<String, Value>,
    pub(super) context: Option<Value>,
    /// Whether inspection data is asked for.
    pub(super) inspects: bool,
    pub(super) mock: Option<Outcome>,
    /// Whether the mock is held against the service's response.
    pub(super) validates_fields: bool,
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
        let invalid = |field: &str| Refusal::validation(format!("The {field} is not valid JSON"));
        let state_name = given(request, "stateName").and_then(Value::as_str);
        if state_name == Some("") {
            let message =
                "Parameter validation failed:\nInvalid length for parameter stateName, value: 0, valid min length: 1";
            return Err(Refusal { exception: "ParamValidationError", message: message.to_owned() });
        }
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
            state_name: state_name.map(str::to_owned),
            input: field("input")?.unwrap_or_else(|| Value::Object(Map::new())),
            variables,
            context: field("context")?,
            inspects: given(request, "inspectionLevel").is_some_and(|level| level != "INFO"),
            mock: mock.map(mocked).transpose()?,
            validates_fields: mock
                .and_then(|mock| given(mock, "fieldValidationMode"))
                .is_none_or(|mode| mode != "NONE"),
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
        (None, Some(output)) => {
            let text = |name: &str| output.get(name).and_then(Value::as_str).map(str::to_owned);
            Ok(Outcome::Throw { error: text("error"), cause: text("cause") })
        }
        (None, None) => {
            Err(Refusal::validation("A test mock should have one of the following fields: [result, errorOutput]."))
        }
    }
}
