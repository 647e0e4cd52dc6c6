//! MediaConvert: jobs that complete.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Map, Value, json};

/// `mediaconvert:createJob` (MediaConvert API reference, "Jobs"); the job has what was asked for.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    if call.action != "createJob" {
        return Err(ServiceError::unknown_action(call));
    }
    let id = format!("{}-{}", call.clock, identifier::letters(call.random, 6).to_lowercase());
    let job = |status: &str| {
        let mut job: Map<String, Value> = Map::new();
        for given in ["Priority", "Queue", "Role", "Settings", "StatusUpdateInterval", "UserMetadata"] {
            if let Some(value) = call.request.get(given) {
                job.insert(given.to_owned(), value.clone());
            }
        }
        job.insert("Arn".into(), identifier::arn("mediaconvert", "jobs/", &id).into());
        job.insert("CreatedAt".into(), identifier::sdk_date(call.clock).into());
        job.insert("Id".into(), id.as_str().into());
        job.insert("Status".into(), status.into());
        job.sort_keys();
        json!({ "Job": job })
    };
    Reply::job(job("SUBMITTED"), job("COMPLETE"))
}
