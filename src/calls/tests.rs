//! Finding, describing and completing calls, over the whole table.

use super::*;
use crate::asl::Document;
use crate::asl::resource::Pattern;
use crate::services::Services;
use serde_json::{Value, json};

fn found(typed: &str) -> Vec<String> {
    find(&Services::bundled(), typed, 8).calls.into_iter().map(|call| call.id).collect()
}

#[test]
fn actions_are_found_by_a_few_words() {
    for (typed, id) in [
        ("rekognition detect labels", "aws-sdk:rekognition:detectLabels"),
        ("detect labels", "aws-sdk:rekognition:detectLabels"),
        ("s3 get object", "aws-sdk:s3:getObject"),
        ("secrets manager get secret value", "aws-sdk:secretsmanager:getSecretValue"),
        ("step functions list executions", "aws-sdk:sfn:listExecutions"),
        ("sqs send message", "sqs:sendMessage"),
        ("arn:aws:states:::aws-sdk:ec2:describeInstances", "aws-sdk:ec2:describeInstances"),
        ("arn:aws:states:::batch:submitJob.sy", "batch:submitJob"),
        ("ec2:DescribeInstances", "aws-sdk:ec2:describeInstances"),
    ] {
        let found = found(typed);
        assert!(found.first().is_some_and(|first| first == id), "{typed}: {found:?}");
    }
    let detect = found("rekognition detect");
    assert!(detect[..5].iter().all(|id| id.starts_with("aws-sdk:rekognition:detect")), "{detect:?}");
    assert_eq!(found("sts assume role"), [""; 0]);
    assert_eq!(found("arn:aws:sta").first().map(String::as_str), Some("apigateway:invoke"));
}

#[test]
fn what_is_not_loaded_is_told_and_wanted() {
    let services = Services::index_of_bundled();
    let found = find(&services, "sqs delete message", 8);
    assert!(!found.is_whole && found.calls.is_empty());
    assert_eq!(services.take_wanted(), ["actions"]);
    assert_eq!(describe(&services, "arn:aws:states:::sqs:sendMessage").parameters, Described::NotLoaded);
    assert_eq!(services.take_wanted(), ["sqs"]);
    assert_eq!(describe(&Services::default(), "arn:aws:states:::sqs:sendMessage").parameters, Described::NotLoaded);
}

#[test]
fn a_call_is_described_with_its_parameters_and_patterns() {
    let services = Services::bundled();
    let of = |call: &str| describe(&services, &format!("arn:aws:states:::{call}"));
    let description = of("sqs:sendMessage");
    assert_eq!(description.patterns, [Pattern::RequestResponse, Pattern::WaitForTaskToken]);
    let Described::Known { parameters, example } = description.parameters else { panic!("sqs is known") };
    let told: Vec<(&str, bool, &str)> = parameters
        .iter()
        .map(|parameter| (parameter.name.as_str(), parameter.is_required, parameter.shape.as_str()))
        .collect();
    assert_eq!(
        told[..3],
        [("QueueUrl", true, "string"), ("MessageBody", true, "string | JSON"), ("DelaySeconds", false, "integer"),]
    );
    let example: Value = serde_json::from_str(&example).unwrap();
    assert_eq!(example, json!({ "QueueUrl": "https://example.com/queue-url", "MessageBody": "my-message-body" }));
    assert_eq!(of("batch:submitJob").patterns, [Pattern::RequestResponse, Pattern::Sync]);
    let Described::Known { example, .. } = of("http:invoke").parameters else {
        panic!("its parameters are documented")
    };
    let example: Value = serde_json::from_str(&example).unwrap();
    let connection = "arn:aws:events:us-east-1:123456789012:connection/my-connection";
    let authentication = json!({ "ConnectionArn": connection });
    assert_eq!(
        example,
        json!({
            "ApiEndpoint": "https://example.com/api-endpoint", "Method": "GET", "Authentication": authentication
        })
    );
    assert_eq!(of("aws-sdk:s3:getObjects").parameters, Described::Unknown);
    assert_eq!(describe(&services, "${Function}"), Description::default());
}

/// What is proposed at `|`: labels, and what the text becomes with the first of them, `‹›` around what is selected.
fn completed(text: &str) -> (Vec<String>, String) {
    let offset = text.find('|').unwrap();
    let text = text.replacen('|', "", 1);
    let Some(found) = complete(&Document::new(text.as_str()), &Services::bundled(), offset) else {
        return (Vec::new(), String::new());
    };
    let labels = found.list.iter().map(|completion| completion.label.clone()).collect();
    let first = &found.list[0];
    let (from, to) = first.selected;
    let insert = format!("{}‹{}›{}", &first.insert[..from], &first.insert[from..to], &first.insert[to..]);
    (labels, format!("{}{insert}{}", &text[..found.span.start], &text[found.span.end..]))
}

fn task(fields: &str) -> String {
    format!("{{\"StartAt\":\"A\",\"States\":{{\"A\":{{\"Type\":\"Task\",{fields}\n}}}}}}")
}

const GET: &str = r#""Resource":"arn:aws:states:::aws-sdk:s3:getObject","#;

#[test]
fn a_resource_is_completed_with_services_actions_and_patterns() {
    let of = |typed: &str| completed(&task(&format!("\"Resource\":\"{typed}|\", \"End\":true"))).0;
    assert_eq!(of("arn:aws:states:::aws-sdk:rekog")[..2], ["aws-sdk:rekognition:", "aws-sdk:rekognition:listFaces"]);
    assert_eq!(of("sqs:")[0], "sqs:sendMessage");
    assert_eq!(of("rekognition detect lab")[0], "aws-sdk:rekognition:detectLabels");
    assert_eq!(of("arn:aws:states:::batch:submitJob")[..2], ["batch:submitJob", "batch:submitJob.sync"]);
    assert_eq!(of("arn:aws:states:::sqs:sendMessage.wait")[1], "sqs:sendMessage.waitForTaskToken");
    let (_, text) = completed(&task("\"Resource\":\"arn:aws:states:::sqs:sendM|\", \"End\":true"));
    assert!(text.contains("\"Resource\":\"arn:aws:states:::sqs:sendMessage\"‹›, \"End\""), "{text}");
}

#[test]
fn parameters_are_completed_the_required_ones_first() {
    let (labels, text) = completed(&task(&format!("{GET}\"Parameters\":{{ \"|\n}}")));
    assert_eq!(labels[..5], ["Bucket", "Bucket.$", "Key", "Key.$", "IfMatch"]);
    assert!(text.contains("{ \"Bucket\": \"‹my-bucket›\"\n}"), "{text}");
    // What is there is not proposed again, and what follows is set apart.
    let (labels, text) =
        completed(&task(&format!("{GET}\"Parameters\":{{ \"ra|\n\"Bucket\":\"b\", \"Key.$\":\"$.k\" }}")));
    assert_eq!(labels, ["Range", "Range.$"]);
    assert!(text.contains("{ \"Range\": \"‹my-range›\",\n\"Bucket\""), "{text}");
    // Only the name is replaced where there is a value; without quotes there is a place for a name.
    let (_, text) = completed(&task(&format!("{GET}\"Parameters\":{{ \"Buck|\": 1 }}")));
    assert!(text.contains("{ \"Bucket\"‹›: 1 }"), "{text}");
    let (labels, text) = completed(&task(&format!("{GET}\"Parameters\":{{ | }}")));
    assert!(labels[0] == "Bucket" && text.contains("{ \"Bucket\": \"‹my-bucket›\" }"), "{text}");
    let (labels, _) = completed(&task(&format!("\"QueryLanguage\":\"JSONata\",{GET}\"Arguments\":{{ \"|\n}}")));
    assert_eq!(labels[..2], ["Bucket", "Key"]);
    assert_eq!(completed(&task(&format!("{GET}\"Arguments\":{{ \"|\n}}"))).0, [""; 0]);
}

#[test]
fn nested_members_and_values_are_completed() {
    let ecs = r#""Resource":"arn:aws:states:::ecs:runTask","#;
    let nested = format!("{ecs}\"Parameters\":{{\"NetworkConfiguration\":{{\"AwsvpcConfiguration\":{{\"|\n}}}}}}");
    let (labels, text) = completed(&task(&nested));
    assert_eq!(labels[..2], ["Subnets", "Subnets.$"]);
    assert!(text.contains("\"Subnets\": [ \"my-subnet\" ]‹›"), "{text}");
    let (labels, text) = completed(&task(&format!("{ecs}\"Parameters\":{{\"LaunchType\":\"fa|\"}}")));
    assert!(labels == ["FARGATE"] && text.contains("\"LaunchType\":\"FARGATE\"‹›}"), "{text}");
    let (labels, _) = completed(&task(&format!("{ecs}\"Parameters\":{{\"LaunchType\": |}}")));
    assert!(labels.contains(&"EC2".to_owned()), "{labels:?}");
    let (labels, _) = completed(&task(&format!("{ecs}\"Parameters\":{{\"EnableExecuteCommand\": |}}")));
    assert_eq!(labels, ["true", "false"]);
    let tags = format!("{ecs}\"Parameters\":{{\"Tags\":[{{\"Key\":\"a\"}}, {{\"v|\"}}]}}");
    assert_eq!(completed(&task(&tags)).0, ["Value", "Value.$"]);
}

#[test]
fn a_finished_text_is_completed_right_behind_its_quote() {
    let (labels, text) = completed(&task("\"Resource\":\"arn:aws:states:::batch:submitJob\"|, \"End\":true"));
    assert_eq!(labels[..2], ["batch:submitJob", "batch:submitJob.sync"]);
    assert!(text.contains("\"Resource\":\"arn:aws:states:::batch:submitJob\"‹›, \"End\""), "{text}");
    let (labels, text) = completed(&task(&format!("{GET}\"Parameters\":{{ \"Buck\"|: 1 }}")));
    assert_eq!(labels[..2], ["Bucket", "Bucket.$"]);
    assert!(text.contains("{ \"Bucket\"‹›: 1 }"), "{text}");
    let ecs = r#""Resource":"arn:aws:states:::ecs:runTask","#;
    let (labels, text) = completed(&task(&format!("{ecs}\"Parameters\":{{\"LaunchType\":\"EC2\"|}}")));
    assert!(labels == ["EC2"] && text.contains("\"LaunchType\":\"EC2\"‹›}"), "{text}");
    // Behind what follows the text there is nothing to complete.
    assert_eq!(completed(&task(&format!("{ecs}\"Parameters\":{{\"LaunchType\":\"EC2\" |}}"))).0, [""; 0]);
}
