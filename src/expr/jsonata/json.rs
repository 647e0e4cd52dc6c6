//! Values from JSON and to JSON.

use super::JsonataError;
use super::limits::{MAX_VALUE_DEPTH, STACK};
use super::members::Members;
use super::value::Value;
use serde_json::{Map, Number, Value as Json};
use std::rc::Rc;

/// Up to here every whole number has a representation of its own.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// What becomes of a number that JSON cannot write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotFinite {
    /// Its name as a text: AWS gives `"Infinity"` for `1/0`, inside of a value too (measured, floci issue 2737).
    Name,
    /// Nothing, as `JSON.stringify` has it.
    Null,
}

/// A value from JSON. Recurses as deep as it nests, which JSON texts bound.
pub(super) fn from_json(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(number) => Value::Number(number.as_f64().unwrap_or(f64::NAN)),
        Json::String(text) => Value::text(text),
        Json::Array(items) => Value::array(items.iter().map(from_json).collect()),
        Json::Object(members) => {
            let mut object = Members::with_capacity(members.len());
            for (name, member) in members {
                object.insert(Rc::from(name.as_str()), from_json(member));
            }
            Value::object(object)
        }
    }
}

/// The JSON of a value; `None` when it is undefined, and for a function, which JSON cannot write.
pub(super) fn to_json(value: &Value, not_finite: NotFinite) -> Result<Option<Json>, JsonataError> {
    match value {
        Value::Undefined | Value::Function(_) => Ok(None),
        other => convert(other, not_finite, 0).map(Some),
    }
}

// Recursion ends at MAX_VALUE_DEPTH.
fn convert(value: &Value, not_finite: NotFinite, depth: usize) -> Result<Json, JsonataError> {
    if depth > MAX_VALUE_DEPTH {
        return Err(JsonataError { code: String::new(), message: STACK.to_owned() });
    }
    Ok(match value {
        Value::Undefined | Value::Null => Json::Null,
        Value::Bool(truth) => Json::Bool(*truth),
        Value::Number(number) => number_of(*number, not_finite),
        Value::String(text) => Json::from(&**text),
        Value::Array(items) => {
            let items = items.iter().map(|item| convert(item, not_finite, depth + 1));
            Json::Array(items.collect::<Result<_, _>>()?)
        }
        Value::Tuples(tuples) => {
            let items = tuples.iter().map(|tuple| convert(&tuple.value, not_finite, depth + 1));
            Json::Array(items.collect::<Result<_, _>>()?)
        }
        Value::Object(members) => {
            let mut map = Map::with_capacity(members.len());
            for (name, member) in members.iter().filter(|(_, member)| !member.is_undefined()) {
                map.insert((**name).to_owned(), convert(member, not_finite, depth + 1)?);
            }
            Json::Object(map)
        }
        // As `$string` writes them.
        Value::Function(_) => Json::from(""),
    })
}

fn number_of(number: f64, not_finite: NotFinite) -> Json {
    if number.fract() == 0.0 && number.abs() <= LARGEST_EXACT {
        return Json::from(number as i64);
    }
    match (Number::from_f64(number), not_finite) {
        (Some(number), _) => Json::Number(number),
        (None, NotFinite::Null) => Json::Null,
        (None, NotFinite::Name) if number.is_nan() => Json::from("NaN"),
        (None, NotFinite::Name) => Json::from(if number > 0.0 { "Infinity" } else { "-Infinity" }),
    }
}
