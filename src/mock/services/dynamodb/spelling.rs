//! Types of attribute values as the AWS SDK for Java 2 spells them: `{"Nul": true}` where DynamoDB has `{"NULL": true}`.

use super::table::Item;
use super::value::parts;
use serde_json::{Value, json};

/// The types whose names the AWS SDK for Java 2 spells otherwise, as Step Functions takes and gives them through it
/// (aws-sdk-java-v2, `customization.config` of DynamoDB; aws-sdk-js-v3 issue 4948 has `Nul` in an answer).
const SPELLED: [(&str, &str); 5] = [("BOOL", "Bool"), ("NULL", "Nul"), ("SS", "Ss"), ("NS", "Ns"), ("BS", "Bs")];

/// DynamoDB's own name of a type, however it is spelled.
pub(super) fn own_kind(kind: &str) -> &str {
    SPELLED.iter().find(|(_, spelled)| *spelled == kind).map_or(kind, |(own, _)| own)
}

/// A response whose items are spelled as the SDK does it.
pub(super) fn sdk_response(mut response: Value) -> Value {
    for name in ["Item", "Attributes", "LastEvaluatedKey"] {
        if let Some(Value::Object(item)) = response.get_mut(name) {
            *item = sdk_item(item);
        }
    }
    if let Some(Value::Array(items)) = response.get_mut("Items") {
        for item in items {
            if let Value::Object(item) = item {
                *item = sdk_item(item);
            }
        }
    }
    response
}

/// An item as the SDK spells it.
fn sdk_item(attributes: &Item) -> Item {
    attributes.iter().map(|(name, value)| (name.clone(), sdk_spelled(value))).collect()
}

/// An attribute value as the SDK spells it.
fn sdk_spelled(value: &Value) -> Value {
    let Some((kind, content)) = parts(value) else { return value.clone() };
    let content = match (kind, content) {
        ("L", Value::Array(items)) => items.iter().map(sdk_spelled).collect(),
        ("M", Value::Object(members)) => sdk_item(members).into(),
        _ => content.clone(),
    };
    let spelled = SPELLED.iter().find(|(own, _)| *own == kind).map_or(kind, |(_, spelled)| spelled);
    json!({ spelled: content })
}
