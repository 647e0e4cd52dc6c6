//! EMR, EMR on EKS and EMR Serverless: clusters and steps that come to their end at once.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Value, json};

/// The calls of the optimized integrations (developer guide, "Create and manage Amazon EMR clusters", "… EMR clusters on
/// EKS", "… EMR Serverless applications").
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.service {
        "elasticmapreduce" => clusters(call),
        "emr-containers" => containers(call),
        _ => serverless(call),
    }
}

fn clusters(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let cluster_id = call.text("ClusterId");
    match call.action {
        "createCluster" => {
            let id = format!("j-{}", identifier::capitals(call.random, 13));
            let arn = identifier::arn("elasticmapreduce", "cluster/", &id);
            let cluster = cluster(call, &id, "WAITING");
            Reply::job(json!({ "ClusterArn": arn, "ClusterId": id }), json!({ "Cluster": cluster, "ClusterId": id }))
        }
        "terminateCluster" => {
            let cluster = cluster(call, cluster_id, "TERMINATED");
            Reply::job(json!({}), json!({ "Cluster": cluster }))
        }
        "addStep" => {
            let id = format!("s-{}", identifier::capitals(call.random, 13));
            let step = call.value_or("Step", json!({}));
            let hadoop = step.get("HadoopJarStep").cloned().unwrap_or_else(|| json!({}));
            let part = |name: &str, default: Value| hadoop.get(name).cloned().unwrap_or(default);
            let done = json!({
                "ActionOnFailure": step.get("ActionOnFailure").cloned().unwrap_or_else(|| "CONTINUE".into()),
                "Config": {
                    "Args": part("Args", json!([])),
                    "Jar": part("Jar", json!("")),
                    "Properties": part("Properties", json!({}))
                },
                "Id": id,
                "Name": step.get("Name").cloned().unwrap_or_else(|| "".into()),
                "Status": {
                    "State": "COMPLETED",
                    "StateChangeReason": {},
                    "Timeline": {
                        "CreationDateTime": call.clock,
                        "EndDateTime": call.clock + 1000,
                        "StartDateTime": call.clock
                    }
                }
            });
            Reply::job(json!({ "StepId": id }), json!({ "Step": done }))
        }
        "cancelStep" => {
            let reason = "Step is already completed";
            let info = json!({ "Reason": reason, "Status": "FAILED", "StepId": call.text("StepId") });
            Ok(json!({ "CancelStepsInfo": info }).into())
        }
        "setClusterTerminationProtection" | "modifyInstanceFleetByName" | "modifyInstanceGroupByName" => {
            Ok(json!({}).into())
        }
        _ => Err(ServiceError::unknown_action(call)),
    }
}

fn cluster(call: &Call<'_>, id: &str, state: &str) -> Value {
    let timeline = if state == "TERMINATED" { "EndDateTime" } else { "ReadyDateTime" };
    json!({
        "Applications": call.value_or("Applications", json!([])),
        "ClusterArn": identifier::arn("elasticmapreduce", "cluster/", id),
        "Id": id,
        "Name": call.value_or("Name", json!("")),
        "Status": {
            "State": state,
            "StateChangeReason": {},
            "Timeline": { "CreationDateTime": call.clock, timeline: call.clock + 1000 }
        },
        "Tags": call.value_or("Tags", json!([]))
    })
}

/// An id as EMR on EKS and EMR Serverless have it.
fn small_id(call: &mut Call<'_>, count: usize) -> String {
    identifier::letters(call.random, count).to_lowercase()
}

fn containers(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.action {
        "createVirtualCluster" => {
            let id = small_id(call, 25);
            let arn = identifier::arn("emr-containers", "/virtualclusters/", &id);
            Ok(json!({ "Arn": arn, "Id": id, "Name": call.value_or("Name", json!("")) }).into())
        }
        "deleteVirtualCluster" => {
            let id = call.text("Id");
            let arn = identifier::arn("emr-containers", "/virtualclusters/", id);
            let cluster = json!({ "Arn": arn, "Id": id, "State": "TERMINATED" });
            Reply::job(json!({ "Id": id }), json!({ "VirtualCluster": cluster }))
        }
        "startJobRun" => {
            let id = small_id(call, 19);
            let cluster = call.text("VirtualClusterId");
            let resource = format!("/virtualclusters/{cluster}/jobruns/");
            let arn = identifier::arn("emr-containers", &resource, &id);
            let name = call.value_or("Name", json!(""));
            let started = json!({ "Arn": arn, "Id": id, "Name": name, "VirtualClusterId": cluster });
            let mut run = started.clone();
            run["CreatedAt"] = call.clock.into();
            run["FinishedAt"] = (call.clock + 1000).into();
            run["State"] = "COMPLETED".into();
            sort(&mut run);
            Reply::job(started, json!({ "JobRun": run }))
        }
        _ => Err(ServiceError::unknown_action(call)),
    }
}

fn serverless(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let application = call.text("ApplicationId");
    let state = |state: &str| json!({ "Application": { "ApplicationId": application, "State": state } });
    match call.action {
        "createApplication" => {
            let id = small_id(call, 16);
            let arn = identifier::arn("emr-serverless", "/applications/", &id);
            let made = json!({ "ApplicationId": id, "Arn": arn, "Name": call.value_or("Name", json!("")) });
            let mut done = made.clone();
            done["State"] = "CREATED".into();
            Reply::job(made, json!({ "Application": done }))
        }
        "startApplication" => Reply::job(json!({}), state("STARTED")),
        "stopApplication" => Reply::job(json!({}), state("STOPPED")),
        "deleteApplication" => Reply::job(json!({}), state("TERMINATED")),
        "startJobRun" => {
            let id = small_id(call, 16);
            let arn = identifier::arn("emr-serverless", &format!("/applications/{application}/jobruns/"), &id);
            let started = json!({ "ApplicationId": application, "Arn": arn, "JobRunId": id });
            let mut run = started.clone();
            run["CreatedAt"] = call.clock.into();
            run["Name"] = call.value_or("Name", json!(""));
            run["State"] = "SUCCESS".into();
            run["UpdatedAt"] = (call.clock + 1000).into();
            sort(&mut run);
            Reply::job(started, json!({ "JobRun": run }))
        }
        "cancelJobRun" => {
            let run = call.text("JobRunId");
            let cancelled = json!({ "ApplicationId": application, "JobRunId": run, "State": "CANCELLED" });
            Reply::job(json!({ "ApplicationId": application, "JobRunId": run }), json!({ "JobRun": cancelled }))
        }
        _ => Err(ServiceError::unknown_action(call)),
    }
}

fn sort(value: &mut Value) {
    if let Value::Object(members) = value {
        members.sort_keys();
    }
}
