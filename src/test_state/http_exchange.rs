//! `request` and `response` of an HTTP Task: what level TRACE tells of them (API reference, `InspectionDataRequest`,
//! `InspectionDataResponse`). What a connection adds is not known here, and neither told nor made up.

use serde_json::{Map, Value, json};

/// The request that the parameters of an HTTP Task make.
pub(super) fn request(parameters: &Value) -> Value {
    let text = |name: &str| parameters.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut url = text("ApiEndpoint").to_owned();
    let query: Vec<String> =
        pairs(parameters.get("QueryParameters")).map(|(name, value)| format!("{name}={value}")).collect();
    if !query.is_empty() {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&query.join("&"));
    }
    let mut told = Map::new();
    told.insert("protocol".into(), url.split_once("://").map_or("https", |(protocol, _)| protocol).into());
    told.insert("method".into(), text("Method").into());
    told.insert("url".into(), url.into());
    told.insert("headers".into(), headers(parameters.get("Headers")).into());
    if let Some(body) = parameters.get("RequestBody") {
        told.insert("body".into(), shown(body).into());
    }
    Value::Object(told)
}

/// The response that an HTTP Task got, from its result.
pub(super) fn response(result: &Value, protocol: &Value) -> Value {
    let text = |name: &str| result.get(name).map(shown).unwrap_or_default();
    json!({
        "protocol": protocol,
        "statusCode": text("StatusCode"),
        "statusMessage": text("StatusText"),
        "headers": headers(result.get("Headers")),
        "body": text("ResponseBody")
    })
}

/// `[name: value, name: value]`.
fn headers(headers: Option<&Value>) -> String {
    let all: Vec<String> = pairs(headers).map(|(name, value)| format!("{name}: {value}")).collect();
    format!("[{}]", all.join(", "))
}

/// Names with their values as text; each value of a list by itself.
fn pairs(members: Option<&Value>) -> impl Iterator<Item = (&String, String)> {
    members.and_then(Value::as_object).into_iter().flatten().flat_map(|(name, value)| {
        let values = match value {
            Value::Array(values) => values.iter().map(shown).collect(),
            other => vec![shown(other)],
        };
        values.into_iter().map(move |value| (name, value))
    })
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
