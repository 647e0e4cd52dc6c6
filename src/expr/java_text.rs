//! Values as Java prints them, where AWS's functions let that through.

use serde_json::{Number, Value};

/// What `String.valueOf` makes of a value: strings raw, objects as `{a=1, b=[]}` (measured for `States.Format`).
pub(super) fn java_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(java_text).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let members: Vec<String> = map.iter().map(|(key, item)| format!("{key}={}", java_text(item))).collect();
            format!("{{{}}}", members.join(", "))
        }
        scalar => scalar.to_string(),
    }
}

/// A number as `Integer`, `Long` and `Double` write it: `1.0E10`, `1.0E-5`, `0.001`.
pub(super) fn java_number(number: &Number) -> String {
    let Some(value) = number.as_f64().filter(|_| number.is_f64()) else { return number.to_string() };
    let size = value.abs();
    if size == 0.0 || (1e-3..1e7).contains(&size) {
        return format!("{value:?}");
    }
    let written = format!("{value:e}");
    match written.split_once('e') {
        Some((digits, exponent)) if !digits.contains('.') => format!("{digits}.0E{exponent}"),
        _ => written.replace('e', "E"),
    }
}

/// A value as Jackson writes it: JSON without blanks, numbers as Java writes them. Recurses as deep as the value nests,
/// which the JSON reader bounds.
pub(super) fn json_text(value: &Value) -> String {
    match value {
        Value::Number(number) => java_number(number),
        Value::Array(items) => format!("[{}]", items.iter().map(json_text).collect::<Vec<_>>().join(",")),
        Value::Object(map) => {
            let member = |(key, item): (&String, &Value)| format!("{}:{}", Value::from(key.as_str()), json_text(item));
            format!("{{{}}}", map.iter().map(member).collect::<Vec<_>>().join(","))
        }
        scalar => scalar.to_string(),
    }
}

/// `Math.round`: to the nearest integer, halves towards positive infinity; `None` outside of 64 bits.
pub(super) fn java_round(value: &Value) -> Option<i64> {
    if let Some(integer) = value.as_i64() {
        return Some(integer);
    }
    let rounded = (value.as_f64()? + 0.5).floor();
    (rounded.abs() < 9.2e18).then_some(rounded as i64)
}
