//! The services that answer where nothing is mocked: shapes, memory, and what is not simulated.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::resource::{Pattern, Resource};
use pasos::expr::Random;
use pasos::mock::services::{
    Call, Memory, NOT_SIMULATED, NestedEnding, NestedRun, respond, start_execution_result, start_execution_submitted,
};
use pasos::mock::{Answer, Files, Outcome};
use pasos::services::Services;
use serde_json::{Value, json};

const CLOCK: i64 = 1_710_678_726_123;

/// An execution's surroundings.
struct World {
    memory: Memory,
    files: Files,
    random: Random,
}

impl World {
    fn new() -> Self {
        Self { memory: Memory::default(), files: Files::default(), random: Random::new(7) }
    }

    /// Calls `service:action`, with `.sync` and the like behind it.
    fn answer(&mut self, resource: &str, request: &Value) -> Answer {
        let resource = Resource::parse(&format!("arn:aws:states:::{resource}"));
        let Resource::Service { service, action, pattern } = &resource else { panic!("{resource:?}") };
        let (files, random) = (&self.files, &mut self.random);
        let mut call = Call {
            service,
            action,
            pattern: *pattern,
            request,
            files,
            services: &Services::bundled(),
            clock: CLOCK,
            random,
        };
        respond(&mut self.memory, &mut call)
    }

    fn result(&mut self, resource: &str, request: Value) -> Value {
        match self.answer(resource, &request).outcome {
            Outcome::Return(value) => value,
            other => panic!("{resource} {request}: {other:?}"),
        }
    }

    fn error(&mut self, resource: &str, request: Value) -> (String, String) {
        match self.answer(resource, &request).outcome {
            Outcome::Throw { error, cause } => (error.unwrap(), cause.unwrap()),
            other => panic!("{resource} {request}: {other:?}"),
        }
    }
}

fn names(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Every integration that is simulated, with a request that it takes.
fn every_integration() -> Vec<(&'static str, Value)> {
    let machine = "arn:aws:states:us-east-1:111111111111:stateMachine:child";
    vec![
        ("lambda:invoke", json!({ "FunctionName": "f", "Payload": { "a": 1 } })),
        ("sqs:sendMessage", json!({ "QueueUrl": "https://sqs/q", "MessageBody": "hello" })),
        ("sns:publish", json!({ "TopicArn": "arn:aws:sns:us-east-1:1:t", "Message": "hello" })),
        ("dynamodb:putItem", json!({ "TableName": "t", "Item": { "id": { "S": "1" } } })),
        ("dynamodb:getItem", json!({ "TableName": "t", "Key": { "id": { "S": "1" } } })),
        ("dynamodb:updateItem", json!({ "TableName": "t", "Key": { "id": { "S": "1" } } })),
        ("dynamodb:deleteItem", json!({ "TableName": "t", "Key": { "id": { "S": "1" } } })),
        ("states:startExecution", json!({ "StateMachineArn": machine })),
        ("states:startExecution.sync", json!({ "StateMachineArn": machine })),
        ("states:startExecution.sync:2", json!({ "StateMachineArn": machine, "Input": { "a": 1 } })),
        ("ecs:runTask", json!({ "Cluster": "c", "TaskDefinition": "d", "LaunchType": "FARGATE" })),
        ("ecs:runTask.sync", json!({ "Cluster": "c", "TaskDefinition": "d", "LaunchType": "FARGATE" })),
        ("batch:submitJob", json!({ "JobName": "j", "JobDefinition": "d", "JobQueue": "q" })),
        ("batch:submitJob.sync", json!({ "JobName": "j", "JobDefinition": "d", "JobQueue": "q" })),
        ("glue:startJobRun", json!({ "JobName": "j" })),
        ("glue:startJobRun.sync", json!({ "JobName": "j" })),
        ("databrew:startJobRun.sync", json!({ "Name": "j" })),
        ("athena:startQueryExecution", json!({ "QueryString": "select 1" })),
        ("athena:startQueryExecution.sync", json!({ "QueryString": "select 1" })),
        ("athena:getQueryExecution", json!({ "QueryExecutionId": "1" })),
        ("athena:getQueryResults", json!({ "QueryExecutionId": "1" })),
        ("codebuild:startBuild", json!({ "ProjectName": "p" })),
        ("codebuild:startBuild.sync", json!({ "ProjectName": "p" })),
        ("sagemaker:createTrainingJob", json!({ "TrainingJobName": "j" })),
        ("sagemaker:createTransformJob.sync", json!({ "TransformJobName": "j" })),
        ("elasticmapreduce:createCluster.sync", json!({ "Name": "c" })),
        ("elasticmapreduce:addStep.sync", json!({ "ClusterId": "j-1", "Step": { "Name": "s" } })),
        ("emr-containers:startJobRun.sync", json!({ "VirtualClusterId": "v" })),
        ("emr-serverless:startJobRun.sync", json!({ "ApplicationId": "a" })),
        ("eks:createCluster.sync", json!({ "Name": "c" })),
        ("bedrock:invokeModel", json!({ "ModelId": "m", "Body": { "prompt": "hello" } })),
        ("mediaconvert:createJob.sync", json!({ "Role": "r", "Settings": {} })),
        ("events:putEvents", json!({ "Entries": [{ "Detail": {}, "DetailType": "d", "Source": "s" }] })),
        ("apigateway:invoke", json!({ "ApiEndpoint": "e", "Method": "GET" })),
        ("http:invoke", json!({ "ApiEndpoint": "e", "Method": "POST", "RequestBody": { "a": 1 } })),
        ("aws-sdk:s3:putObject", json!({ "Bucket": "b", "Key": "k", "Body": "text" })),
        ("aws-sdk:s3:getObject", json!({ "Bucket": "b", "Key": "k" })),
        ("aws-sdk:secretsmanager:getSecretValue", json!({ "SecretId": "s" })),
        ("aws-sdk:ssm:getParameter", json!({ "Name": "/p" })),
        ("aws-sdk:sts:getCallerIdentity", json!({})),
        ("aws-sdk:translate:translateText", json!({ "Text": "hola" })),
    ]
}

#[test]
fn the_first_response_has_its_metadata_where_aws_adds_it() {
    let mut world = World::new();
    for (resource, request) in every_integration() {
        let answer = world.answer(resource, &request);
        let Outcome::Return(result) = &answer.outcome else { panic!("{resource}: {answer:?}") };
        let first = answer.submitted.as_ref().unwrap_or(result);
        let service = resource.split(':').next().unwrap();
        let bare = ["aws-sdk", "apigateway", "http", "events", "bedrock", "eks", "emr-serverless", "mediaconvert"];
        assert_eq!(first.get("SdkHttpMetadata").is_some(), !bare.contains(&service), "{resource}: {first}");
        if let Some(metadata) = first.get("SdkHttpMetadata") {
            assert_eq!(names(metadata), ["AllHttpHeaders", "HttpHeaders", "HttpStatusCode"], "{resource}");
            let id = &first["SdkResponseMetadata"]["RequestId"];
            assert_eq!(&metadata["HttpHeaders"]["x-amzn-RequestId"], id, "{resource}");
            let all = metadata["AllHttpHeaders"].as_object().unwrap();
            for (name, value) in all {
                assert_eq!(value, &json!([metadata["HttpHeaders"][name]]), "{resource} {name}");
            }
        }
        let is_job = resource.contains(".sync");
        assert_eq!(answer.submitted.is_some(), is_job, "{resource}");
        assert!(!is_job || result.get("SdkHttpMetadata").is_none(), "{resource}");
        if !resource.contains("s3:") {
            let mut sorted = names(result);
            sorted.sort_unstable();
            assert_eq!(names(result), sorted, "{resource}: AWS gives the members in order");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_answers() {
    let run = || {
        let mut world = World::new();
        let answers: Vec<Answer> =
            every_integration().iter().map(|(resource, request)| world.answer(resource, request)).collect();
        (answers, world.memory)
    };
    let (answers, memory) = run();
    assert_eq!(run(), (answers, memory.clone()));
    let saved = serde_json::to_string(&memory).unwrap();
    assert_eq!(serde_json::from_str::<Memory>(&saved).unwrap(), memory);
}

#[test]
fn an_unused_memory_is_small() {
    let saved = serde_json::to_string(&Memory::default()).unwrap();
    assert_eq!(saved, r#"{"written":{"buckets":{}}}"#);
    assert_eq!(serde_json::from_str::<Memory>(&saved).unwrap(), Memory::default());
}

#[test]
fn lambda_echoes_and_queues() {
    let mut world = World::new();
    let result = world.result("lambda:invoke", json!({ "FunctionName": "f", "Payload": { "a": [1, 2] } }));
    assert_eq!(result["Payload"], json!({ "a": [1, 2] }));
    assert_eq!(result["StatusCode"], 200);
    assert_eq!(result["SdkHttpMetadata"]["HttpHeaders"]["Content-Length"], "13");
    let result = world.result("lambda:invoke", json!({ "FunctionName": "f", "InvocationType": "Event", "Payload": 1 }));
    assert_eq!(names(&result), ["SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"]);
    assert_eq!((&result["StatusCode"], &result["SdkHttpMetadata"]["HttpStatusCode"]), (&json!(202), &json!(202)));
}

#[test]
fn a_callback_is_simulated_after_the_call() {
    let mut world = World::new();
    let request = json!({ "QueueUrl": "q", "MessageBody": { "token": "t" } });
    let answer = world.answer("sqs:sendMessage.waitForTaskToken", &request);
    assert_eq!(answer.outcome, Outcome::Return(json!({})));
    let submitted = answer.submitted.unwrap();
    let expected = ["MD5OfMessageBody", "MessageId", "SdkHttpMetadata", "SdkResponseMetadata"];
    assert_eq!(names(&submitted), expected);
    // md5 of {"token":"t"}
    assert_eq!(submitted["MD5OfMessageBody"], "316bfcb44027be2866daa4294c5aa546");
}

#[test]
fn messages_have_their_digests_and_numbers() {
    let mut world = World::new();
    let result = world.result("sqs:sendMessage", json!({ "QueueUrl": "https://sqs/q.fifo", "MessageBody": "hello" }));
    assert_eq!(result["MD5OfMessageBody"], "5d41402abc4b2a76b9719d911017c592");
    assert_eq!(result["SequenceNumber"].as_str().unwrap().len(), 20);
    let result = world.result("sns:publish", json!({ "TopicArn": "t.fifo", "MessageGroupId": "g", "Message": "m" }));
    assert_eq!(result["SdkHttpMetadata"]["HttpHeaders"]["Content-Length"], "352");
    let (error, cause) = world.error("sns:publish", json!({ "TopicArn": "t.fifo", "Message": "m" }));
    assert_eq!(error, "SNS.InvalidParameterException");
    assert!(cause.contains("(Service: AmazonSNS; Status Code: 400; Error Code: InvalidParameter; Request ID: "));
    let attributes = json!({ "timestamp": { "DataType": "Number", "StringValue": "1493147359900" } });
    let request = json!({ "QueueUrl": "q", "MessageBody": "m", "MessageAttributes": attributes });
    let result = world.result("sqs:sendMessage", request);
    assert_eq!(result["MD5OfMessageAttributes"], "235c5c510d26fb653d073faed50ae77c");
}

#[test]
fn what_is_no_api_is_not_simulated() {
    let mut world = World::new();
    for call in [
        "aws-sdk:newservice:doIt",
        "aws-sdk:qldb:createLedger",
        "aws-sdk:sqs:brew",
        "aws-sdk:s3:newThing",
        "aws-sdk:s3:selectObjectContent",
        "aws-sdk:sts:assumeRole",
        "aws-sdk:apigatewaymanagementapi:postToConnection",
    ] {
        assert_eq!(world.error(call, json!({})).0, NOT_SIMULATED, "{call}");
    }
    assert_eq!(world.result("aws-sdk:kms:disableKey", json!({ "KeyId": "k" })), json!({}), "it answers nothing");
}

#[test]
fn a_loop_that_asks_for_a_status_ends() {
    let mut world = World::new();
    for (call, request, place, expected) in [
        ("redshiftdata:describeStatement", json!({ "Id": "i" }), "/Status", "FINISHED"),
        ("cloudformation:describeStacks", json!({}), "/Stacks/0/StackStatus", "CREATE_COMPLETE"),
        ("emr:describeCluster", json!({ "ClusterId": "c" }), "/Cluster/Status/State", "WAITING"),
        ("lambda:getProvisionedConcurrencyConfig", json!({ "FunctionName": "f" }), "/Status", "READY"),
        ("rds:describeDBInstances", json!({}), "/DbInstances/0/DbInstanceStatus", "available"),
        ("ecs:describeTasks", json!({ "Tasks": ["t"] }), "/Tasks/0/LastStatus", "RUNNING"),
        ("cloudfront:getDistribution", json!({ "Id": "i" }), "/Distribution/Status", "Deployed"),
        ("athena:getQueryExecution", json!({ "QueryExecutionId": "i" }), "/QueryExecution/Status/State", "SUCCEEDED"),
    ] {
        let answer = world.result(&format!("aws-sdk:{call}"), request);
        assert_eq!(answer.pointer(place), Some(&json!(expected)), "{call}");
    }
}

#[test]
fn results_and_reports_have_something_in_them() {
    let mut world = World::new();
    let results = world.result("athena:getQueryResults", json!({ "QueryExecutionId": "i" }));
    let column = results.pointer("/ResultSet/ResultSetMetadata/ColumnInfo/0/Name");
    assert_eq!(column, results.pointer("/ResultSet/Rows/0/Data/0/VarCharValue"), "the first row names the columns");
    assert_eq!(results.pointer("/ResultSet/Rows/1/Data/0/VarCharValue"), Some(&json!("simulated")));
    let arn = "arn:aws:codebuild:us-east-1:111111111111:report/unit:1";
    let reports = world.result("codebuild:batchGetReports", json!({ "ReportArns": [arn] }));
    let report = &reports["Reports"][0];
    assert_eq!((&report["Arn"], &report["Status"]), (&json!(arn), &json!("SUCCEEDED")));
    assert_eq!(report["ReportGroupArn"], "arn:aws:codebuild:us-east-1:111111111111:report-group/unit");
}

#[test]
fn events_want_an_object_as_detail() {
    let mut world = World::new();
    let entry = |detail: Value| json!({ "Detail": detail, "DetailType": "d", "Source": "s" });
    let good = json!({ "Entries": [entry(json!({})), entry(json!("{\"a\": 1}"))] });
    let result = world.result("events:putEvents", good);
    assert_eq!((result["Entries"].as_array().unwrap().len(), &result["FailedEntryCount"]), (2, &json!(0)));
    let (error, cause) = world.error("events:putEvents", json!({ "Entries": [entry(json!("\"jsonstring\""))] }));
    assert_eq!(error, "EventBridge.FailedEntry");
    let failed = json!({ "ErrorCode": "MalformedDetail", "ErrorMessage": "Detail is malformed." });
    assert_eq!(serde_json::from_str::<Value>(&cause).unwrap(), json!({ "Entries": [failed], "FailedEntryCount": 1 }));
}

#[test]
fn a_nested_execution_is_described_when_it_ends() {
    let machine = "arn:aws:states:us-east-1:111111111111:stateMachine:child";
    let request = json!({ "StateMachineArn": format!("{machine}:live"), "Name": "run" });
    let submitted = start_execution_submitted(&request, &mut Random::new(1), CLOCK);
    let execution_arn = "arn:aws:states:us-east-1:111111111111:execution:child:run";
    assert_eq!(submitted, json!({ "ExecutionArn": execution_arn, "StartDate": CLOCK }));
    let (input, output) = (json!({ "k": 1 }), json!({ "Arg1": "argument1" }));
    let run = |ending| NestedRun {
        execution_arn,
        state_machine_arn: machine,
        started: CLOCK,
        stopped: CLOCK + 5,
        input: &input,
        ending,
    };
    let succeeded = run(NestedEnding::Succeeded(&output));
    let description = |input: Value, output: Value| {
        json!({
            "ExecutionArn": execution_arn,
            "Input": input,
            "InputDetails": { "Included": true },
            "Name": "run",
            "Output": output,
            "OutputDetails": { "Included": true },
            "StartDate": CLOCK,
            "StateMachineArn": machine,
            "Status": "SUCCEEDED",
            "StopDate": CLOCK + 5
        })
    };
    let text = description(json!("{\"k\":1}"), json!("{\"Arg1\":\"argument1\"}"));
    assert_eq!(start_execution_result(&succeeded, Pattern::Sync), Outcome::Return(text));
    let data = description(input.clone(), output.clone());
    assert_eq!(start_execution_result(&succeeded, Pattern::Sync2), Outcome::Return(data));

    let failed = run(NestedEnding::Failed { status: "FAILED", error: Some("Boom"), cause: None });
    let cause = format!(
        "{{\"Error\":\"Boom\",\"ExecutionArn\":\"{execution_arn}\",\"Input\":\"{{\\\"k\\\":1}}\",\
         \"InputDetails\":{{\"Included\":true}},\"Name\":\"run\",\"RedriveCount\":0,\"RedriveStatus\":\"REDRIVABLE\",\
         \"StartDate\":{CLOCK},\"StateMachineArn\":\"{machine}\",\"Status\":\"FAILED\",\"StopDate\":{}}}",
        CLOCK + 5
    );
    let thrown = Outcome::Throw { error: Some("States.TaskFailed".to_owned()), cause: Some(cause) };
    assert_eq!(start_execution_result(&failed, Pattern::Sync2), thrown);
}

#[test]
fn a_machine_that_is_not_known_gives_its_input_back() {
    let mut world = World::new();
    let request = json!({ "StateMachineArn": "arn:aws:states:r:1:stateMachine:m", "Input": { "a": 1 }, "Name": "n" });
    let result = world.result("states:startExecution.sync:2", request.clone());
    assert_eq!((&result["Input"], &result["Output"]), (&json!({ "a": 1 }), &json!({ "a": 1 })));
    let result = world.result("states:startExecution.sync", request.clone());
    assert_eq!(result["Output"], "{\"a\":1}");
    let result = world.result("states:startExecution", request);
    assert_eq!(names(&result), ["ExecutionArn", "SdkHttpMetadata", "SdkResponseMetadata", "StartDate"]);
}

#[test]
fn a_task_of_ecs_runs_to_its_end() {
    let mut world = World::new();
    let network = json!({ "AwsvpcConfiguration": { "Subnets": ["subnet-1"] } });
    let overrides = json!({ "ContainerOverrides": [{ "Name": "app", "Command": ["go"] }] });
    let request = json!({
        "Cluster": "arn:aws:ecs:us-east-1:1:cluster/c",
        "TaskDefinition": "family",
        "LaunchType": "FARGATE",
        "NetworkConfiguration": network,
        "Overrides": overrides
    });
    let answer = world.answer("ecs:runTask.sync", &request);
    let submitted = answer.submitted.unwrap();
    assert_eq!(names(&submitted), ["Failures", "SdkHttpMetadata", "SdkResponseMetadata", "Tasks"]);
    let task = &submitted["Tasks"][0];
    assert_eq!(task["LastStatus"], "PROVISIONING");
    assert_eq!(task["Attachments"][0]["Details"], json!([{ "Name": "subnetId", "Value": "subnet-1" }]));
    assert_eq!(task["TaskDefinitionArn"], "arn:aws:ecs:us-east-1:111111111111:task-definition/family:1");
    let Outcome::Return(stopped) = answer.outcome else { panic!() };
    assert_eq!(stopped["TaskArn"], task["TaskArn"]);
    assert_eq!(stopped["Containers"][0]["Name"], "app");
    assert_eq!(stopped["Containers"][0]["ExitCode"], 0);
    assert_eq!(stopped["Overrides"]["ContainerOverrides"][0]["Command"], json!(["go"]));
    assert!(stopped["StoppedAt"].as_i64() > stopped["StartedAt"].as_i64());
}

#[test]
fn an_api_echoes_what_it_gets() {
    let mut world = World::new();
    let result = world.result("apigateway:invoke", json!({ "Method": "POST", "RequestBody": { "a": 1 } }));
    assert_eq!(names(&result), ["Headers", "ResponseBody", "StatusCode", "StatusText"]);
    assert_eq!(result["ResponseBody"], json!({ "a": 1 }));
    assert_eq!(result["Headers"]["Content-Length"], json!(["7"]));
    assert_eq!(world.result("http:invoke", json!({ "Method": "GET" }))["ResponseBody"], json!({}));
}

#[test]
fn what_is_not_simulated_says_so() {
    let mut world = World::new();
    let cases = [
        ("eks:call", json!({ "ClusterName": "c" })),
        ("lambda:invoke.sync", json!({})),
        ("sqs:receiveMessage", json!({})),
        ("nosuchservice:act", json!({})),
    ];
    for (resource, request) in cases {
        let (error, cause) = world.error(resource, request);
        assert_eq!(error, NOT_SIMULATED, "{resource}");
        assert!(cause.contains("mock this state"), "{resource}: {cause}");
    }
}

#[test]
fn what_a_service_could_do_and_is_not_simulated_has_its_shape() {
    let mut world = World::new();
    let item = json!({ "TableName": "t", "Item": { "id": { "S": "1" } }, "Expected": {} });
    let put = world.result("dynamodb:putItem", item);
    assert!(put.get("SdkHttpMetadata").is_some(), "{put}");
    let part = world.result("aws-sdk:s3:getObject", json!({ "Bucket": "b", "Key": "k", "Range": "bytes=0-1" }));
    assert!(part["Body"].is_string() && part["ContentRange"].is_string(), "{part}");
    let page = json!({ "TableName": "t", "KeyConditions": {} });
    assert!(world.result("aws-sdk:dynamodb:query", page)["Items"].is_array());
}

mod s3 {
    use super::*;

    fn world() -> World {
        let mut world = World::new();
        for (key, content) in [("a.txt", "one"), ("folder/b.txt", "two"), ("folder/c.txt", "three")] {
            world.files.put("bucket", key, content.as_bytes());
        }
        world
    }

    fn keys(world: &mut World, request: Value) -> Vec<String> {
        let listed = world.result("aws-sdk:s3:listObjectsV2", request);
        let contents = listed.get("Contents").and_then(Value::as_array).cloned().unwrap_or_default();
        contents.iter().map(|object| object["Key"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn an_object_has_the_shape_of_aws() {
        let result = world().result("aws-sdk:s3:getObject", json!({ "Bucket": "bucket", "Key": "a.txt" }));
        let expected = json!({
            "AcceptRanges": "bytes",
            "ContentLength": 3,
            "ContentType": "binary/octet-stream",
            "ETag": "\"f97c5d29941bfb1b2fdab0874906ab82\"",
            "LastModified": "2024-03-17T12:32:06Z",
            "Metadata": {},
            "ServerSideEncryption": "AES256",
            "Body": "one"
        });
        assert_eq!(result, expected);
        assert_eq!(names(&result), names(&expected));
    }

    #[test]
    fn what_is_put_lies_over_the_attached_files() {
        let mut world = world();
        let put = json!({ "Bucket": "bucket", "Key": "a.txt", "Body": { "n": 1 }, "ContentType": "application/json" });
        let result = world.result("aws-sdk:s3:putObject", put);
        assert_eq!(names(&result), ["ETag", "ServerSideEncryption"]);
        let got = world.result("s3:getObject", json!({ "Bucket": "bucket", "Key": "a.txt" }));
        assert_eq!((&got["Body"], &got["ContentType"]), (&json!("{\"n\":1}"), &json!("application/json")));
        assert_eq!(got["ETag"], result["ETag"]);
        world.result("aws-sdk:s3:deleteObject", json!({ "Bucket": "bucket", "Key": "folder/b.txt" }));
        assert_eq!(keys(&mut world, json!({ "Bucket": "bucket" })), ["a.txt", "folder/c.txt"]);
        let copy = json!({ "Bucket": "other", "Key": "copy", "CopySource": "bucket/folder/c%2Etxt" });
        let copied = world.result("aws-sdk:s3:copyObject", copy);
        assert_eq!(names(&copied["CopyObjectResult"]), ["ETag", "LastModified"]);
        let head = world.result("aws-sdk:s3:headObject", json!({ "Bucket": "other", "Key": "copy" }));
        assert_eq!((&head["ContentLength"], head.get("Body")), (&json!(5), None));
        let copy = json!({
            "DestinationBucket": "other", "DestinationKey": "twin",
            "SourceBucket": "bucket", "SourceKey": "folder/c.txt"
        });
        world.result("aws-sdk:s3:copyObject", copy);
        assert_eq!(keys(&mut world, json!({ "Bucket": "other" })), ["copy", "twin"]);
        let put = json!({ "Bucket": "bucket", "Key": "folder/b.txt", "Body": "again" });
        world.result("aws-sdk:s3:putObject", put);
        assert_eq!(keys(&mut world, json!({ "Bucket": "bucket", "Prefix": "folder/" })).len(), 2);
        assert_eq!(world.files.get("bucket", "a.txt"), Some(&b"one"[..]), "the attached files stay");
    }

    #[test]
    fn what_is_said_of_an_object_comes_back_with_it() {
        let mut world = world();
        let put = json!({
            "Bucket": "bucket", "Key": "k", "Body": "x", "ContentType": "text/plain", "CacheControl": "no-store",
            "ServerSideEncryption": "aws:kms", "SsekmsKeyId": "key", "StorageClass": "STANDARD_IA",
            "Acl": "private", "Tagging": "a=b", "ExpectedBucketOwner": "111111111111", "ChecksumAlgorithm": "SHA256"
        });
        let answer = world.result("aws-sdk:s3:putObject", put);
        assert_eq!((&answer["ServerSideEncryption"], &answer["SsekmsKeyId"]), (&json!("aws:kms"), &json!("key")));
        let get = json!({ "Bucket": "bucket", "Key": "k", "VersionId": "v", "ResponseContentType": "text/html" });
        let got = world.result("aws-sdk:s3:getObject", get);
        assert_eq!((&got["CacheControl"], &got["StorageClass"]), (&json!("no-store"), &json!("STANDARD_IA")));
        assert_eq!((&got["VersionId"], &got["ContentType"]), (&json!("v"), &json!("text/html")));
        let copy = json!({ "Bucket": "bucket", "Key": "copy", "CopySource": "bucket/k", "Acl": "private" });
        assert_eq!(world.result("aws-sdk:s3:copyObject", copy)["ServerSideEncryption"], "AES256");
        let head = world.result("aws-sdk:s3:headObject", json!({ "Bucket": "bucket", "Key": "copy" }));
        assert_eq!((&head["CacheControl"], head.get("StorageClass")), (&json!("no-store"), None));
        let copy = json!({
            "Bucket": "bucket", "Key": "copy", "CopySource": "bucket/k", "MetadataDirective": "REPLACE",
            "ContentType": "text/csv"
        });
        world.result("aws-sdk:s3:copyObject", copy);
        let head = world.result("aws-sdk:s3:headObject", json!({ "Bucket": "bucket", "Key": "copy" }));
        assert_eq!((&head["ContentType"], head.get("CacheControl")), (&json!("text/csv"), None));
        let delete = json!({ "Bucket": "bucket", "Key": "copy", "VersionId": "v" });
        assert_eq!(world.result("aws-sdk:s3:deleteObject", delete), json!({ "VersionId": "v" }));
        let objects = json!([{ "Key": "k", "VersionId": "v" }, { "Key": "a.txt" }]);
        let delete = json!({ "Bucket": "bucket", "Delete": { "Objects": objects }, "RequestPayer": "requester" });
        let deleted = json!([{ "Key": "k", "VersionId": "v" }, { "Key": "a.txt" }]);
        assert_eq!(world.result("aws-sdk:s3:deleteObjects", delete), json!({ "Deleted": deleted }));
    }

    #[test]
    fn a_missing_object_is_an_error() {
        let (error, cause) = world().error("aws-sdk:s3:getObject", json!({ "Bucket": "bucket", "Key": "none" }));
        assert_eq!(error, "S3.NoSuchKeyException");
        assert!(cause.starts_with("The specified key does not exist. (Service: S3, Status Code: 404, Request ID: "));
    }

    #[test]
    fn a_listing_comes_in_pages_and_groups() {
        let mut world = world();
        let listed = world.result("aws-sdk:s3:listObjectsV2", json!({ "Bucket": "bucket", "Delimiter": "/" }));
        assert_eq!(listed["CommonPrefixes"], json!([{ "Prefix": "folder/" }]));
        assert_eq!((&listed["KeyCount"], &listed["IsTruncated"]), (&json!(2), &json!(false)));
        let mut seen = Vec::new();
        let mut request = json!({ "Bucket": "bucket", "MaxKeys": 1 });
        loop {
            let page = world.result("aws-sdk:s3:listObjectsV2", request.clone());
            seen.push(page["Contents"][0]["Key"].clone());
            let Some(token) = page.get("NextContinuationToken") else { break };
            request["ContinuationToken"] = token.clone();
        }
        assert_eq!(seen, ["a.txt", "folder/b.txt", "folder/c.txt"]);
        let grouped = json!({ "Bucket": "bucket", "Prefix": "f", "Delimiter": "/", "MaxKeys": 1 });
        let listed = world.result("aws-sdk:s3:listObjectsV2", grouped);
        assert_eq!((&listed["KeyCount"], &listed["IsTruncated"]), (&json!(1), &json!(false)));
    }
}

mod dynamodb {
    use super::*;

    const GET: &str = "dynamodb:getItem";
    const PUT: &str = "dynamodb:putItem";
    const UPDATE: &str = "dynamodb:updateItem";

    fn key(id: &str) -> Value {
        json!({ "id": { "S": id } })
    }

    fn world(item: Value) -> World {
        let mut world = World::new();
        world.result(PUT, json!({ "TableName": "t", "Item": item }));
        world
    }

    fn item(world: &mut World, id: &str) -> Value {
        world.result(GET, json!({ "TableName": "t", "Key": key(id) })).get("Item").cloned().unwrap_or_default()
    }

    /// Updates item `1`; gives the attributes in the response.
    fn update(world: &mut World, expression: &str, values: Value, returned: &str) -> Value {
        let mut request = json!({
            "TableName": "t",
            "Key": key("1"),
            "UpdateExpression": expression,
            "ReturnValues": returned
        });
        if values != json!({}) {
            request["ExpressionAttributeValues"] = values;
        }
        world.result(UPDATE, request).get("Attributes").cloned().unwrap_or_default()
    }

    /// Whether a condition holds for item `1`.
    fn holds(world: &mut World, condition: &str, names: Value, values: Value) -> bool {
        let mut request = json!({ "TableName": "t", "Key": key("1"), "ConditionExpression": condition });
        for (name, given) in [("ExpressionAttributeNames", names), ("ExpressionAttributeValues", values)] {
            if given != json!({}) {
                request[name] = given;
            }
        }
        match world.answer(UPDATE, &request).outcome {
            Outcome::Return(_) => true,
            Outcome::Throw { error, cause } => {
                assert_eq!(
                    error.as_deref(),
                    Some("DynamoDB.ConditionalCheckFailedException"),
                    "{condition}: {cause:?}"
                );
                false
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_put_is_got() {
        let mut world = world(json!({ "data": { "S": "string-literal" }, "id": { "S": "id1" } }));
        let result = world.result(GET, json!({ "TableName": "t", "Key": key("id1") }));
        assert_eq!(names(&result), ["Item", "SdkHttpMetadata", "SdkResponseMetadata"]);
        assert_eq!(result["SdkHttpMetadata"]["HttpHeaders"]["Content-Length"], "57");
        assert_eq!(item(&mut world, "none"), Value::Null);
        let other = json!({ "TableName": "t", "Key": { "other": { "S": "x" } } });
        let (error, cause) = world.error(GET, other);
        assert_eq!(error, "DynamoDB.AmazonDynamoDBException");
        assert!(cause.starts_with("The provided key element does not match the schema (Service: AmazonDynamoDBv2;"));
    }

    #[test]
    fn a_put_replaces_the_item_of_the_same_key() {
        let mut world = world(json!({ "id": { "S": "1" }, "n": { "N": "1" } }));
        let put =
            json!({ "TableName": "t", "Item": { "id": { "S": "1" }, "m": { "N": 2 } }, "ReturnValues": "ALL_OLD" });
        assert_eq!(world.result(PUT, put)["Attributes"]["n"], json!({ "N": "1" }));
        assert_eq!(item(&mut world, "1"), json!({ "id": { "S": "1" }, "m": { "N": "2" } }));
        let delete = json!({ "TableName": "t", "Key": key("1"), "ReturnValues": "ALL_OLD" });
        assert_eq!(world.result("dynamodb:deleteItem", delete)["Attributes"]["m"], json!({ "N": "2" }));
        assert_eq!(item(&mut world, "1"), Value::Null);
    }

    #[test]
    fn keys_are_learned_or_guessed() {
        let mut world = World::new();
        for (pk, sk) in [("a", "1"), ("a", "2"), ("a", "1")] {
            world.result(PUT, json!({ "TableName": "t", "Item": { "pk": { "S": pk }, "sk": { "S": sk } } }));
        }
        assert_eq!(world.result("aws-sdk:dynamodb:scan", json!({ "TableName": "t" }))["Count"], 2);
        let request = json!({ "TableName": "u", "Key": { "name": { "S": "n" } } });
        world.result(GET, request);
        for order in ["1", "2"] {
            let item = json!({ "id": { "S": "same" }, "name": { "S": order } });
            world.result(PUT, json!({ "TableName": "u", "Item": item }));
        }
        assert_eq!(world.result("aws-sdk:dynamodb:scan", json!({ "TableName": "u" }))["Count"], 2);
        let (error, _) = world.error(PUT, json!({ "TableName": "u", "Item": { "id": { "S": "x" } } }));
        assert_eq!(error, "DynamoDB.AmazonDynamoDBException");
    }

    #[test]
    fn an_update_sets_and_counts() {
        let mut world = world(json!({ "id": { "S": "1" }, "n": { "N": "0.1" }, "seq": { "L": [{ "S": "a" }] } }));
        let values = json!({ ":one": { "N": "0.2" }, ":zero": { "N": "0" }, ":more": { "L": [{ "S": "b" }] } });
        let expression = "SET n = n + :one, fresh = if_not_exists(fresh, :zero) - :one, \
                          #l = list_append(if_not_exists(#l, :more), :more)";
        let request = json!({
            "TableName": "t",
            "Key": key("1"),
            "UpdateExpression": expression,
            "ExpressionAttributeNames": { "#l": "seq" },
            "ExpressionAttributeValues": values,
            "ReturnValues": "UPDATED_NEW"
        });
        let expected = json!({
            "n": { "N": "0.3" },
            "seq": { "L": [{ "S": "a" }, { "S": "b" }] },
            "fresh": { "N": "-0.2" }
        });
        assert_eq!(world.result(UPDATE, request)["Attributes"], expected);
    }

    #[test]
    fn an_update_makes_the_item_that_is_not_there() {
        let mut world = World::new();
        let new = update(&mut world, "ADD visits :one", json!({ ":one": { "N": "1" } }), "ALL_NEW");
        assert_eq!(new, json!({ "id": { "S": "1" }, "visits": { "N": "1" } }));
        let old = update(&mut world, "ADD visits :one", json!({ ":one": { "N": "1" } }), "UPDATED_OLD");
        assert_eq!(old, json!({ "visits": { "N": "1" } }));
        assert_eq!(item(&mut world, "1")["visits"], json!({ "N": "2" }));
    }

    #[test]
    fn an_update_removes_and_changes_sets_and_documents() {
        let document =
            json!({ "M": { "seq": { "L": [{ "N": "0" }, { "N": "1" }, { "N": "2" }] }, "a": { "S": "x" } } });
        let mut world =
            world(json!({ "id": { "S": "1" }, "doc": document, "tags": { "SS": ["a", "b"] }, "gone": { "S": "" } }));
        let values = json!({ ":a": { "SS": ["a"] }, ":y": { "S": "y" } });
        let expression = "SET doc.a = :y REMOVE doc.seq[0], doc.seq[2], gone DELETE tags :a";
        let new = update(&mut world, expression, values, "ALL_NEW");
        let expected = json!({
            "id": { "S": "1" },
            "doc": { "M": { "seq": { "L": [{ "N": "1" }] }, "a": { "S": "y" } } },
            "tags": { "SS": ["b"] }
        });
        assert_eq!(new, expected);
        let new = update(&mut world, "ADD tags :t", json!({ ":t": { "SS": ["b", "c"] } }), "UPDATED_NEW");
        assert_eq!(new, json!({ "tags": { "SS": ["b", "c"] } }));
        let new = update(&mut world, "DELETE tags :t", json!({ ":t": { "SS": ["b", "c"] } }), "ALL_NEW");
        assert_eq!(new.get("tags"), None, "an empty set is no attribute");
    }

    #[test]
    fn an_update_that_cannot_be_is_refused() {
        let mut world = world(json!({ "id": { "S": "1" }, "word": { "S": "x" } }));
        let one = json!({ ":one": { "N": "1" } });
        let cases = [
            ("SET absent = nowhere", json!({}), "refers to an attribute that does not exist in the item"),
            ("SET n = word + :one", one.clone(), "An operand in the update expression has an incorrect data type"),
            (
                "SET a.b = :one",
                one.clone(),
                "The document path provided in the update expression is invalid for update",
            ),
            ("SET id = :one", one.clone(), "Cannot update attribute id. This attribute is part of the key"),
            ("SET n = :two", one.clone(), "An expression attribute value used in expression is not defined"),
            ("SET #n = :one", one.clone(), "attribute name: #n"),
            ("SET n = word", one.clone(), "unused in expressions: keys: {:one}"),
            ("SET n : one", json!({}), "Invalid UpdateExpression: Syntax error; token: \":\""),
            ("SET n = :one, n = :one", one.clone(), "Two document paths overlap with each other"),
            ("SET n = :one SET m = :one", one.clone(), "section can only be used once"),
            ("SET status = :one", one.clone(), "Attribute name is a reserved keyword; reserved keyword: status"),
            ("SET n = ", json!({}), "token: \"<EOF>\""),
            ("", json!({}), "The expression can not be empty;"),
            ("SET n = odd(:one)", one, "Invalid function name; function: odd"),
        ];
        for (expression, values, message) in cases {
            let mut request = json!({ "TableName": "t", "Key": key("1"), "UpdateExpression": expression });
            if values != json!({}) {
                request["ExpressionAttributeValues"] = values;
            }
            let (error, cause) = world.error(UPDATE, request);
            assert_eq!(error, "DynamoDB.AmazonDynamoDBException", "{expression}");
            assert!(cause.contains(message), "{expression}: {cause}");
        }
        assert_eq!(item(&mut world, "1"), json!({ "id": { "S": "1" }, "word": { "S": "x" } }));
    }

    #[test]
    fn types_are_spelled_as_the_sdk_does_it() {
        let mut world = World::new();
        let item = json!({
            "id": { "S": "1" },
            "none": { "Nul": true },
            "deep": { "M": { "yes": { "Bool": true }, "all": { "L": [{ "NULL": true }, { "Ss": ["a"] }] } } }
        });
        world.result("aws-sdk:dynamodb:putItem", json!({ "TableName": "t", "Item": item }));
        let key = json!({ "TableName": "t", "Key": { "id": { "S": "1" } } });
        let through_sdk = world.result("aws-sdk:dynamodb:getItem", key.clone());
        let all = json!({ "L": [{ "Nul": true }, { "Ss": ["a"] }] });
        assert_eq!(through_sdk["Item"]["deep"], json!({ "M": { "yes": { "Bool": true }, "all": all } }));
        assert_eq!(world.result("aws-sdk:dynamodb:scan", json!({ "TableName": "t" }))["Items"][0], through_sdk["Item"]);
        let optimized = world.result("dynamodb:getItem", key);
        assert_eq!(optimized["Item"]["none"], json!({ "NULL": true }));
        assert_eq!(optimized["Item"]["deep"]["M"]["yes"], json!({ "BOOL": true }));
    }

    #[test]
    fn conditions() {
        let mut world = world(json!({
            "id": { "S": "1" },
            "n": { "N": "10" },
            "word": { "S": "hello" },
            "tags": { "SS": ["a", "b"] },
            "seq": { "L": [{ "N": "1" }] },
            "doc": { "M": { "deep": { "BOOL": true } } }
        }));
        let values = |name: &str, value: Value| json!({ name: value });
        let cases = [
            ("attribute_exists(id)", json!({}), true),
            ("attribute_not_exists(id)", json!({}), false),
            ("attribute_exists(doc.deep) AND attribute_not_exists(doc.nowhere)", json!({}), true),
            ("n = :v", values(":v", json!({ "N": "10.0" })), true),
            ("n <> :v", values(":v", json!({ "N": "10" })), false),
            ("n < :v", values(":v", json!({ "N": "9" })), false),
            ("n >= :v", values(":v", json!({ "S": "10" })), false),
            ("n BETWEEN :v AND :v", values(":v", json!({ "N": "10" })), true),
            ("word IN (:v, id)", values(":v", json!({ "S": "hello" })), true),
            ("begins_with(word, :v)", values(":v", json!({ "S": "he" })), true),
            ("contains(word, :v)", values(":v", json!({ "S": "ell" })), true),
            ("contains(tags, :v)", values(":v", json!({ "S": "c" })), false),
            ("contains(seq, :v)", values(":v", json!({ "N": "1" })), true),
            ("size(word) = :v", values(":v", json!({ "N": "5" })), true),
            ("size (tags) > :v", values(":v", json!({ "N": "2" })), false),
            ("attribute_type(doc, :v)", values(":v", json!({ "S": "M" })), true),
            ("NOT (n = :v OR absent = :v)", values(":v", json!({ "N": "3" })), true),
            ("not n = :v and attribute_exists(id)", values(":v", json!({ "N": "3" })), true),
            ("attribute_exists(a) AND attribute_exists(b) OR attribute_exists(id)", json!({}), true),
            ("absent = :v", values(":v", json!({ "N": "3" })), false),
            ("absent <> :v", values(":v", json!({ "N": "3" })), true),
        ];
        for (condition, values, expected) in cases {
            assert_eq!(holds(&mut world, condition, json!({}), values), expected, "{condition}");
        }
        let names = json!({ "#d": "doc", "#e": "deep" });
        assert!(holds(&mut world, "#d.#e = :t", names, json!({ ":t": { "BOOL": true } })));
    }

    #[test]
    fn a_condition_that_does_not_hold_changes_nothing() {
        let mut world = world(json!({ "id": { "S": "1" }, "n": { "N": "1" } }));
        let request = json!({
            "TableName": "t",
            "Item": { "id": { "S": "1" } },
            "ConditionExpression": "attribute_not_exists(id)"
        });
        let (error, cause) = world.error(PUT, request.clone());
        assert_eq!(error, "DynamoDB.ConditionalCheckFailedException");
        let start = "The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400; \
                     Error Code: ConditionalCheckFailedException; Request ID: ";
        assert!(cause.starts_with(start) && cause.ends_with("; Proxy: null)"), "{cause}");
        let (error, cause) = world.error("aws-sdk:dynamodb:putItem", request);
        assert_eq!(error, "DynamoDb.ConditionalCheckFailedException");
        assert!(cause.starts_with("The conditional request failed (Service: DynamoDb, Status Code: 400, Request ID: "));
        assert_eq!(item(&mut world, "1")["n"], json!({ "N": "1" }));
        // The condition comes before what the update would do to the item.
        assert!(!holds(&mut world, "attribute_not_exists(id)", json!({}), json!({})));
    }

    #[test]
    fn a_name_with_a_slash_is_refused() {
        let request = json!({ "TableName": "/t", "Item": { "id": { "S": "1" } } });
        let (error, cause) = World::new().error(PUT, request);
        assert_eq!(error, "DynamoDB.AmazonDynamoDBException");
        let text = "1 validation error detected: Value '/t' at 'tableName' failed to satisfy constraint: \
                    Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ (Service: AmazonDynamoDBv2; \
                    Status Code: 400; Error Code: ValidationException; Request ID: ";
        assert!(cause.starts_with(text), "{cause}");
    }

    #[test]
    fn a_query_is_in_the_order_of_the_sort_key_and_comes_in_pages() {
        let mut world = World::new();
        for (pk, sk) in [("a", "10"), ("a", "9"), ("b", "1"), ("a", "2")] {
            world.result(PUT, json!({ "TableName": "t", "Item": { "pk": { "S": pk }, "sk": { "N": sk } } }));
        }
        let query = json!({
            "TableName": "t",
            "KeyConditionExpression": "pk = :pk AND sk > :from",
            "FilterExpression": "sk <> :nine",
            "ProjectionExpression": "sk",
            "ExpressionAttributeValues": { ":pk": { "S": "a" }, ":from": { "N": "1" }, ":nine": { "N": "9" } }
        });
        let result = world.result("aws-sdk:dynamodb:query", query.clone());
        let items = json!([{ "sk": { "N": "2" } }, { "sk": { "N": "10" } }]);
        assert_eq!(result, json!({ "Count": 2, "Items": items, "ScannedCount": 3 }));

        let mut page = query;
        page["Limit"] = 2.into();
        page["ScanIndexForward"] = false.into();
        let first = world.result("aws-sdk:dynamodb:query", page.clone());
        assert_eq!(first["Items"], json!([{ "sk": { "N": "10" } }]));
        assert_eq!(first["LastEvaluatedKey"], json!({ "pk": { "S": "a" }, "sk": { "N": "9" } }));
        page["ExclusiveStartKey"] = first["LastEvaluatedKey"].clone();
        let second = world.result("aws-sdk:dynamodb:query", page);
        assert_eq!(second["Items"], json!([{ "sk": { "N": "2" } }]));
        assert_eq!(second.get("LastEvaluatedKey"), None);
        let count = json!({ "TableName": "t", "Select": "COUNT" });
        assert_eq!(world.result("aws-sdk:dynamodb:scan", count), json!({ "Count": 4, "ScannedCount": 4 }));
    }

    #[test]
    fn a_batch_puts_and_deletes() {
        let mut world = world(json!({ "id": { "S": "1" } }));
        let writes = json!([
            { "PutRequest": { "Item": { "id": { "S": "2" } } } },
            { "DeleteRequest": { "Key": key("1") } }
        ]);
        let result = world.result("aws-sdk:dynamodb:batchWriteItem", json!({ "RequestItems": { "t": writes } }));
        assert_eq!(result, json!({ "UnprocessedItems": {} }));
        assert_eq!(item(&mut world, "1"), Value::Null);
        assert_eq!(item(&mut world, "2"), json!({ "id": { "S": "2" } }));
    }

    #[test]
    fn projections_pick_parts_of_documents() {
        let list = json!({ "L": [{ "N": "0" }, { "N": "1" }] });
        let mut world = world(json!({ "id": { "S": "1" }, "doc": { "M": { "seq": list, "x": { "S": "x" } } } }));
        let request = json!({ "TableName": "t", "Key": key("1"), "ProjectionExpression": "doc.seq[1], absent" });
        let expected = json!({ "doc": { "M": { "seq": { "L": [{ "N": "1" }] } } } });
        assert_eq!(world.result(GET, request)["Item"], expected);
    }
}
