//! `States.StringToJson`, `States.JsonToString` and `States.JsonMerge`.

use super::{argument, string_argument};
use crate::text::json;
use serde_json::Value;

pub(super) fn parse(arguments: &[Value]) -> Result<Value, String> {
    let text = string_argument(arguments, 0)?;
    // Measured: a blank text gives null.
    if text.trim().is_empty() {
        return Ok(Value::Null);
    }
    let parsed = json::parse(text);
    match parsed.tree.root() {
        Some(root) if parsed.errors.is_empty() => match parsed.tree.value(text, root) {
            // Measured: "-0" gives 0.
            Value::Number(number) if number.as_f64() == Some(0.0) && !text.contains('.') => Ok(0.into()),
            value => Ok(value),
        },
        _ => Err(format!("'{text}' is not a valid JSON string")),
    }
}

pub(super) fn write(arguments: &[Value]) -> Result<Value, String> {
    Ok(json::written(argument(arguments, 0)?).into())
}

pub(super) fn merge(arguments: &[Value]) -> Result<Value, String> {
    let object = |index: usize| {
        argument(arguments, index)?.as_object().ok_or_else(|| format!("Argument {} must be an object", index + 1))
    };
    let mut merged = object(0)?.clone();
    let second = object(1)?;
    if argument(arguments, 2)? != &Value::Bool(false) {
        return Err("Deep merging is not supported: the third argument must be false".to_owned());
    }
    merged.extend(second.clone());
    Ok(merged.into())
}
