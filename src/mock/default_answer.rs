//! What a task without a mock gets: its request back, in the shape of the service's response where that matters.

use crate::asl::resource::Resource;
use serde_json::{Value, json};

/// A simulated response. A Lambda function echoes its event; `lambda:invoke` wraps that as the service does.
pub(super) fn answer(resource: &str, request: &Value) -> Value {
    match Resource::parse(resource) {
        Resource::Service { service, action, .. } if service == "lambda" && action == "invoke" => {
            let payload = request.get("Payload").cloned().unwrap_or_else(|| json!({}));
            json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
        }
        _ => request.clone(),
    }
}
