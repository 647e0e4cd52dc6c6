//! Calls of the AWS SDK integration: the bare response of an API.
//!
//! A few that many machines use are simulated. Every other API answers in the shape of its output; what is no API of the
//! table is not simulated.

use super::error::ServiceError;
use super::{Call, Reply, identifier, shaped, states};
use crate::asl::resource::Resource;
use crate::services::Api;
use serde_json::{Value, json};

/// Answers a request; what an API stores is not remembered.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let Some(service) = call.service.strip_prefix("aws-sdk:") else { return Err(ServiceError::unknown_action(call)) };
    let response = match (service, call.action) {
        ("eventbridge", "putEvents") => {
            let entries = call.request.get("Entries").and_then(Value::as_array).map_or(0, Vec::len);
            let results: Vec<Value> = (0..entries).map(|_| json!({ "EventId": call.random.uuid() })).collect();
            json!({ "Entries": results, "FailedEntryCount": 0 })
        }
        ("lambda", "invoke") => {
            // A blob is given as its text.
            let payload = super::sqs::message_text(&call.value_or("Payload", json!({})));
            json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
        }
        ("secretsmanager", "getSecretValue") => secret(call),
        ("sfn", "startExecution") => {
            let mut response = states::start_execution_submitted(call.request, call.random, call.clock);
            response["StartDate"] = identifier::sdk_date(call.clock).into();
            response
        }
        ("sns", "publish") => json!({ "MessageId": call.random.uuid() }),
        ("sqs", "sendMessage") => super::sqs::sent(call)?,
        ("ssm", "getParameter") => json!({ "Parameter": parameter(call, call.text("Name")) }),
        ("ssm", "getParameters") => {
            let names = call.request.get("Names").and_then(Value::as_array).into_iter().flatten();
            let found: Vec<Value> = names.filter_map(Value::as_str).map(|name| parameter(call, name)).collect();
            json!({ "InvalidParameters": [], "Parameters": found })
        }
        ("ssm", "putParameter") => json!({ "Tier": "Standard", "Version": 1 }),
        ("sts", "getCallerIdentity") => {
            let account = identifier::ACCOUNT;
            json!({
                "Account": account,
                "Arn": format!("arn:aws:sts::{account}:assumed-role/Pasos/simulated"),
                "UserId": format!("AROA{}:simulated", identifier::capitals(call.random, 17))
            })
        }
        _ => {
            return match shaped(call) {
                Some(response) => Ok(response.into()),
                None if call.services.is_read(service) => Err(ServiceError::unknown_action(call)),
                None => Ok(json!({}).into()),
            };
        }
    };
    Ok(response.into())
}

/// The answer of an API that no file here simulates, in the shape of its output. None where its model is not there.
pub(super) fn shaped(call: &mut Call<'_>) -> Option<Value> {
    Some(shaped::answer(&api(call)?, call))
}

/// The same, of actions that answer something.
pub(super) fn shaped_output(call: &mut Call<'_>) -> Option<Value> {
    let api = api(call)?;
    Some(shaped::value_of(&api, api.output()?, call))
}

fn api(call: &Call<'_>) -> Option<Api> {
    let (service, action) = (call.service.to_owned(), call.action.to_owned());
    Api::of(call.services, &Resource::Service { service, action, pattern: call.pattern })
}

/// The text of secrets and parameters that nobody gave.
const PLACEHOLDER: &str = "simulated";

fn secret(call: &mut Call<'_>) -> Value {
    let id = call.text("SecretId");
    let suffix = identifier::letters(call.random, 6);
    let arn = match id.starts_with("arn:") {
        true => id.to_owned(),
        false => format!("{}-{suffix}", identifier::arn("secretsmanager", "secret:", id)),
    };
    json!({
        "ARN": arn,
        "CreatedDate": identifier::sdk_date(call.clock),
        "Name": identifier::last_part(id),
        "SecretString": PLACEHOLDER,
        "VersionId": call.random.uuid(),
        "VersionStages": ["AWSCURRENT"]
    })
}

fn parameter(call: &Call<'_>, name: &str) -> Value {
    json!({
        "ARN": identifier::arn("ssm", if name.starts_with('/') { "parameter" } else { "parameter/" }, name),
        "DataType": "text",
        "LastModifiedDate": identifier::sdk_date(call.clock),
        "Name": name,
        "Type": "String",
        "Value": PLACEHOLDER,
        "Version": 1
    })
}
