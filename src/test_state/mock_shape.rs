//! Holds a mocked result against the response of the service, as the model of its API has it.

use super::request::Refusal;
use crate::asl::resource::{Pattern, Resource};
use crate::services::{Api, Field, Service, Services, Shape, ShapeId};
use serde_json::{Map, Value};

/// Greatest values that AWS held mocks against in December 2025 (recorded), where the API has raised them since: Step
/// Functions has its models from an earlier day.
const RECORDED_MOST: [(&str, i64); 1] = [("MemorySize", 10_240)];

/// Refuses the first field that the service would not send so. A field that the service does not have is let through
/// (measured), and so is the response of an action that is not known.
/// `is_strict` asks for each field that the service always sends.
pub(super) fn refuse_wrong_fields(resource: &Resource, result: &Value, is_strict: bool) -> Result<(), Refusal> {
    let Some(api) = response_of(resource) else { return Ok(()) };
    let holding = Holding { service: &api.service, is_optimized: api.is_optimized(), is_strict };
    match (api.output(), result) {
        // A mocked text or list in the place of the response is taken as it is.
        (Some(output), Value::Object(members)) => holding.object(api.service.fields(output), members),
        _ => Ok(()),
    }
}

/// The action whose response a resource gives: for a machine that is waited for, that by which its end is asked for. What
/// comes with a task token is the caller's own, and the end of other jobs is told by actions of many names.
fn response_of(resource: &Resource) -> Option<Api> {
    let Resource::Service { service, action, pattern } = resource else { return None };
    let asked = match (service.as_str(), action.as_str(), pattern) {
        (_, _, Pattern::WaitForTaskToken) => return None,
        ("states", "startExecution", Pattern::Sync | Pattern::Sync2) => Resource::Service {
            service: "aws-sdk:sfn".to_owned(),
            action: "describeExecution".to_owned(),
            pattern: Pattern::RequestResponse,
        },
        (_, _, Pattern::Sync | Pattern::Sync2) => return None,
        _ => resource.clone(),
    };
    Api::of(&Services::bundled(), &asked)
}

struct Holding<'a> {
    service: &'a Service,
    is_optimized: bool,
    is_strict: bool,
}

impl Holding<'_> {
    fn member<'v>(&self, field: &Field, members: &'v Map<String, Value>) -> Option<&'v Value> {
        let mut named = members.iter().filter(|(name, _)| field.is_called(name, self.is_optimized));
        named.next().map(|(_, value)| value)
    }

    fn object(&self, fields: &[Field], members: &Map<String, Value>) -> Result<(), Refusal> {
        if let Some(missing) =
            fields.iter().find(|field| self.is_strict && field.is_required && self.member(field, members).is_none())
        {
            let missing = &missing.name;
            return Err(Refusal::validation(format!(
                "Mock result schema validation error: Required field '{missing}' is missing"
            )));
        }
        let mut present = fields.iter().filter_map(|field| Some((field, self.member(field, members)?)));
        present.try_for_each(|(field, value)| self.value(&field.name, field.shape, value))
    }

    /// Recurses as deep as the value nests, which whoever reads JSON bounds.
    fn value(&self, name: &str, shape: ShapeId, value: &Value) -> Result<(), Refusal> {
        let wrong = |what: &str| {
            Err(Refusal::validation(format!("Mock result schema validation error: Field '{name}' {what}")))
        };
        match (self.service.shape(shape), value) {
            (_, Value::Null)
            | (Shape::Document | Shape::Stream, _)
            | (Shape::Boolean, Value::Bool(_))
            | (Shape::Number, Value::Number(_))
            | (Shape::Timestamp, Value::String(_) | Value::Number(_)) => Ok(()),
            // An optimized integration reads the JSON in the bytes.
            (Shape::Bytes { .. }, _) if self.is_optimized => Ok(()),
            (Shape::Text { least, .. } | Shape::Bytes { least }, Value::String(text)) => {
                match text.chars().count() < *least {
                    true => wrong("is smaller than the minimum length"),
                    false => Ok(()),
                }
            }
            (Shape::Integer { least, most }, Value::Number(number)) => match number.as_i64() {
                Some(number) if number < *least => wrong("is less than the minimum value"),
                Some(number) if number > most_of(name, *most) => wrong("exceeds the maximum value"),
                _ => Ok(()),
            },
            (Shape::List(item), Value::Array(items)) => {
                items.iter().try_for_each(|value| self.value(name, *item, value))
            }
            (Shape::Map(of), Value::Object(map)) => map.iter().try_for_each(|(key, value)| self.value(key, *of, value)),
            (Shape::Choice(texts), Value::String(text)) if texts.contains(text) => Ok(()),
            (Shape::Choice(_), Value::String(_)) => wrong("is not an expected value"),
            (Shape::Structure { fields, .. }, Value::Object(members)) => self.object(fields, members),
            (Shape::Text { .. } | Shape::Choice(_) | Shape::Bytes { .. } | Shape::Timestamp, _) => {
                wrong("must be a string")
            }
            (Shape::Number | Shape::Integer { .. }, _) => wrong("must be a number"),
            (Shape::Boolean, _) => wrong("must be a boolean"),
            (Shape::List(_), _) => wrong("must be an array"),
            (Shape::Structure { .. } | Shape::Map(_), _) => wrong("must be an object"),
        }
    }
}

fn most_of(name: &str, most: i64) -> i64 {
    RECORDED_MOST.iter().find(|(field, _)| *field == name).map_or(most, |(_, recorded)| most.min(*recorded))
}
