//! CodeBuild: builds that succeed.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Value, json};

/// The calls of the optimized integration (CodeBuild API reference, "Build", "BuildBatch").
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.action {
        "startBuild" => build(call, "Build", "build", "BuildNumber", "BuildStatus"),
        "startBuildBatch" | "retryBuildBatch" => {
            build(call, "BuildBatch", "build-batch", "BuildBatchNumber", "BuildBatchStatus")
        }
        "stopBuild" => Ok(stopped(call, "Build", "BuildStatus").into()),
        "stopBuildBatch" => Ok(stopped(call, "BuildBatch", "BuildBatchStatus").into()),
        "batchDeleteBuilds" => {
            let deleted = call.value_or("Ids", json!([]));
            Ok(json!({ "BuildsDeleted": deleted, "BuildsNotDeleted": [] }).into())
        }
        "deleteBuildBatch" => Ok(json!({ "BuildsDeleted": [], "BuildsNotDeleted": [], "StatusCode": "200" }).into()),
        "batchGetReports" => {
            Ok(json!({ "Reports": [], "ReportsNotFound": call.value_or("ReportArns", json!([])) }).into())
        }
        _ => Err(ServiceError::unknown_action(call)),
    }
}

fn build(call: &mut Call<'_>, member: &str, resource: &str, number: &str, status: &str) -> Result<Reply, ServiceError> {
    let project = call.text("ProjectName");
    let id = format!("{project}:{}", call.random.uuid());
    let mut started = json!({
        "Arn": identifier::arn("codebuild", &format!("{resource}/"), &id),
        number: 1,
        status: "IN_PROGRESS",
        "CurrentPhase": "QUEUED",
        "Id": id,
        "Initiator": "states/Pasos",
        "ProjectName": project,
        "StartTime": call.clock
    });
    sort(&mut started);
    let mut done = started.clone();
    done[status] = "SUCCEEDED".into();
    done["CurrentPhase"] = "COMPLETED".into();
    done["EndTime"] = (call.clock + 1000).into();
    let complete = if member == "Build" { "BuildComplete" } else { "Complete" };
    done[complete] = true.into();
    sort(&mut done);
    Reply::job(json!({ member: started }), json!({ member: done }))
}

/// A build that has been stopped.
fn stopped(call: &Call<'_>, member: &str, status: &str) -> Value {
    let id = call.text("Id");
    let project = id.split(':').next().unwrap_or_default();
    json!({ member: { status: "STOPPED", "CurrentPhase": "COMPLETED", "Id": id, "ProjectName": project } })
}

fn sort(value: &mut Value) {
    if let Value::Object(members) = value {
        members.sort_keys();
    }
}
