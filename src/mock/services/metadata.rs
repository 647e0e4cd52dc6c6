//! What optimized integrations add to the response of a service: `SdkHttpMetadata` and `SdkResponseMetadata`.
//!
//! Recorded on AWS for Lambda, DynamoDB, SQS, SNS, Step Functions and ECS; Athena, Batch, CodeBuild, DataBrew, Glue, EMR
//! and SageMaker, which are as old, by analogy with ECS. EventBridge, API Gateway and HTTP have none (recorded).

use super::body::{crc32, python_json, wire};
use super::identifier;
use crate::expr::Random;
use serde_json::{Map, Value, json};

/// Completes a response of an optimized integration that lacks its metadata; for `lambda:invoke` also `StatusCode` and
/// `ExecutedVersion`. The members are in the order that AWS has: by name.
///
/// A response that is no object or has its metadata, and one of a service that adds none, stays as it is. `action` is
/// the call's name; with `.sync` or `.waitForTaskToken` behind it, the response is the final one, which has no metadata
/// (recorded): give the bare name for what is submitted. `clock` is in milliseconds since 1970.
pub fn complete(service: &str, action: &str, response: Value, random: &mut Random, clock: i64) -> Value {
    let Some(style) = Style::of(service, action) else { return response };
    let mut members = match response {
        Value::Object(members) if !members.contains_key("SdkHttpMetadata") => members,
        other => return other,
    };
    let mut status = 200;
    if style == Style::Lambda {
        status = members.get("StatusCode").and_then(Value::as_u64).unwrap_or(200);
        if status == 200 && !members.contains_key("ExecutedVersion") {
            members.insert("ExecutedVersion".into(), "$LATEST".into());
        }
        members.insert("StatusCode".into(), status.into());
    }
    let request_id = identifier::request_id(service, random);
    let mut headers = style.headers(status, &members, &request_id, random, clock);
    let all: Map<String, Value> = headers.iter().map(|(name, value)| ((*name).to_owned(), json!([value]))).collect();
    headers.sort_by_key(|(name, _)| name.to_lowercase());
    let single: Map<String, Value> = headers.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    let http = json!({ "AllHttpHeaders": all, "HttpHeaders": single, "HttpStatusCode": status });
    members.insert("SdkHttpMetadata".into(), http);
    members.insert("SdkResponseMetadata".into(), json!({ "RequestId": request_id }));
    members.sort_keys();
    Value::Object(members)
}

/// How a service writes its responses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Lambda,
    DynamoDb,
    /// JSON with names in lower camel case or as they are, of a content type; some keep the connection alive.
    Json {
        content_type: &'static str,
        camel: bool,
        connection: bool,
    },
    Sns,
}

impl Style {
    fn of(service: &str, action: &str) -> Option<Self> {
        let json = |content_type, camel, connection| Self::Json { content_type, camel, connection };
        if action.contains('.') {
            return None;
        }
        Some(match service {
            "lambda" => Self::Lambda,
            "dynamodb" => Self::DynamoDb,
            "sns" => Self::Sns,
            "sqs" => json("application/x-amz-json-1.0", false, true),
            "states" => json("application/x-amz-json-1.0", true, true),
            "ecs" | "codebuild" => json("application/x-amz-json-1.1", true, false),
            "athena" | "elasticmapreduce" | "glue" | "sagemaker" => json("application/x-amz-json-1.1", false, false),
            "batch" | "emr-containers" => json("application/json", true, false),
            "databrew" => json("application/json", false, false),
            _ => return None,
        })
    }

    /// The headers in the order of `AllHttpHeaders`.
    fn headers(
        self,
        status: u64,
        members: &Map<String, Value>,
        request_id: &str,
        random: &mut Random,
        clock: i64,
    ) -> Vec<(&'static str, String)> {
        let body = self.body(members, request_id);
        let length = ("Content-Length", body.len().to_string());
        let date = ("Date", identifier::http_date(clock));
        let id = ("x-amzn-RequestId", request_id.to_owned());
        match self {
            Self::Lambda => {
                let mut headers = vec![
                    ("x-amzn-Remapped-Content-Length", "0".to_owned()),
                    ("Connection", "keep-alive".to_owned()),
                    id,
                    length,
                    date,
                    ("X-Amzn-Trace-Id", identifier::trace(random, clock)),
                ];
                if status == 200 {
                    headers.insert(0, ("X-Amz-Executed-Version", "$LATEST".to_owned()));
                    headers.push(("Content-Type", "application/json".to_owned()));
                }
                headers
            }
            Self::DynamoDb => vec![
                ("Server", "Server".to_owned()),
                ("Connection", "keep-alive".to_owned()),
                id,
                ("x-amz-crc32", crc32(body.as_bytes()).to_string()),
                length,
                date,
                ("Content-Type", "application/x-amz-json-1.0".to_owned()),
            ],
            Self::Json { content_type, connection, .. } => {
                let mut headers = vec![id];
                if connection {
                    headers.push(("connection", "keep-alive".to_owned()));
                }
                headers.extend([length, date, ("Content-Type", content_type.to_owned())]);
                headers
            }
            Self::Sns => {
                vec![id, ("connection", "keep-alive".to_owned()), length, date, ("Content-Type", "text/xml".to_owned())]
            }
        }
    }

    /// What the service itself would have sent.
    fn body(self, members: &Map<String, Value>, request_id: &str) -> String {
        match self {
            Self::Lambda => members.get("Payload").map(python_json).unwrap_or_default(),
            Self::DynamoDb => Value::Object(members.clone()).to_string(),
            Self::Json { camel, .. } => wire(&Value::Object(members.clone()), camel),
            Self::Sns => {
                let element = |name: &str| match members.get(name).and_then(Value::as_str) {
                    Some(text) => format!("    <{name}>{text}</{name}>\n"),
                    None => String::new(),
                };
                format!(
                    "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\n  <PublishResult>\n{}{}  \
                     </PublishResult>\n  <ResponseMetadata>\n    <RequestId>{request_id}</RequestId>\n  \
                     </ResponseMetadata>\n</PublishResponse>\n",
                    element("MessageId"),
                    element("SequenceNumber")
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(service: &str, action: &str, response: Value) -> Value {
        complete(service, action, response, &mut Random::new(1), 1_710_678_726_123)
    }

    fn content_length(value: &Value) -> &str {
        value["SdkHttpMetadata"]["HttpHeaders"]["Content-Length"].as_str().unwrap()
    }

    #[test]
    fn the_content_length_is_that_of_the_body() {
        let id = "3bcb6e8e-8b51-4375-b0bc-1a59812c6e51";
        let sqs = json!({ "MD5OfMessageBody": "d41d8cd98f00b204e9800998ecf8427e", "MessageId": id });
        let arn = "arn:aws:states:us-east-1:123456789012:execution:m:e";
        // The lengths of the first six were recorded.
        let cases = [
            ("dynamodb", json!({}), "2"),
            ("dynamodb", json!({ "Item": { "data": { "S": "string-literal" }, "id": { "S": "id1" } } }), "57"),
            ("sqs", sqs, "106"),
            ("sns", json!({ "MessageId": id }), "294"),
            ("sns", json!({ "MessageId": id, "SequenceNumber": "10000000000000000000" }), "352"),
            ("lambda", json!({ "Payload": { "input_value": "string literal", "input_values": [1, 2, 3] } }), "60"),
            ("states", json!({ "ExecutionArn": arn, "StartDate": 1_710_678_726_123_i64 }), "99"),
        ];
        for (service, response, length) in cases {
            assert_eq!(content_length(&completed(service, "call", response.clone())), length, "{service} {response}");
        }
    }

    #[test]
    fn a_mock_gets_the_members_of_aws_in_the_order_of_aws() {
        let completed = completed("lambda", "invoke", json!({ "StatusCode": 200, "Payload": {} }));
        let names: Vec<&String> = completed.as_object().unwrap().keys().collect();
        assert_eq!(names, ["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"]);
        let headers: Vec<&String> = completed["SdkHttpMetadata"]["HttpHeaders"].as_object().unwrap().keys().collect();
        let sorted = [
            "Connection",
            "Content-Length",
            "Content-Type",
            "Date",
            "X-Amz-Executed-Version",
            "x-amzn-Remapped-Content-Length",
            "x-amzn-RequestId",
            "X-Amzn-Trace-Id",
        ];
        assert_eq!(headers, sorted);
        let id = &completed["SdkResponseMetadata"]["RequestId"];
        assert_eq!(completed["SdkHttpMetadata"]["AllHttpHeaders"]["x-amzn-RequestId"], json!([id]));
    }

    #[test]
    fn leaves_alone_what_has_no_metadata_or_has_it_already() {
        let finished = json!({ "SdkHttpMetadata": { "HttpStatusCode": 500 } });
        let cases = [
            ("sqs", "sendMessage", json!("text")),
            ("sqs", "sendMessage.waitForTaskToken", json!({})),
            ("states", "startExecution.sync:2", json!({})),
            ("lambda", "invoke", finished),
            ("events", "putEvents", json!({ "Entries": [] })),
            ("aws-sdk:dynamodb", "putItem", json!({})),
            ("apigateway", "invoke", json!({})),
        ];
        for (service, action, response) in cases {
            assert_eq!(completed(service, action, response.clone()), response, "{service}:{action}");
        }
    }
}
