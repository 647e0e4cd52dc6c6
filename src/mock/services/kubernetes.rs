//! `eks:call` and `eks:runJob`: the Kubernetes API of a cluster, which has what it is sent (developer guide, "Create and
//! manage Amazon EKS clusters"; Kubernetes API reference).
//!
//! What is created, replaced or changed comes back; a list is empty; what is deleted is gone. Which object a name would read
//! cannot be known.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use serde_json::{Map, Value, json};

/// A request to the API.
pub(super) fn call(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let (method, path) = (call.text("Method"), call.text("Path"));
    let (status, body) = match (method, call.request.get("RequestBody")) {
        ("POST", Some(body)) => (201, with_metadata(read(body), call)),
        ("PUT" | "PATCH", Some(body)) => (200, with_metadata(read(body), call)),
        ("DELETE", _) => (200, deleted(path)),
        ("GET", _) if is_list(path) => (200, list(path)),
        ("HEAD", _) => (200, json!("")),
        _ => return Err(ServiceError::not_simulated(&format!("what a cluster answers to {method} {path}"))),
    };
    let text = if status == 201 { "Created" } else { "OK" };
    Ok(response(body, status, text, call).into())
}

/// A job; with `.sync`, the job that is done, and its logs where they are asked for.
pub(super) fn run_job(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let job = with_metadata(read(&call.value_or("Job", json!({}))), call);
    let mut finished = job.clone();
    let (start, end) = (time(call.clock), time(call.clock + 1000));
    finished["status"] = json!({
        "completionTime": end,
        "conditions": [{ "lastProbeTime": end, "lastTransitionTime": end, "status": "True", "type": "Complete" }],
        "startTime": start,
        "succeeded": 1
    });
    let options = call.request.get("LogOptions");
    if options.and_then(|options| options.get("RetrieveLogs")) == Some(&Value::Bool(true)) {
        let name = job.pointer("/metadata/name").and_then(Value::as_str).unwrap_or("job").to_owned();
        let pod = format!("{name}-{}", identifier::letters(call.random, 5).to_lowercase());
        let containers = job.pointer("/spec/template/spec/containers").and_then(Value::as_array);
        let names = containers.into_iter().flatten().filter_map(|container| container.get("name")?.as_str());
        // What a container writes is its own.
        let logs: Map<String, Value> = names.map(|name| (name.to_owned(), json!({ "log": "simulated" }))).collect();
        finished["logs"] = json!({ "pods": { pod: { "containers": logs } } });
    }
    let started = response(job, 201, "Created", call);
    Reply::job(started, finished)
}

fn response(body: Value, status: u16, text: &str, call: &Call<'_>) -> Value {
    json!({
        "Headers": {
            "Content-Length": [body.to_string().len().to_string()],
            "Content-Type": ["application/json"],
            "Date": [identifier::http_date(call.clock)]
        },
        "ResponseBody": body,
        "StatusCode": status,
        "StatusText": text
    })
}

/// A body is JSON, or JSON text.
fn read(body: &Value) -> Value {
    let read = body.as_str().and_then(|text| serde_json::from_str(text).ok());
    read.unwrap_or_else(|| body.clone())
}

/// An object as the API stores it.
fn with_metadata(mut object: Value, call: &mut Call<'_>) -> Value {
    let Value::Object(members) = &mut object else { return object };
    let metadata = members.entry("metadata").or_insert_with(|| json!({}));
    if let Value::Object(metadata) = metadata {
        let namespace = match call.text("Namespace") {
            "" => in_path(call.text("Path"), "namespaces").unwrap_or("default"),
            given => given,
        };
        metadata.entry("namespace").or_insert_with(|| namespace.into());
        metadata.entry("creationTimestamp").or_insert_with(|| time(call.clock).into());
        metadata.entry("resourceVersion").or_insert_with(|| "1".into());
        metadata.entry("uid").or_insert_with(|| call.random.uuid().into());
    }
    object
}

/// A `Status` of the Kubernetes API.
fn deleted(path: &str) -> Value {
    let mut ends = path.trim_end_matches('/').rsplit('/');
    let (name, kind) = (ends.next().unwrap_or_default(), ends.next().unwrap_or_default());
    json!({
        "apiVersion": "v1",
        "details": { "kind": kind, "name": name },
        "kind": "Status",
        "metadata": {},
        "status": "Success"
    })
}

/// The kinds of which a path can end in the plural: then it lists them.
const LISTED: [(&str, &str); 12] = [
    ("configmaps", "ConfigMap"),
    ("cronjobs", "CronJob"),
    ("daemonsets", "DaemonSet"),
    ("deployments", "Deployment"),
    ("events", "Event"),
    ("jobs", "Job"),
    ("namespaces", "Namespace"),
    ("nodes", "Node"),
    ("pods", "Pod"),
    ("secrets", "Secret"),
    ("services", "Service"),
    ("statefulsets", "StatefulSet"),
];

fn kind_of_list(path: &str) -> Option<&'static str> {
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    LISTED.iter().find(|(plural, _)| *plural == last).map(|(_, kind)| *kind)
}

fn is_list(path: &str) -> bool {
    kind_of_list(path).is_some()
}

fn list(path: &str) -> Value {
    let version = match path.trim_start_matches('/').split('/').collect::<Vec<_>>()[..] {
        ["apis", group, version, ..] => format!("{group}/{version}"),
        _ => "v1".to_owned(),
    };
    let kind = kind_of_list(path).unwrap_or_default();
    json!({ "apiVersion": version, "items": [], "kind": format!("{kind}List"), "metadata": { "resourceVersion": "1" } })
}

/// What stands behind a name in a path.
fn in_path<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let mut parts = path.split('/');
    parts.find(|part| *part == name)?;
    parts.next().filter(|part| !part.is_empty())
}

/// A time as Kubernetes writes it: in seconds.
fn time(clock: i64) -> String {
    let date = identifier::sdk_date(clock);
    date.split('.').next().unwrap_or_default().trim_end_matches('Z').to_owned() + "Z"
}
