//! Lambda: a function that was not mocked echoes its event.

use super::error::ServiceError;
use super::{Call, Reply};
use serde_json::json;

/// `lambda:invoke`: the payload of the request. An `Event` is queued and a `DryRun` does nothing: these have no payload
/// (Lambda API reference, "Invoke").
pub(super) fn respond(call: &Call<'_>) -> Result<Reply, ServiceError> {
    match (call.action, call.text("InvocationType")) {
        ("invoke", "" | "RequestResponse") => Ok(
            json!({ "ExecutedVersion": "$LATEST", "Payload": call.value_or("Payload", json!({})), "StatusCode": 200 })
                .into(),
        ),
        ("invoke", "Event") => Ok(json!({ "StatusCode": 202 }).into()),
        ("invoke", "DryRun") => Ok(json!({ "StatusCode": 204 }).into()),
        ("invoke", other) => Err(ServiceError::not_simulated(&format!("the InvocationType \"{other}\" of Lambda"))),
        _ => Err(ServiceError::unknown_action(call)),
    }
}
