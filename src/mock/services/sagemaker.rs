//! SageMaker: jobs that complete. `.sync` gives what describes the job: what was asked for, its ARN, state and times.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Map, Value, json};

/// What a call makes: action, the parameter with its name, the type in its ARN, the member with its state, and the state
/// at the end (SageMaker API reference, the `Describe…` actions).
const MADE: [(&str, &str, &str, &str, &str); 8] = [
    ("createTrainingJob", "TrainingJob", "training-job", "TrainingJobStatus", "Completed"),
    ("createTransformJob", "TransformJob", "transform-job", "TransformJobStatus", "Completed"),
    ("createProcessingJob", "ProcessingJob", "processing-job", "ProcessingJobStatus", "Completed"),
    ("createLabelingJob", "LabelingJob", "labeling-job", "LabelingJobStatus", "Completed"),
    (
        "createHyperParameterTuningJob",
        "HyperParameterTuningJob",
        "hyper-parameter-tuning-job",
        "HyperParameterTuningJobStatus",
        "Completed",
    ),
    ("createAutoMLJob", "AutoMLJob", "automl-job", "AutoMLJobStatus", "Completed"),
    ("createEndpoint", "Endpoint", "endpoint", "EndpointStatus", "InService"),
    ("updateEndpoint", "Endpoint", "endpoint", "EndpointStatus", "InService"),
];

/// The calls of the optimized integration.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.action {
        "createModel" => {
            let arn = identifier::arn("sagemaker", "model/", &call.text("ModelName").to_lowercase());
            return Ok(json!({ "ModelArn": arn }).into());
        }
        "createEndpointConfig" => {
            let name = call.text("EndpointConfigName").to_lowercase();
            let arn = identifier::arn("sagemaker", "endpoint-config/", &name);
            return Ok(json!({ "EndpointConfigArn": arn }).into());
        }
        _ => {}
    }
    let Some((_, member, resource, status, ended)) = MADE.into_iter().find(|(action, ..)| *action == call.action)
    else {
        return Err(ServiceError::unknown_action(call));
    };
    let name = call.text(&format!("{member}Name")).to_lowercase();
    let arn = identifier::arn("sagemaker", &format!("{resource}/"), &name);
    let arn_name = format!("{member}Arn");
    let mut described = call.request.as_object().cloned().unwrap_or_else(Map::new);
    described.shift_remove("Tags");
    let mut add = |name: &str, value: Value| described.insert(name.to_owned(), value);
    add(&arn_name, arn.as_str().into());
    add(status, ended.into());
    add("CreationTime", call.clock.into());
    add("LastModifiedTime", (call.clock + 1000).into());
    if call.action == "createTrainingJob" {
        add("SecondaryStatus", "Completed".into());
        add("TrainingStartTime", call.clock.into());
        add("TrainingEndTime", (call.clock + 1000).into());
        let output = call.request.pointer("/OutputDataConfig/S3OutputPath").and_then(Value::as_str);
        if let Some(path) = output {
            let artifacts = format!("{}/{name}/output/model.tar.gz", path.trim_end_matches('/'));
            add("ModelArtifacts", json!({ "S3ModelArtifacts": artifacts }));
        }
    }
    described.sort_keys();
    Reply::job(json!({ arn_name: arn }), Value::Object(described))
}
