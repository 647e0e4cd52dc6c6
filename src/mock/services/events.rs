//! EventBridge: events that are put go nowhere.

use super::error::ServiceError;
use super::{Call, Reply};
use serde_json::{Value, json};

/// `events:putEvents`. If the `Detail` of an entry is no JSON object, the task fails with the list of results
/// (recorded); the entries that are well-formed have their event ids in it.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "putEvents" {
        return Err(ServiceError::unknown_action(call));
    }
    let entries = call.request.get("Entries").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut failed = 0;
    let mut results = Vec::with_capacity(entries.len());
    for entry in entries {
        if is_object(entry.get("Detail")) {
            results.push(json!({ "EventId": call.random.uuid() }));
        } else {
            failed += 1;
            results.push(json!({ "ErrorCode": "MalformedDetail", "ErrorMessage": "Detail is malformed." }));
        }
    }
    let response = json!({ "Entries": results, "FailedEntryCount": failed });
    if failed > 0 {
        return Err(ServiceError::new("EventBridge.FailedEntry", response.to_string()));
    }
    Ok(response.into())
}

fn is_object(detail: Option<&Value>) -> bool {
    match detail {
        Some(Value::String(text)) => serde_json::from_str::<Value>(text).is_ok_and(|value| value.is_object()),
        // Step Functions writes an object as JSON text.
        Some(value) => value.is_object(),
        // Without a detail the entry has another error, which was not recorded.
        None => true,
    }
}
