//! Glue and DataBrew: job runs that succeed.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Map, Value, json};

/// `glue:startJobRun` and `databrew:startJobRun`. The optimized integration of Glue adds the `JobName` of the request
/// (developer guide, "Start an AWS Glue job"); `.sync` gives the job run.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match (call.service, call.action) {
        ("glue", "startJobRun") => glue(call),
        ("databrew", "startJobRun") => databrew(call),
        _ => Err(ServiceError::unknown_action(call)),
    }
}

fn glue(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let id = format!("jr_{}", identifier::hex(call.random, 64));
    let name = call.value_or("JobName", json!(""));
    let mut members = Map::new();
    for given in [
        "AllocatedCapacity",
        "Arguments",
        "ExecutionClass",
        "MaxCapacity",
        "NotificationProperty",
        "NumberOfWorkers",
        "SecurityConfiguration",
        "WorkerType",
    ] {
        if let Some(value) = call.request.get(given) {
            members.insert(given.to_owned(), value.clone());
        }
    }
    let mut add = |name: &str, value: Value| members.insert(name.to_owned(), value);
    add("Attempt", 0.into());
    add("CompletedOn", (call.clock + 1000).into());
    add("ExecutionTime", 1.into());
    add("GlueVersion", "4.0".into());
    add("Id", id.as_str().into());
    add("JobName", name.clone());
    add("JobRunState", "SUCCEEDED".into());
    add("LastModifiedOn", (call.clock + 1000).into());
    add("LogGroupName", "/aws-glue/jobs".into());
    add("PredecessorRuns", json!([]));
    add("StartedOn", call.clock.into());
    add("Timeout", call.value_or("Timeout", 2880.into()));
    members.sort_keys();
    Reply::job(json!({ "JobName": name, "JobRunId": id }), Value::Object(members))
}

fn databrew(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let id = format!("db_{}", identifier::hex(call.random, 64));
    let finished = json!({
        "Attempt": 0,
        "CompletedOn": call.clock + 1000,
        "ExecutionTime": 1,
        "JobName": call.value_or("Name", json!("")),
        "RunId": id,
        "StartedOn": call.clock,
        "State": "SUCCEEDED"
    });
    Reply::job(json!({ "RunId": id }), finished)
}
