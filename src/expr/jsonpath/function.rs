//! Functions at the end of a path: `$.items.length()` (Jayway's README, "Functions").

use super::{Argument, evaluate};
use serde_json::{Number, Value};
use std::borrow::Cow;

pub(super) fn call(
    name: &str,
    arguments: &[Argument],
    found: Vec<Cow<'_, Value>>,
    definite: bool,
    root: &Value,
) -> Result<Value, String> {
    // A function after an indefinite path sees the list of all that was found.
    let value: Value = if definite {
        match found.into_iter().next() {
            Some(value) => value.into_owned(),
            None => return Err("Function applied to a path without a result".to_owned()),
        }
    } else {
        found.into_iter().map(Cow::into_owned).collect()
    };
    let arguments = arguments.iter().map(|argument| argument.value(root)).collect::<Result<Vec<_>, _>>()?;
    match name {
        "length" | "size" => Ok(match &value {
            Value::Array(items) => items.len().into(),
            Value::Object(map) => map.len().into(),
            Value::String(text) => text.encode_utf16().count().into(),
            _ => Value::Null,
        }),
        "keys" => Ok(value.as_object().map_or(Value::Null, |map| map.keys().map(String::as_str).collect())),
        "first" => pick(&value, 0),
        "last" => pick(&value, -1),
        "index" => pick(&value, arguments.first().and_then(Value::as_i64).unwrap_or(0)),
        "concat" => {
            let own = value.as_array().cloned().unwrap_or_default();
            let texts =
                own.iter().chain(&arguments).map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
            Ok(texts.collect::<String>().into())
        }
        "append" => {
            let mut items = value.as_array().cloned().unwrap_or_default();
            items.extend(arguments);
            Ok(items.into())
        }
        "min" | "max" | "sum" | "avg" | "stddev" => aggregate(name, &value, &arguments),
        other => Err(format!("Function with name: {other} does not exist.")),
    }
}

impl Argument {
    fn value(&self, root: &Value) -> Result<Value, String> {
        match self {
            Self::Value(value) => Ok(value.clone()),
            Self::Path(path) => {
                let mut found = evaluate::evaluate(&path.steps, root, root)?;
                if path.is_definite() {
                    let value = found.pop().ok_or_else(|| format!("No results for path: {}", path.text))?;
                    Ok(value.into_owned())
                } else {
                    Ok(found.into_iter().map(Cow::into_owned).collect())
                }
            }
        }
    }
}

fn pick(value: &Value, index: i64) -> Result<Value, String> {
    let items = value.as_array().ok_or("Aggregation function attempted to calculate value using empty array")?;
    let index = if index < 0 { items.len() as i64 + index } else { index };
    let item = usize::try_from(index).ok().and_then(|index| items.get(index));
    item.cloned().ok_or_else(|| format!("Target index:{index} larger than object count:{}", items.len()))
}

fn aggregate(name: &str, value: &Value, arguments: &[Value]) -> Result<Value, String> {
    let own = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let numbers: Vec<f64> = own.iter().chain(arguments).filter_map(Value::as_f64).collect();
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
            (squares / count - (sum / count) * (sum / count)).sqrt()
        }
    };
    Ok(Number::from_f64(result).map_or(Value::Null, Value::Number))
}
