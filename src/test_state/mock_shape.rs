//! Holds a mocked result against the response of the service, as far as Pasos knows it (`shapes.rs`).

use super::request::Refusal;
use super::shapes::{Shape, response_of};
use crate::asl::resource::Resource;
use serde_json::{Map, Value};

/// Refuses the first field that the service would not send so. A field that the service does not have is let through
/// (measured), and so is the response of an action that Pasos does not know.
/// `is_strict` asks for each field that the service always sends.
pub(super) fn refuse_wrong_fields(resource: &Resource, result: &Value, is_strict: bool) -> Result<(), Refusal> {
    match response_of(resource) {
        Some(shape) => shape.refuse("", result, is_strict),
        None => Ok(()),
    }
}

impl Shape {
    /// Recurses as deep as the shapes of `shapes.rs` nest.
    fn refuse(&self, name: &str, value: &Value, is_strict: bool) -> Result<(), Refusal> {
        let wrong = |what: &str| {
            Err(Refusal::validation(format!("Mock result schema validation error: Field '{name}' {what}")))
        };
        match (self, value) {
            (_, Value::Null) | (Self::Any, _) | (Self::Boolean, Value::Bool(_)) | (Self::Number, Value::Number(_)) => {
                Ok(())
            }
            (Self::Text { shortest }, Value::String(text)) => {
                if text.chars().count() < *shortest {
                    wrong("is smaller than the minimum length")
                } else {
                    Ok(())
                }
            }
            (Self::Integer { least, most }, Value::Number(number)) => match number.as_i64() {
                Some(number) if number < *least => wrong("is less than the minimum value"),
                Some(number) if number > *most => wrong("exceeds the maximum value"),
                _ => Ok(()),
            },
            (Self::List(item), Value::Array(items)) => {
                items.iter().try_for_each(|value| item.refuse(name, value, is_strict))
            }
            (Self::Map(item), Value::Object(map)) => {
                map.iter().try_for_each(|(key, value)| item.refuse(key, value, is_strict))
            }
            (Self::Whole(required, fields), Value::Object(map)) => {
                match required.iter().find(|field| is_strict && !map.contains_key(**field)) {
                    Some(missing) => Err(Refusal::validation(format!(
                        "Mock result schema validation error: Required field '{missing}' is missing"
                    ))),
                    None => refuse_in(fields, map, is_strict),
                }
            }
            (Self::Choice(texts), Value::String(text)) if texts.contains(&text.as_str()) => Ok(()),
            (Self::Choice(_), Value::String(_)) => wrong("is not an expected value"),
            (Self::Object(fields), Value::Object(map)) => refuse_in(fields, map, is_strict),
            // The response itself has no name; a mocked text or list in its place is taken as it is.
            _ if name.is_empty() => Ok(()),
            (Self::Text { .. } | Self::Choice(_), _) => wrong("must be a string"),
            (Self::Number | Self::Integer { .. }, _) => wrong("must be a number"),
            (Self::Boolean, _) => wrong("must be a boolean"),
            (Self::List(_), _) => wrong("must be an array"),
            (Self::Object(_) | Self::Whole(..) | Self::Map(_), _) => wrong("must be an object"),
        }
    }
}

fn refuse_in(fields: &[(&str, Shape)], map: &Map<String, Value>, is_strict: bool) -> Result<(), Refusal> {
    let mut present = fields.iter().filter_map(|(field, shape)| Some((field, shape, map.get(*field)?)));
    present.try_for_each(|(field, shape, value)| shape.refuse(field, value, is_strict))
}
