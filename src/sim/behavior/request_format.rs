//! Requests that the service behind a Task cannot be sent, which AWS finds out before it calls.

use crate::asl::resource::Resource;
use crate::services::{Api, Reading, Services, faults};
use serde_json::Value;

/// Fields of a call of API Gateway that give a list of texts for each name (developer guide, "Call API Gateway endpoints";
/// aws/aws-cdk issue 14181 has the type: `Map<String, List<String>>`).
const LISTS: [&str; 2] = ["Headers", "QueryParameters"];

/// What is wrong with the fields of a request, in AWS's words (measured for `Headers`).
pub(super) fn wrong_fields(services: &Services, resource: &Resource, request: &Value) -> Vec<String> {
    let Resource::Service { service, action, .. } = resource else { return Vec::new() };
    if (service.as_str(), action.as_str()) == ("apigateway", "invoke") {
        let wrong = LISTS.into_iter().find(|field| request.get(field).is_some_and(|value| !is_lists_by_name(value)));
        if let Some(field) = wrong {
            return vec![format!("The value of the field '{field}' has an invalid format")];
        }
    }
    let api = Api::of(services, resource);
    let found = api.map(|api| faults(&api, request, Reading::Sent)).unwrap_or_default();
    found.into_iter().filter_map(|fault| fault.kind.aws_message()).collect()
}

fn is_lists_by_name(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(members) => members.values().all(|value| matches!(value, Value::Array(_) | Value::Null)),
        _ => false,
    }
}
