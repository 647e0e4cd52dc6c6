//! Requests that the service behind a Task cannot be sent, which AWS finds out before it calls.

use crate::asl::resource::Resource;
use serde_json::Value;

/// Fields of a call of API Gateway that give a list of texts for each name (developer guide, "Call API Gateway endpoints";
/// aws/aws-cdk issue 14181 has the type: `Map<String, List<String>>`).
const LISTS: [&str; 2] = ["Headers", "QueryParameters"];

/// The first field whose format is wrong (measured for `Headers`).
pub(super) fn wrong_field(resource: &Resource, request: &Value) -> Option<&'static str> {
    let Resource::Service { service, action, .. } = resource else { return None };
    if (service.as_str(), action.as_str()) != ("apigateway", "invoke") {
        return None;
    }
    LISTS.into_iter().find(|field| request.get(field).is_some_and(|value| !is_lists_by_name(value)))
}

fn is_lists_by_name(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(members) => members.values().all(|value| matches!(value, Value::Array(_) | Value::Null)),
        _ => false,
    }
}
