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
            let arns = call.request.get("ReportArns").and_then(Value::as_array).into_iter().flatten();
            let reports: Vec<Value> = arns.filter_map(Value::as_str).map(|arn| report(call, arn)).collect();
            Ok(json!({ "Reports": reports, "ReportsNotFound": [] }).into())
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

/// A report of one test that passed (CodeBuild API reference, "Report").
fn report(call: &Call<'_>, arn: &str) -> Value {
    const DAYS_KEPT: i64 = 30;
    let group = arn.rsplit_once(':').map_or(arn, |(group, _)| group).replacen(":report/", ":report-group/", 1);
    json!({
        "Arn": arn,
        "Created": call.clock,
        "ExecutionId": arn,
        "Expired": call.clock + DAYS_KEPT * 24 * 60 * 60 * 1000,
        "Name": identifier::last_part(arn),
        "ReportGroupArn": group,
        "Status": "SUCCEEDED",
        "TestSummary": { "DurationInNanoSeconds": 1_000_000_000, "StatusCounts": { "SUCCEEDED": 1 }, "Total": 1 },
        "Truncated": false,
        "Type": "TEST"
    })
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
