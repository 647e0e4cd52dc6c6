//! Values as Java prints them, where AWS's functions let that through.

use serde_json::Value;

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

/// `Math.round`: to the nearest integer, halves towards positive infinity; `None` outside of 64 bits.
pub(super) fn java_round(value: &Value) -> Option<i64> {
    if let Some(integer) = value.as_i64() {
        return Some(integer);
    }
    let rounded = (value.as_f64()? + 0.5).floor();
    (rounded.abs() < 9.2e18).then_some(rounded as i64)
}
