//! `ResultWriter`: what a Map Run gives, and what it writes to S3 (developer guide, "ResultWriter (Map)").

use super::execution::{Execution, Status};
use crate::asl::timestamp;
use crate::mock::Files;
use crate::text::json;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What the children of a Map Run have given.
pub(super) struct Results<'a> {
    pub(super) map_run_arn: &'a str,
    /// The folder's name, unique to the run.
    pub(super) folder: &'a str,
    /// The outputs of the children that succeeded, in the order of the items.
    pub(super) outputs: Vec<Value>,
    /// One report a child, by its index.
    pub(super) reports: &'a BTreeMap<usize, Value>,
}

/// A child execution as `DescribeExecution` tells of it: what a result file holds without a transformation.
pub(super) fn report(execution: &Execution) -> Value {
    let name = execution.execution_arn.rsplit(':').next().unwrap_or_default();
    let mut report = Map::new();
    report.insert("ExecutionArn".into(), execution.execution_arn.as_str().into());
    report.insert("Input".into(), json::written(&execution.input).into());
    report.insert("InputDetails".into(), json!({ "Included": true }));
    report.insert("Name".into(), name.into());
    if let Some(output) = &execution.output {
        report.insert("Output".into(), json::written(output).into());
        report.insert("OutputDetails".into(), json!({ "Included": true }));
    }
    for (field, text) in [("Error", &execution.error), ("Cause", &execution.cause)] {
        if let Some(text) = text {
            report.insert(field.into(), text.as_str().into());
        }
    }
    report.insert("StartDate".into(), timestamp::format(execution.started_at).into());
    report.insert("StateMachineArn".into(), execution.state_machine_arn.as_str().into());
    report.insert("Status".into(), execution.status.as_str().into());
    report.insert("StopDate".into(), timestamp::format(execution.clock).into());
    Value::Object(report)
}

/// The result of the state: the outputs as `WriterConfig` wants them, or where they were written to.
///
/// # Errors
/// The cause of a `States.ResultWriterFailed`.
pub(super) fn write(
    written: &mut Files,
    arguments: Option<&Value>,
    config: Option<&Map<String, Value>>,
    results: Results<'_>,
) -> Result<Value, String> {
    let option = |name: &str| config.and_then(|config| config.get(name)).and_then(Value::as_str);
    let succeeded = |report: &&Value| report["Status"] == Status::Succeeded.as_str();
    let failed: Vec<Value> = results.reports.values().filter(|report| !succeeded(report)).cloned().collect();
    let is_exported = arguments.is_some();
    // Without a transformation, what is exported has each child's metadata around it, and what is not has not.
    let good: Vec<Value> = match option("Transformation") {
        Some("FLATTEN") => results.outputs.into_iter().flat_map(flattened).collect(),
        Some("NONE") => results.reports.values().filter(succeeded).cloned().collect(),
        None if is_exported => results.reports.values().filter(succeeded).cloned().collect(),
        _ => results.outputs,
    };
    let Some(arguments) = arguments else { return Ok(Value::Array(good)) };
    let text = |name: &str| arguments.get(name).and_then(Value::as_str);
    let bucket = text("Bucket").filter(|bucket| !bucket.is_empty()).ok_or("The ResultWriter names no Bucket.")?;
    let prefix = text("Prefix").unwrap_or_default().trim_end_matches('/');
    let folder = if prefix.is_empty() { results.folder.to_owned() } else { format!("{prefix}/{}", results.folder) };
    let is_lines = option("OutputType") == Some("JSONL");
    let mut files = Map::new();
    for (kind, values) in [("FAILED", failed), ("PENDING", Vec::new()), ("SUCCEEDED", good)] {
        let mut listed = Vec::new();
        if !values.is_empty() {
            let key = format!("{folder}/{kind}_0.{}", if is_lines { "jsonl" } else { "json" });
            let content = if is_lines {
                values.iter().map(|value| format!("{value}\n")).collect()
            } else {
                json::written(&Value::Array(values))
            };
            listed.push(json!({ "Key": key, "Size": content.len() }));
            written.put(bucket, &key, content.into_bytes());
        }
        files.insert(kind.to_owned(), listed.into());
    }
    let key = format!("{folder}/manifest.json");
    let manifest =
        json!({ "DestinationBucket": bucket, "MapRunArn": results.map_run_arn, "ResultFiles": Value::Object(files) });
    written.put(bucket, &key, manifest.to_string().into_bytes());
    Ok(json!({ "MapRunArn": results.map_run_arn, "ResultWriterDetails": { "Bucket": bucket, "Key": key } }))
}

/// An output that is an array gives its items.
fn flattened(output: Value) -> Vec<Value> {
    match output {
        Value::Array(items) => items,
        other => vec![other],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(reports: &BTreeMap<usize, Value>) -> Results<'_> {
        Results { map_run_arn: "arn", folder: "f", outputs: vec![json!([1, 2]), json!([3])], reports }
    }

    fn transformed(config: &Value) -> Value {
        let reports = BTreeMap::from([(0, json!({ "Status": "SUCCEEDED" })), (1, json!({ "Status": "SUCCEEDED" }))]);
        write(&mut Files::default(), None, config.as_object(), results(&reports)).unwrap()
    }

    #[test]
    fn transforms_what_is_not_exported() {
        assert_eq!(transformed(&json!({ "Transformation": "COMPACT" })), json!([[1, 2], [3]]));
        assert_eq!(transformed(&json!({ "Transformation": "FLATTEN" })), json!([1, 2, 3]));
        assert_eq!(transformed(&json!({ "Transformation": "NONE" }))[0]["Status"], "SUCCEEDED");
    }

    #[test]
    fn exports_a_manifest_and_the_files_that_it_names() {
        let reports = BTreeMap::from([(0, json!({ "Status": "SUCCEEDED" })), (1, json!({ "Status": "FAILED" }))]);
        let mut written = Files::default();
        let arguments = json!({ "Bucket": "out", "Prefix": "jobs/" });
        let result = write(&mut written, Some(&arguments), None, results(&reports)).unwrap();
        assert_eq!(result["ResultWriterDetails"], json!({ "Bucket": "out", "Key": "jobs/f/manifest.json" }));
        let manifest: Value = serde_json::from_slice(written.get("out", "jobs/f/manifest.json").unwrap()).unwrap();
        assert_eq!(manifest["ResultFiles"]["PENDING"], json!([]));
        let key = manifest["ResultFiles"]["FAILED"][0]["Key"].as_str().unwrap();
        assert_eq!(written.get("out", key).unwrap(), b"[{\"Status\":\"FAILED\"}]");
        assert!(write(&mut written, Some(&json!({})), None, results(&reports)).is_err());
    }
}
