//! EKS: clusters, node groups and profiles that come and go at once.

use super::error::ServiceError;
use super::{Call, Reply, identifier, kubernetes};
use serde_json::json;

/// The calls of the optimized integration that manage a cluster (EKS API reference); `.sync` gives what describes it.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let (is_created, kind) = match call.action {
        "createCluster" => (true, "Cluster"),
        "deleteCluster" => (false, "Cluster"),
        "createNodegroup" => (true, "Nodegroup"),
        "deleteNodegroup" => (false, "Nodegroup"),
        "createFargateProfile" => (true, "FargateProfile"),
        "deleteFargateProfile" => (false, "FargateProfile"),
        "call" => return kubernetes::call(call),
        "runJob" => return kubernetes::run_job(call),
        _ => return Err(ServiceError::unknown_action(call)),
    };
    let (name_member, arn_member) = match kind {
        "Cluster" => ("Name", "Arn"),
        "Nodegroup" => ("NodegroupName", "NodegroupArn"),
        _ => ("FargateProfileName", "FargateProfileArn"),
    };
    let name = call.text(name_member);
    let arn = match kind {
        "Cluster" => identifier::arn("eks", "cluster/", name),
        _ => {
            let path = format!("{}/{name}/{}", call.text("ClusterName"), call.random.uuid());
            identifier::arn("eks", &format!("{}/", kind.to_lowercase()), &path)
        }
    };
    let described = |status: &str| {
        let mut members = call.request.as_object().cloned().unwrap_or_default();
        members.insert(name_member.to_owned(), name.into());
        members.insert(arn_member.to_owned(), arn.as_str().into());
        members.insert("CreatedAt".to_owned(), call.clock.into());
        members.insert("Status".to_owned(), status.into());
        members.sort_keys();
        json!({ kind: members })
    };
    if is_created {
        Reply::job(described("CREATING"), described("ACTIVE"))
    } else {
        Reply::job(described("DELETING"), described("DELETING"))
    }
}
