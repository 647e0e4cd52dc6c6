//! Functions at the end of a path: `$.items.length()` (Jayway's README, "Functions").

use super::evaluate::{Document, children, evaluate};
use super::{Argument, Step};
use serde_json::{Number, Value};
use std::borrow::Cow;

/// The values of the arguments of a call.
pub(super) fn values(name: &str, arguments: &[Argument], document: &Document<'_>) -> Result<Vec<Value>, String> {
    let value = |argument: &Argument| match argument {
        Argument::Value(value) => Ok(value.clone()),
        Argument::Path(path) if path.is_definite() => path.find(document, document.root, false),
        Argument::Path(path) => list_argument(name, &path.steps, document, document.root),
    };
    arguments.iter().map(value).collect()
}

/// The list that a path finds, as an argument. What `length` counts is not what was found but what that holds
/// (Jayway's `Length`).
pub(super) fn list_argument(
    name: &str,
    steps: &[Step],
    document: &Document<'_>,
    start: &Value,
) -> Result<Value, String> {
    let found = evaluate(steps, document, start, false)?;
    Ok(if matches!(name, "length" | "size") {
        found.iter().flat_map(|value| children(value)).cloned().collect()
    } else {
        found.into_iter().map(Cow::into_owned).collect()
    })
}

/// Calls a function on the value that the path before it leads to.
pub(super) fn call(name: &str, arguments: &[Value], model: &Value) -> Result<Value, String> {
    match name {
        "length" | "size" => {
            let counted = arguments.first().filter(|argument| count(argument).is_some()).unwrap_or(model);
            Ok(count(counted).map_or(Value::Null, Value::from))
        }
        "keys" => Ok(model.as_object().map_or(Value::Null, |map| map.keys().map(String::as_str).collect())),
        "first" => pick(model, 0),
        "last" => pick(model, -1),
        "index" => match flat(arguments).find_map(Value::as_f64) {
            Some(index) => pick(model, index as i64),
            None => Err("The function index needs a number".to_owned()),
        },
        "concat" => {
            let own = items(model).iter().filter_map(Value::as_str).map(str::to_owned);
            Ok(own.chain(arguments.iter().flat_map(texts)).collect::<String>().into())
        }
        "append" => match model {
            Value::Array(items) => Ok(items.iter().chain(arguments).cloned().collect()),
            other => Ok(other.clone()),
        },
        "min" | "max" | "sum" | "avg" | "stddev" => {
            aggregate(name, items(model).iter().chain(flat(arguments)).filter_map(Value::as_f64).collect())
        }
        other => Err(format!("Function with name: {other} does not exist.")),
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn count(value: &Value) -> Option<usize> {
    match value {
        Value::Array(items) => Some(items.len()),
        Value::Object(map) => Some(map.len()),
        _ => None,
    }
}

/// The arguments, with the items of a list in its place.
fn flat(arguments: &[Value]) -> impl Iterator<Item = &Value> {
    arguments.iter().flat_map(|argument| match argument {
        Value::Array(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    })
}

/// What `concat` makes of an argument: only a list lets values through that are no strings.
fn texts(argument: &Value) -> Vec<String> {
    match argument {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => {
            items.iter().filter(|item| !item.is_null()).map(crate::expr::java_text::java_text).collect()
        }
        _ => Vec::new(),
    }
}

fn pick(model: &Value, index: i64) -> Result<Value, String> {
    let items = model.as_array().ok_or("Aggregation function attempted to calculate value using empty array")?;
    let place = if index < 0 { index.saturating_add_unsigned(items.len() as u64) } else { index };
    let item = usize::try_from(place).ok().and_then(|place| items.get(place));
    item.cloned().ok_or_else(|| format!("Target index:{index} larger than object count:{}", items.len()))
}

fn aggregate(name: &str, numbers: Vec<f64>) -> Result<Value, String> {
    if numbers.is_empty() {
        return Err("Aggregation function attempted to calculate value using empty array".to_owned());
    }
    let count = numbers.len() as f64;
    let sum: f64 = numbers.iter().sum();
    let result = match name {
        "min" => numbers.iter().copied().fold(f64::INFINITY, f64::min),
        "max" => numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        "sum" => sum,
        "avg" => sum / count,
        _ => {
            let squares: f64 = numbers.iter().map(|number| number * number).sum();
            (squares / count - sum * sum / count / count).sqrt()
        }
    };
    Ok(Number::from_f64(result).map_or(Value::Null, Value::Number))
}
