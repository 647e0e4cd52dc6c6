//! Batch: a job whose container exits with 0.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Value, json};

/// `batch:submitJob`; `.sync` gives the job (Batch API reference, "JobDetail").
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "submitJob" {
        return Err(ServiceError::unknown_action(call));
    }
    let id = call.random.uuid();
    let arn = identifier::arn("batch", "job/", &id);
    let name = call.value_or("JobName", json!(""));
    let overrides = call.value_or("ContainerOverrides", json!({}));
    let part = |name: &str| overrides.get(name).cloned().unwrap_or_else(|| json!([]));
    let stream = format!("{}/default/{}", call.text("JobDefinition"), identifier::hex(call.random, 32));
    let task = identifier::arn("ecs", "task/", &identifier::hex(call.random, 32));
    let queue = identifier::arn("batch", "job-queue/", call.text("JobQueue"));
    let (created, stopped) = (call.clock, call.clock + 2000);
    let container = json!({
        "Command": part("Command"),
        "Environment": part("Environment"),
        "ExitCode": 0,
        "LogStreamName": stream,
        "MountPoints": [],
        "NetworkInterfaces": [],
        "ResourceRequirements": part("ResourceRequirements"),
        "Secrets": [],
        "TaskArn": task,
        "Ulimits": [],
        "Volumes": []
    });
    let attempt = json!({
        "Container": { "ExitCode": 0, "LogStreamName": stream, "NetworkInterfaces": [], "TaskArn": task },
        "StartedAt": created + 1000,
        "StatusReason": "Essential container in task exited",
        "StoppedAt": stopped
    });
    let mut finished = json!({
        "Attempts": [attempt],
        "Container": container,
        "CreatedAt": created,
        "DependsOn": call.value_or("DependsOn", json!([])),
        "JobArn": arn,
        "JobDefinition": call.value_or("JobDefinition", json!("")),
        "JobId": id,
        "JobName": name,
        "JobQueue": queue,
        "Parameters": call.value_or("Parameters", json!({})),
        "StartedAt": created + 1000,
        "Status": "SUCCEEDED",
        "StatusReason": "Essential container in task exited",
        "StoppedAt": stopped,
        "Tags": call.value_or("Tags", json!({}))
    });
    for given in ["ArrayProperties", "RetryStrategy", "Timeout"] {
        if let Some(value) = call.request.get(given) {
            finished[given] = value.clone();
        }
    }
    if let Value::Object(members) = &mut finished {
        members.sort_keys();
    }
    Reply::job(json!({ "JobArn": arn, "JobId": id, "JobName": name }), finished)
}
