//! Bedrock: a model that was not mocked echoes the body of the request; what a model would say is not guessed.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::json;

/// `bedrock:invokeModel` and `createModelCustomizationJob` (developer guide, "Invoke and customize Amazon Bedrock
/// models").
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.action {
        "invokeModel" => {
            if call.request.get("Output").is_some() {
                return Err(ServiceError::not_simulated("Bedrock's output to S3"));
            }
            if call.request.pointer("/Input/S3Uri").is_some() {
                return Err(ServiceError::not_simulated("Bedrock's input from S3"));
            }
            let content_type = if call.text("Accept").is_empty() { "application/json" } else { call.text("Accept") };
            Ok(json!({ "Body": call.value_or("Body", json!({})), "ContentType": content_type }).into())
        }
        "createModelCustomizationJob" => {
            let resource = "model-customization-job/";
            let name = identifier::letters(call.random, 12).to_lowercase();
            let arn = identifier::arn("bedrock", resource, &name);
            let mut done = call.request.as_object().cloned().unwrap_or_default();
            done.insert("JobArn".into(), arn.as_str().into());
            done.insert("CreationTime".into(), identifier::sdk_date(call.clock).into());
            done.insert("EndTime".into(), identifier::sdk_date(call.clock + 1000).into());
            done.insert("Status".into(), "Completed".into());
            done.sort_keys();
            Reply::job(json!({ "JobArn": arn }), done.into())
        }
        _ => Err(ServiceError::unknown_action(call)),
    }
}
