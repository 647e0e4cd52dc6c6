//! What the answers of optimized integrations have beyond what the files here say of them: the rest of what the model of the
//! API has, and for `.sync` that of the action which describes the job. So every path that is right on AWS finds something.

use super::shaped::value_of;
use super::{Call, Reply};
use crate::asl::resource::Resource;
use crate::services::Api;
use serde_json::{Map, Value};

/// The actions that start a job, by service: the action of the same API that describes it, the field of its answer that a
/// Task gives (empty for all of it), and the name that this has there (empty for none). Developer guide, the page of each
/// service.
const JOBS: [(&str, &[&str], &str, &str, &str); 26] = [
    ("athena", &["startQueryExecution"], "getQueryExecution", "", ""),
    ("batch", &["submitJob"], "describeJobs", "Jobs", ""),
    ("bedrock", &["createModelCustomizationJob"], "getModelCustomizationJob", "", ""),
    ("codebuild", &["startBuild"], "batchGetBuilds", "Builds", "Build"),
    ("codebuild", &["startBuildBatch", "retryBuildBatch"], "batchGetBuildBatches", "BuildBatches", "BuildBatch"),
    ("databrew", &["startJobRun"], "describeJobRun", "", ""),
    ("eks", &["createCluster", "deleteCluster"], "describeCluster", "", ""),
    ("eks", &["createNodegroup", "deleteNodegroup"], "describeNodegroup", "", ""),
    ("eks", &["createFargateProfile", "deleteFargateProfile"], "describeFargateProfile", "", ""),
    ("elasticmapreduce", &["createCluster", "terminateCluster"], "describeCluster", "", ""),
    ("elasticmapreduce", &["addStep"], "describeStep", "", ""),
    ("emr-containers", &["deleteVirtualCluster"], "describeVirtualCluster", "", ""),
    ("emr-containers", &["startJobRun"], "describeJobRun", "", ""),
    (
        "emr-serverless",
        &["createApplication", "startApplication", "stopApplication", "deleteApplication"],
        "getApplication",
        "",
        "",
    ),
    ("emr-serverless", &["startJobRun", "cancelJobRun"], "getJobRun", "", ""),
    ("glue", &["startJobRun"], "getJobRun", "JobRun", ""),
    ("mediaconvert", &["createJob"], "getJob", "", ""),
    ("sagemaker", &["createAutoMLJob"], "describeAutoMLJob", "", ""),
    ("sagemaker", &["createEndpoint", "updateEndpoint"], "describeEndpoint", "", ""),
    ("sagemaker", &["createEndpointConfig"], "describeEndpointConfig", "", ""),
    ("sagemaker", &["createHyperParameterTuningJob"], "describeHyperParameterTuningJob", "", ""),
    ("sagemaker", &["createLabelingJob"], "describeLabelingJob", "", ""),
    ("sagemaker", &["createModel"], "describeModel", "", ""),
    ("sagemaker", &["createProcessingJob"], "describeProcessingJob", "", ""),
    ("sagemaker", &["createTrainingJob"], "describeTrainingJob", "", ""),
    ("sagemaker", &["createTransformJob"], "describeTransformJob", "", ""),
];

/// Fills a reply with what its models have. Those of services that are recorded stay as they are.
pub(super) fn fill(reply: Reply, call: &mut Call<'_>) -> Reply {
    if !JOBS.iter().any(|(service, ..)| *service == call.service) {
        return reply;
    }
    let (service, action) = (call.service.to_owned(), call.action.to_owned());
    let Some(api) = Api::of(call.services, &Resource::Service { service, action, pattern: call.pattern }) else {
        return reply;
    };
    let response = match api.output() {
        Some(output) => filled(reply.response, value_of(&api, output, call)),
        None => reply.response,
    };
    let job = JOBS.iter().find(|(service, actions, ..)| *service == call.service && actions.contains(&call.action));
    let finished = reply.finished.map(|finished| {
        let described = job.and_then(|(_, _, action, field, name)| {
            let described = value_of(&api, api.answer_of(action, field)?, call);
            Some(if name.is_empty() {
                described
            } else {
                Value::Object(Map::from_iter([((*name).to_owned(), described)]))
            })
        });
        described.map_or_else(|| finished.clone(), |described| filled(finished.clone(), described))
    });
    Reply { response, finished }
}

/// What is known, with everything that it lacks.
fn filled(known: Value, model: Value) -> Value {
    match (known, model) {
        (Value::Object(mut known), Value::Object(model)) => {
            for (name, value) in model {
                let own = known.shift_remove(&name);
                known.insert(name, own.map_or_else(|| value.clone(), |own| filled(own, value.clone())));
            }
            // So do all responses of optimized integrations (recorded).
            known.sort_keys();
            Value::Object(known)
        }
        (known, _) => known,
    }
}
