//! SNS: a message that is published goes nowhere.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::json;

/// `sns:publish`. A topic whose name ends in `.fifo` numbers its messages, and wants a group.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "publish" {
        return Err(ServiceError::unknown_action(call));
    }
    let mut response = json!({ "MessageId": call.random.uuid() });
    if call.text("TopicArn").ends_with(".fifo") {
        if call.request.get("MessageGroupId").is_none() {
            let message = "Invalid parameter: The MessageGroupId parameter is required for FIFO topics";
            let id = call.random.uuid();
            let error = "SNS.InvalidParameterException";
            return Err(ServiceError::optimized(error, "AmazonSNS", "InvalidParameter", message, &id));
        }
        response["SequenceNumber"] = format!("1000{}", identifier::digits(call.random, 16)).into();
    }
    Ok(response.into())
}
