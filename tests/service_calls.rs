//! Calls of services, right and wrong, in both query languages: what is right has no error, what AWS refuses has the one
//! that is for it. The calls stand in `tests/service_calls/*.tsv`, one a line: the rule that finds it (`-` for none), the
//! integration, and the parameters.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::Document;
use pasos::check::{Options, Severity, check_with};
use pasos::mock::Mocks;
use pasos::services::{Api, Field, Services, Shape, ShapeId, Standing, is_unsupported, standing};
use pasos::sim::{Environment, Program, StartOptions, Status, start, step};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const CALLS: [&str; 2] = [include_str!("service_calls/right.tsv"), include_str!("service_calls/wrong.tsv")];

/// A machine that makes one call, in JSONPath or JSONata.
fn machine(resource: &str, parameters: Option<&Value>, is_jsonata: bool) -> String {
    let mut task = json!({ "Type": "Task", "Resource": format!("arn:aws:states:::{resource}"), "End": true });
    if resource.contains(".sync") || resource.contains(".waitForTaskToken") {
        task["TimeoutSeconds"] = 60.into();
    }
    if let Some(parameters) = parameters {
        task[if is_jsonata { "Arguments" } else { "Parameters" }] = parameters.clone();
    }
    let language = if is_jsonata { "JSONata" } else { "JSONPath" };
    json!({ "QueryLanguage": language, "StartAt": "Call", "States": { "Call": task } }).to_string()
}

/// The same parameters in JSONata: `"X.$": "$.a"` becomes `"X": "{% $states.input.a %}"`.
fn in_jsonata(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let converted = members.iter().map(|(key, value)| match (key.strip_suffix(".$"), value.as_str()) {
                (Some(name), Some(path)) => (name.to_owned(), format!("{{% $states.input{} %}}", &path[1..]).into()),
                _ => (key.clone(), in_jsonata(value)),
            });
            Value::Object(converted.collect())
        }
        Value::Array(items) => items.iter().map(in_jsonata).collect(),
        other => other.clone(),
    }
}

fn options() -> Options {
    Options { services: Services::bundled(), ..Options::default() }
}

/// The rules that find an error, or something about the service, in a machine.
fn found(text: &str) -> BTreeSet<String> {
    let found = check_with(&Document::new(text), &options()).into_iter();
    let is_about = |rule: &str| ["unlisted-integration", "argument-value"].contains(&rule);
    found.filter(|found| found.severity == Severity::Error || is_about(&found.rule)).map(|found| found.rule).collect()
}

#[test]
fn every_call_is_found_right_or_wrong() {
    let mut services = BTreeSet::new();
    let (mut n_calls, mut failed) = (0, Vec::new());
    for line in CALLS.iter().flat_map(|calls| calls.lines()) {
        let mut parts = line.splitn(3, '\t');
        let (rule, resource) = (parts.next().unwrap(), parts.next().unwrap());
        let parameters: Option<Value> = parts.next().map(|text| serde_json::from_str(text).unwrap());
        services
            .insert(resource.strip_prefix("aws-sdk:").unwrap_or(resource).split(':').next().unwrap().to_lowercase());
        for is_jsonata in [false, true] {
            let converted = parameters.as_ref().map(|value| if is_jsonata { in_jsonata(value) } else { value.clone() });
            let rules = found(&machine(resource, converted.as_ref(), is_jsonata));
            n_calls += 1;
            let is_right = if rule == "-" { rules.is_empty() } else { rules.contains(rule) };
            if !is_right {
                failed.push(format!("{line}: {rules:?}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(n_calls >= 400 && services.len() >= 60, "{n_calls} calls of {} services", services.len());
}

/// A value that a shape takes: with what is required, and the simplest of everything.
fn sample(api: &Api, shape: ShapeId, depth: usize) -> Value {
    match api.service.shape(shape) {
        Shape::Text { least, .. } => "a".repeat((*least).max(1)).into(),
        Shape::Choice(known) => known[0].clone().into(),
        Shape::Integer { least, most } => 1.clamp(*least, *most).into(),
        Shape::Number => 1.5.into(),
        Shape::Boolean => true.into(),
        Shape::Timestamp => "2026-01-01T00:00:00Z".into(),
        Shape::Bytes { .. } | Shape::Stream => "YQ==".into(),
        Shape::Document => json!({ "any": 1 }),
        Shape::List(item) if depth < 8 => json!([sample(api, *item, depth + 1)]),
        Shape::Map(of) if depth < 8 => json!({ "key": sample(api, *of, depth + 1) }),
        Shape::List(_) => json!([]),
        Shape::Map(_) => json!({}),
        Shape::Structure { fields, .. } => structure(api, fields, depth),
    }
}

fn structure(api: &Api, fields: &[Field], depth: usize) -> Value {
    let wanted = fields.iter().filter(|field| field.is_required || depth == 0);
    let members = wanted.map(|field| (field.name.clone(), sample(api, field.shape, depth + 1)));
    Value::Object(members.collect::<Map<_, _>>())
}

/// The path to each scalar of a value.
fn scalars(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| scalars(value, &format!("{path}['{key}']"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| scalars(value, &format!("{path}[{n}]"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

fn output(text: &str) -> (Status, Option<Value>, Option<String>) {
    let program = Program::compile(&Document::new(text)).unwrap();
    let environment = Environment { services: Services::bundled(), ..Environment::from(Mocks::default()) };
    let mut next = start(&program, StartOptions::default()).next;
    while next.status() == Status::Running {
        next = step(&program, next, &environment).next;
    }
    (next.status(), next.output().cloned(), next.cause().map(str::to_owned))
}

#[test]
fn a_sampled_right_call_checks_clean_runs_and_each_scalar_of_its_answer_is_found() {
    let services = Services::bundled();
    let mut calls = Vec::new();
    for name in services.names().filter(|name| standing(name) == Standing::Listed) {
        let model = services.service(name).unwrap();
        let is_called = |action: &&str| !is_unsupported(name, action) && !model.action(action).unwrap().streams_events;
        calls.extend(model.actions().filter(is_called).map(|action| format!("aws-sdk:{name}:{action}")));
    }
    // Every so many, so that the sample goes through all services.
    let distance = calls.len() / 100;
    let mut n_scalars = 0;
    for call in calls.iter().skip(distance / 2).step_by(distance) {
        let api =
            Api::of(&services, &pasos::asl::resource::Resource::parse(&format!("arn:aws:states:::{call}"))).unwrap();
        let parameters = structure(&api, api.parameters(), 0);
        let text = machine(call, Some(&parameters), false);
        assert_eq!(found(&text), BTreeSet::new(), "{text}");
        let (status, answer, cause) = output(&text);
        assert_eq!(status, Status::Succeeded, "{call}: {cause:?}");
        let mut paths = Vec::new();
        scalars(answer.as_ref().unwrap(), "$", &mut paths);
        n_scalars += paths.len();
        let selector: Map<String, Value> =
            paths.iter().enumerate().map(|(n, path)| (format!("v{n}.$"), path.as_str().into())).collect();
        let mut selecting: Value = serde_json::from_str(&text).unwrap();
        selecting["States"]["Call"]["ResultSelector"] = Value::Object(selector);
        let (status, _, cause) = output(&selecting.to_string());
        assert_eq!(status, Status::Succeeded, "{call}: {cause:?}");
    }
    assert!(n_scalars > 200, "{n_scalars} scalars");
}

/// Each call with paths into what AWS answers, which samples of the developer guide read.
#[test]
fn what_describes_a_job_is_found_behind_it() {
    let kubernetes = json!({ "ClusterName": "c", "CertificateAuthority": "x", "Endpoint": "https://e" });
    let with = |more: Value| {
        let mut all = kubernetes.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let job = json!({
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": { "name": "pi" },
        "spec": { "template": { "spec": { "containers": [{ "name": "pi" }] } } }
    });
    let tuning = json!({
        "HyperParameterTuningJobName": "h",
        "HyperParameterTuningJobConfig": { "Strategy": "Bayesian", "ResourceLimits": { "MaxParallelTrainingJobs": 1 } }
    });
    let training = json!({
        "TrainingJobName": "t",
        "RoleArn": "r",
        "OutputDataConfig": { "S3OutputPath": "s3://b" },
        "StoppingCondition": {}
    });
    let calls: Vec<(&str, Value, &[&str])> = vec![
        (
            "eks:createCluster.sync",
            json!({ "Name": "c", "RoleArn": "r", "ResourcesVpcConfig": {} }),
            &["$.Cluster.CertificateAuthority.Data", "$.Cluster.Endpoint"],
        ),
        (
            "eks:runJob.sync",
            with(json!({ "LogOptions": { "RetrieveLogs": true }, "Job": job })),
            &["$.status.succeeded", "$.logs..pi"],
        ),
        (
            "eks:call",
            with(json!({ "Method": "DELETE", "Path": "/apis/batch/v1/namespaces/default/jobs/pi" })),
            &["$.ResponseBody.status"],
        ),
        (
            "elasticmapreduce:createCluster.sync",
            json!({ "Name": "n", "Instances": {} }),
            &["$.ClusterId", "$.Cluster.Ec2InstanceAttributes.Ec2SubnetId", "$.Cluster.Status.Timeline.ReadyDateTime"],
        ),
        ("elasticmapreduce:addStep.sync", json!({ "ClusterId": "j-1", "Step": {} }), &["$.Step.Status.State"]),
        ("emr-containers:startJobRun.sync", json!({ "VirtualClusterId": "v" }), &["$.JobRun.ExecutionRoleArn"]),
        (
            "emr-serverless:startJobRun.sync",
            json!({ "ApplicationId": "a", "ExecutionRoleArn": "r" }),
            &["$.JobRun.TotalResourceUtilization.MemoryGBHour", "$.JobRun.State"],
        ),
        (
            "sagemaker:createTrainingJob.sync",
            training,
            &[
                "$.ModelArtifacts.S3ModelArtifacts",
                "$.FinalMetricDataList[0].Value",
                "$.SecondaryStatusTransitions[0].Status",
            ],
        ),
        (
            "sagemaker:createHyperParameterTuningJob.sync",
            tuning,
            &["$.BestTrainingJob.TrainingJobName", "$.TrainingJobStatusCounters.Completed"],
        ),
        ("glue:startJobRun.sync", json!({ "JobName": "g" }), &["$.DPUSeconds", "$.JobRunState"]),
        ("databrew:startJobRun.sync", json!({ "Name": "d" }), &["$.Outputs[0].Location.Bucket", "$.State"]),
        ("codebuild:startBuild.sync", json!({ "ProjectName": "p" }), &["$.Build.Logs.DeepLink", "$.Build.BuildStatus"]),
        (
            "athena:startQueryExecution.sync",
            json!({ "QueryString": "select 1" }),
            &["$.QueryExecution.Statistics.QueryPlanningTimeInMillis"],
        ),
    ];
    for (call, parameters, paths) in calls {
        let mut text: Value = serde_json::from_str(&machine(call, Some(&parameters), false)).unwrap();
        let selector: Map<String, Value> =
            paths.iter().enumerate().map(|(n, path)| (format!("v{n}.$"), (*path).into())).collect();
        text["States"]["Call"]["ResultSelector"] = Value::Object(selector);
        let (status, output, cause) = output(&text.to_string());
        assert_eq!(status, Status::Succeeded, "{call}: {cause:?}");
        assert!(output.unwrap().as_object().unwrap().values().all(|value| *value != json!([])), "{call}");
    }
}
