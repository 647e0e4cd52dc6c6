//! Lambda: a function that was not mocked echoes its event.

use super::Call;
use crate::mock::{Answer, Outcome};
use serde_json::json;

/// `lambda:invoke`: the payload of the request, wrapped as the service does.
pub(super) fn respond(call: &Call<'_>) -> Answer {
    let payload = call.request.get("Payload").cloned().unwrap_or_else(|| json!({}));
    Answer::from(Outcome::Return(json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })))
}
