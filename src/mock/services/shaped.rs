//! Answers in the shape of an API's output, as its model has it: for the actions that no other file here simulates, and for
//! what the others do not say.
//!
//! What a request names comes back under the same name; what lists are cut into pages for is not there, as there is one
//! page; nothing has failed, and what is asked for is done. Everything else is plausible, and says nothing: whoever needs more mocks the state.

use super::{Call, identifier, status};
use crate::services::{Api, Field, Service, Shape, ShapeId, item_name};
use serde_json::{Map, Value};

/// How deep optional fields are filled in; what is deeper is there only where it is required.
const MAX_DEPTH: usize = 6;

/// How many values an answer has before optional fields are left out: some APIs describe whole documents, and an answer
/// has to stay far below the 256 KiB that a state may give.
const MAX_VALUES: usize = 800;

/// The text of what nobody knows better.
const PLACEHOLDER: &str = "simulated";

/// The answer of an action.
pub(super) fn answer(api: &Api, call: &mut Call<'_>) -> Value {
    api.output().map_or_else(|| Value::Object(Map::new()), |output| value_of(api, output, call))
}

/// A value of a shape of the action's service.
pub(super) fn value_of(api: &Api, shape: ShapeId, call: &mut Call<'_>) -> Value {
    let is_optimized = api.is_optimized();
    let mut filling = Filling { service: &api.service, call, is_optimized, above: Vec::new(), n_values: 0 };
    match api.service.shape(shape) {
        Shape::Structure { fields, is_union } => filling.structure(fields, *is_union),
        _ => filling.value("", shape),
    }
}

struct Filling<'a, 'c> {
    service: &'a Service,
    call: &'a mut Call<'c>,
    /// Optimized integrations have the names of the API, and times as numbers.
    is_optimized: bool,
    /// The structures around the value: a shape that contains itself ends.
    above: Vec<ShapeId>,
    n_values: usize,
}

impl Filling<'_, '_> {
    fn structure(&mut self, fields: &[Field], is_union: bool) -> Value {
        let mut members = Map::new();
        for field in fields {
            let is_wanted = field.is_required
                || !is_absent(&field.name) && self.above.len() < MAX_DEPTH && self.n_values < MAX_VALUES;
            if !is_wanted || self.above.contains(&field.shape) {
                continue;
            }
            let value = self.value(&field.name, field.shape);
            let name = if self.is_optimized { field.api_name() } else { &field.name };
            members.insert(name.to_owned(), value);
            if is_union {
                break;
            }
        }
        // So do all responses of the SDK integration (recorded).
        members.sort_keys();
        Value::Object(members)
    }

    fn value(&mut self, name: &str, shape: ShapeId) -> Value {
        self.n_values += 1;
        let service = self.service;
        let known = service.shape(shape);
        if let Some(given) = self.call.request.get(name).filter(|given| fits(known, given)) {
            return given.clone();
        }
        match known {
            Shape::Text { least, most } => self.text(name, *least, *most).into(),
            Shape::Choice(known) => status::of_choice(known).unwrap_or(PLACEHOLDER).into(),
            Shape::Integer { least, most } => {
                let plausible = if name.contains("Fail") || name.contains("Error") { 0 } else { 1 };
                plausible.clamp(*least, *most).into()
            }
            Shape::Number => 1.0.into(),
            Shape::Boolean => false.into(),
            Shape::Timestamp if self.is_optimized => self.call.clock.into(),
            Shape::Timestamp => identifier::sdk_date(self.call.clock).into(),
            Shape::Bytes { .. } | Shape::Stream => PLACEHOLDER.into(),
            Shape::Document => Value::Object(Map::new()),
            Shape::List(item) => {
                if is_failure(name) || self.above.contains(item) || self.above.len() >= MAX_DEPTH {
                    return Value::Array(Vec::new());
                }
                self.within(shape, |filling| vec![filling.value(item_name(name), *item)]).into()
            }
            Shape::Map(of) => {
                let mut members = Map::new();
                if !is_failure(name) && !self.above.contains(of) && self.above.len() < MAX_DEPTH {
                    let value = self.within(shape, |filling| filling.value(name, *of));
                    members.insert(PLACEHOLDER.to_owned(), value);
                }
                Value::Object(members)
            }
            Shape::Structure { fields, is_union } => self.within(shape, |filling| filling.structure(fields, *is_union)),
        }
    }

    fn within<T>(&mut self, shape: ShapeId, then: impl FnOnce(&mut Self) -> T) -> T {
        self.above.push(shape);
        let value = then(self);
        self.above.pop();
        value
    }

    fn text(&mut self, name: &str, least: usize, most: usize) -> String {
        let service = self.call.service.strip_prefix("aws-sdk:").unwrap_or(self.call.service);
        if let Some(status) = status::of_text(service, name) {
            return status.to_owned();
        }
        let text = match () {
            () if name.ends_with("Arn") || name.ends_with("ARN") => identifier::arn(service, "", PLACEHOLDER),
            () if name.ends_with("Id") => self.call.random.uuid(),
            () if name.ends_with("Url") || name.ends_with("Uri") => format!("https://{PLACEHOLDER}.example/"),
            () if name.ends_with("Date") || name.ends_with("Time") || name.ends_with("At") => {
                identifier::sdk_date(self.call.clock)
            }
            () if name.ends_with("Region") => identifier::REGION.to_owned(),
            () if name.contains("Account") => identifier::ACCOUNT.to_owned(),
            () => PLACEHOLDER.to_owned(),
        };
        let filler = std::iter::repeat_n('0', least.saturating_sub(text.chars().count()).min(4096));
        text.chars().chain(filler).take(most.max(1)).collect()
    }
}

/// Whether a value that was sent can come back as one of this shape: scalars only.
fn fits(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::Text { .. } => value.is_string(),
        Shape::Choice(known) => value.as_str().is_some_and(|text| known.iter().any(|known| known == text)),
        Shape::Integer { .. } => value.is_i64() || value.is_u64(),
        Shape::Number => value.is_number(),
        Shape::Boolean => value.is_boolean(),
        _ => false,
    }
}

/// What an answer lacks where everything went well and fits on one page.
fn is_absent(name: &str) -> bool {
    let is_token =
        name.ends_with("Token") && ["Next", "Pagination", "Continuation"].iter().any(|word| name.contains(word));
    is_token || name.ends_with("Marker") || name.starts_with("LastEvaluated") || is_failure(name)
}

/// What tells of a failure: `ErrorCode`, `FailureReason`, `UnprocessedItems`, `Errors`.
fn is_failure(name: &str) -> bool {
    let is_count = name.ends_with("Count");
    !is_count && ["Error", "Fail", "Unprocessed", "Invalid", "Rejected"].iter().any(|word| name.contains(word))
}
