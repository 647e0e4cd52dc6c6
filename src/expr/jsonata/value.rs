//! Values of the library as JSON.

use super::JsonataError;
use super::limits::{MAX_VALUE_DEPTH, STACK};
use jsonata_core::value::JValue;
use serde_json::{Map, Number, Value};

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

/// The JSON of a value; `None` when it is undefined, and for a function, which JSON cannot write.
pub(super) fn to_json(value: &JValue, not_finite: NotFinite) -> Result<Option<Value>, JsonataError> {
    if value.is_undefined() || value.is_function() || value.is_regex() {
        return Ok(None);
    }
    convert(value, not_finite, 0).map(Some)
}

// Recursion ends at MAX_VALUE_DEPTH.
fn convert(value: &JValue, not_finite: NotFinite, depth: usize) -> Result<Value, JsonataError> {
    if depth > MAX_VALUE_DEPTH {
        return Err(JsonataError { code: String::new(), message: STACK.to_owned() });
    }
    if let Some(items) = value.as_array() {
        return items
            .iter()
            .map(|item| convert(item, not_finite, depth + 1))
            .collect::<Result<_, _>>()
            .map(Value::Array);
    }
    if let Some(members) = value.as_object() {
        let mut map = Map::with_capacity(members.len());
        for (name, member) in members.iter().filter(|(_, member)| !member.is_undefined()) {
            map.insert(name.clone(), convert(member, not_finite, depth + 1)?);
        }
        return Ok(Value::Object(map));
    }
    Ok(match value {
        JValue::Bool(truth) => Value::Bool(*truth),
        JValue::Number(number) => number_of(*number, not_finite),
        JValue::String(text) => Value::from(&**text),
        // As `$string` writes them.
        other if other.is_function() || other.is_regex() => Value::from(""),
        _ => Value::Null,
    })
}

fn number_of(number: f64, not_finite: NotFinite) -> Value {
    if number.fract() == 0.0 && number.abs() <= LARGEST_EXACT {
        return Value::from(number as i64);
    }
    match (Number::from_f64(number), not_finite) {
        (Some(number), _) => Value::Number(number),
        (None, NotFinite::Null) => Value::Null,
        (None, NotFinite::Name) if number.is_nan() => Value::from("NaN"),
        (None, NotFinite::Name) => Value::from(if number > 0.0 { "Infinity" } else { "-Infinity" }),
    }
}
