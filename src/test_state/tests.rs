//! Requests and answers, in the forms that AWS gives them.

use super::*;
use serde_json::json;

fn lambda(more: Value) -> Value {
    let mut state = json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true });
    state["Parameters"] = json!({ "FunctionName": "f" });
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    state
}

fn ask(request: Value) -> Value {
    test_state(&request, None).unwrap()
}

fn refused(request: Value) -> String {
    test_state(&request, None).unwrap_err().message
}

#[test]
fn a_task_with_a_mock_tells_its_stages() {
    let state = lambda(json!({
        "Parameters": { "FunctionName": "f", "Payload.$": "$.a" }, "ResultSelector": { "r.$": "$.Payload" }, "ResultPath": "$.b"
    }));
    let answer = ask(json!({
        "definition": state.to_string(), "input": "{\"a\": 1}", "inspectionLevel": "DEBUG",
        "mock": { "result": "{\"Payload\": 2}" }
    }));
    assert_eq!(answer["status"], "SUCCEEDED");
    assert_eq!(answer["output"], "{\"a\":1,\"b\":{\"r\":2}}");
    let data = answer["inspectionData"].as_object().unwrap();
    let names: Vec<&str> = data.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["input", "afterInputPath", "afterParameters", "result", "afterResultSelector", "afterResultPath"]
    );
    assert_eq!(data["afterResultSelector"], "{\"r\":2}");
}

#[test]
fn errors_are_retried_then_caught() {
    let state = lambda(json!({
        "Retry": [{ "ErrorEquals": ["A"] }, { "ErrorEquals": ["E"], "MaxAttempts": 2, "IntervalSeconds": 3 }],
        "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Handler" }]
    }));
    let with = |count: u32| {
        ask(json!({
            "definition": state, "inspectionLevel": "DEBUG", "stateConfiguration": { "retrierRetryCount": count },
            "mock": { "errorOutput": { "error": "E", "cause": "c" } }
        }))
    };
    let first = with(1);
    assert_eq!(first["status"], "RETRIABLE");
    assert_eq!(first["inspectionData"]["errorDetails"], json!({ "retryIndex": 1, "retryBackoffIntervalSeconds": 6 }));
    let second = with(2);
    assert_eq!((second["status"].as_str(), second["nextState"].as_str()), (Some("CAUGHT_ERROR"), Some("Handler")));
    assert_eq!(second["output"], "{\"Error\":\"E\",\"Cause\":\"c\"}");
    assert_eq!(second["inspectionData"]["errorDetails"], json!({ "catchIndex": 0 }));
}

#[test]
fn a_state_of_a_machine_is_tested_by_its_name() {
    let machine = json!({ "StartAt": "A", "QueryLanguage": "JSONata", "States": {
        "A": { "Type": "Pass", "Assign": { "v": "{% $w + 1 %}" }, "Output": "{% $w %}", "Next": "B" },
        "B": { "Type": "Fail", "Error": "E" }
    } });
    let answer = ask(json!({
        "definition": machine, "stateName": "A", "variables": "{\"w\": 4}", "inspectionLevel": "TRACE"
    }));
    assert_eq!((answer["output"].as_str(), answer["nextState"].as_str()), (Some("4"), Some("B")));
    assert_eq!(answer["inspectionData"]["variables"], "{\"w\":4,\"v\":5}");
    let answer = ask(json!({ "definition": machine, "stateName": "B" }));
    assert_eq!(answer, json!({ "error": "E", "status": "FAILED" }));
}

#[test]
fn causes_say_only_what_went_wrong() {
    let cause = |definition: Value| ask(json!({ "definition": definition }))["cause"].as_str().unwrap().to_owned();
    assert_eq!(
        cause(json!({ "Type": "Pass", "Parameters": { "a.$": "$.b" }, "End": true })),
        "The JSONPath '$.b' specified for the field 'a.$' could not be found in the input '{}'"
    );
    assert_eq!(
        cause(json!({ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.b %}", "End": true })),
        "The JSONata expression '$states.input.b' specified for the field 'Output' returned nothing (undefined)."
    );
}

#[test]
fn a_map_ends_as_its_mock_says() {
    let map = json!({
        "Type": "Map", "ItemsPath": "$.list", "ItemSelector": { "v.$": "$$.Map.Item.Value" }, "ToleratedFailureCount": 1,
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } }
        },
        "End": true
    });
    let with = |failed: u32| {
        ask(json!({
            "definition": map, "input": { "list": [7, 8] }, "inspectionLevel": "DEBUG",
            "stateConfiguration": { "mapIterationFailureCount": failed }, "mock": { "result": "[1, 2]" }
        }))
    };
    assert_eq!(with(1)["output"], "[1,2]");
    assert_eq!(with(1)["inspectionData"]["afterItemSelector"], "[{\"v\":7},{\"v\":8}]");
    assert_eq!(with(2)["error"], "States.ExceedToleratedFailureThreshold");
    let too_many = json!({
        "definition": map, "input": { "list": [7, 8] }, "mock": { "result": "[]" },
        "stateConfiguration": { "mapIterationFailureCount": 3 }
    });
    assert!(refused(too_many).starts_with("MapIterationFailureCount must not be greater than the number of items"));
}

#[test]
fn a_map_tells_what_its_pointer_and_its_batcher_make_of_what_is_read() {
    let map = json!({
        "Type": "Map", "Label": "M", "ItemBatcher": { "MaxItemsPerBatch": 2 },
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" },
            "ReaderConfig": { "InputType": "JSON", "ItemsPointer": "/list" }
        },
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } }
        },
        "End": true
    });
    let answer = ask(json!({
        "definition": map, "inspectionLevel": "DEBUG", "mock": { "result": "[]" },
        "stateConfiguration": { "mapItemReaderData": "{\"list\": [1, 2, 3]}" }
    }));
    let data = &answer["inspectionData"];
    assert_eq!(data["afterItemsPointer"], "[1,2,3]");
    assert_eq!(data["afterItemBatcher"], "[{\"Items\":[1,2]},{\"Items\":[3]}]");
}

#[test]
fn each_type_of_state_tells_its_stages() {
    let told = |definition: Value, more: Value| {
        let mut request = json!({ "definition": definition, "input": { "a": 1 }, "inspectionLevel": "TRACE" });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let data = ask(request)["inspectionData"].clone();
        let mut names: Vec<String> = data.as_object().unwrap().keys().cloned().collect();
        names.sort();
        names.join(" ")
    };
    let plain = json!({});
    assert_eq!(
        told(json!({ "Type": "Pass", "End": true }), plain.clone()),
        "afterInputPath afterParameters afterResultPath afterResultSelector input"
    );
    assert_eq!(
        told(json!({ "Type": "Pass", "Result": 1, "End": true }), plain.clone()),
        "afterResultPath afterResultSelector input result"
    );
    assert_eq!(told(json!({ "Type": "Pass", "QueryLanguage": "JSONata", "End": true }), plain.clone()), "input");
    assert_eq!(told(json!({ "Type": "Fail", "Error": "E" }), plain.clone()), "afterInputPath input");
    assert_eq!(told(json!({ "Type": "Succeed" }), plain), "afterInputPath input");
    let branch = json!({ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } });
    assert_eq!(
        told(json!({ "Type": "Parallel", "Branches": [branch], "End": true }), json!({ "mock": { "result": "[1]" } })),
        "afterResultPath afterResultSelector input"
    );
    assert_eq!(
        told(
            json!({ "Type": "Map", "ItemsPath": "$.a", "ItemProcessor": branch, "End": true }),
            json!({ "input": { "a": [] }, "mock": { "result": "[]" } })
        ),
        "afterInputPath afterItemsPath afterResultPath afterResultSelector input maxConcurrency"
    );
    assert_eq!(
        told(lambda(json!({})), json!({ "mock": { "result": "{}" } })),
        "afterInputPath afterParameters afterResultPath afterResultSelector input result"
    );
}

#[test]
fn level_trace_tells_what_an_http_task_sends_and_gets() {
    let call = json!({
        "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
        "Parameters": {
            "ApiEndpoint": "https://example.com/prices", "Method": "POST", "QueryParameters": { "item": "tea" },
            "Authentication": { "ConnectionArn": "arn:aws:events:us-east-1:111122223333:connection/c/1" },
            "Headers": { "accept": "application/json" }, "RequestBody": { "n": 1 }
        }
    });
    let result = json!({
        "StatusCode": 200, "StatusText": "OK", "Headers": { "content-type": ["application/json"] }, "ResponseBody": { "price": 3 }
    });
    let at = |level: &str| {
        let request =
            json!({ "definition": call, "inspectionLevel": level, "roleArn": "arn:aws:iam::111122223333:role/r" });
        test_state(&request, Some(result.clone())).unwrap()["inspectionData"].clone()
    };
    assert_eq!(at("DEBUG").get("request"), None);
    assert_eq!(
        at("TRACE")["request"],
        json!({
            "protocol": "https", "method": "POST", "url": "https://example.com/prices?item=tea",
            "headers": "[accept: application/json]", "body": "{\"n\":1}"
        })
    );
    assert_eq!(
        at("TRACE")["response"],
        json!({
            "protocol": "https", "statusCode": "200", "statusMessage": "OK", "headers": "[content-type: application/json]",
            "body": "{\"price\":3}"
        })
    );
}

#[test]
fn mocks_are_held_against_the_response_of_the_service() {
    let put = json!({ "Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "Parameters": { "Entries": [] }, "End": true });
    let with = |result: &str, mode: &str| {
        test_state(&json!({ "definition": put, "mock": { "result": result, "fieldValidationMode": mode } }), None)
    };
    let wrong = "{\"Entries\": [{\"EventId\": 1}]}";
    assert_eq!(
        with(wrong, "STRICT").unwrap_err().message,
        "Mock result schema validation error: Field 'EventId' must be a string"
    );
    assert!(with(wrong, "NONE").is_ok());
    assert!(with("{\"other\": 1}", "PRESENT").is_ok());
}

#[test]
fn a_strict_mock_has_each_field_that_the_service_always_sends() {
    let start = json!({
        "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": true,
        "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:111122223333:stateMachine:m" }
    });
    let with = |result: &str, mode: &str| {
        test_state(&json!({ "definition": start, "mock": { "result": result, "fieldValidationMode": mode } }), None)
    };
    for result in ["{}", "{\"executionArn\": \"a\", \"StartDate\": \"d\"}"] {
        assert_eq!(
            with(result, "STRICT").unwrap_err().message,
            "Mock result schema validation error: Required field 'ExecutionArn' is missing"
        );
        assert!(with(result, "PRESENT").is_ok());
    }
    let get = json!({ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "End": true });
    assert_eq!(
        refused(json!({ "definition": get, "mock": { "result": "{\"StorageClass\": \"PAPER\"}" } })),
        "Mock result schema validation error: Field 'StorageClass' is not an expected value"
    );
}

#[test]
fn some_states_are_tested_with_a_mock_only() {
    let without = |definition: Value| test_state(&json!({ "definition": definition }), None).unwrap_err();
    let branch = json!({ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } });
    let words = "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]";
    for state in [
        json!({ "Type": "Map", "ItemProcessor": branch, "End": true }),
        json!({ "Type": "Parallel", "Branches": [branch], "End": true }),
    ] {
        let refusal = without(state);
        assert_eq!((refusal.exception, refusal.message.as_str()), ("InvalidDefinition", words));
    }
    for (resource, parameters) in [
        ("arn:aws:states:us-east-1:111122223333:activity:a", json!({})),
        ("arn:aws:states:::batch:submitJob.sync", json!({ "JobName": "n", "JobQueue": "q", "JobDefinition": "d" })),
        ("arn:aws:states:::sqs:sendMessage.waitForTaskToken", json!({ "QueueUrl": "u", "MessageBody": "m" })),
    ] {
        let state = json!({ "Type": "Task", "Resource": resource, "Parameters": parameters, "End": true });
        assert_eq!(without(state.clone()).exception, "InvalidDefinition", "{resource}");
        let error = json!({ "errorOutput": { "error": "E" } });
        assert_eq!(ask(json!({ "definition": state, "mock": error }))["error"], "E", "{resource}");
    }
    let role = without(lambda(json!({})));
    assert_eq!(
        (role.exception, role.message.as_str()),
        ("ValidationException", "RoleArn must be specified when testing a Task state")
    );
    let with_role = json!({ "definition": lambda(json!({})), "roleArn": "arn:aws:iam::111122223333:role/r" });
    assert_eq!(ask(with_role)["status"], "SUCCEEDED");
}

#[test]
fn context_objects_are_refused_field_by_field() {
    let with = |context: Value| {
        refused(json!({ "definition": lambda(json!({})), "mock": { "result": "{}" }, "context": context }))
    };
    for (context, what) in [
        (json!({ "Execution": { "Id": 1 } }), "Execution.Id must be a string"),
        (json!({ "State": { "RetryCount": "1" } }), "State.RetryCount must be a number"),
        (json!({ "StateMachine": [] }), "StateMachine must be an object"),
        (json!({ "Map": {} }), "'Map' field is not supported when mocking a Context object"),
        (json!({ "State": { "Shape": 1 } }), "'State.Shape' field is not supported when mocking a Context object"),
    ] {
        assert_eq!(with(context), format!("Invalid Context object provided: {what}"));
    }
    let empty = json!({ "definition": lambda(json!({})), "mock": { "result": "{}" }, "context": { "State": {} } });
    assert_eq!(ask(empty)["status"], "SUCCEEDED");
    let unmocked = json!({ "definition": { "Type": "Succeed" }, "context": {} });
    assert_eq!(refused(unmocked), "TestState does not support Context when a mock is not specified.");
}

#[test]
fn requests_beyond_the_model_of_the_api_are_refused() {
    let with = |member: &str, value: Value| {
        let mut request = json!({ "definition": { "Type": "Succeed" } });
        request[member] = value;
        test_state(&request, None).map_err(|refusal| (refusal.exception, refusal.message))
    };
    let client = |message: &str| Err(("ParamValidationError", format!("Parameter validation failed:\n{message}")));
    let service = |message: &str| Err(("ValidationException", format!("1 validation error detected: {message}")));
    assert_eq!(
        with("stateName", json!("")),
        client("Invalid length for parameter stateName, value: 0, valid min length: 1")
    );
    assert_eq!(
        with("mock", json!({ "results": "1" })),
        client("Unknown parameter in mock: \"results\", must be one of: result, errorOutput, fieldValidationMode")
    );
    assert_eq!(
        with("stateConfiguration", json!({ "retrierRetryCount": -1 })),
        client("Invalid value for parameter stateConfiguration.retrierRetryCount, value: -1, valid min value: 0")
    );
    assert_eq!(
        with("revealSecrets", json!("yes")),
        client(
            "Invalid type for parameter revealSecrets, value: yes, type: <class 'str'>, valid types: <class 'bool'>"
        )
    );
    assert_eq!(
        with("inspectionLevel", json!("ALL")),
        service(
            "Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]"
        )
    );
    assert_eq!(
        with("stateName", json!("n".repeat(81))),
        service("Value at 'stateName' failed to satisfy constraint: Member must have length less than or equal to 80")
    );
    assert!(with("input_json", json!({})).is_ok(), "a note beside the text");
    assert!(test_state(&json!([]), None).is_err());
}

#[test]
fn refusals() {
    let pass = json!({ "Type": "Pass", "End": true });
    assert_eq!(
        refused(json!({ "definition": pass, "mock": { "result": "{}" } })),
        "State type 'Pass' is not supported when a mock is specified"
    );
    assert_eq!(
        refused(json!({ "definition": lambda(json!({})), "mock": { "result": "no JSON" } })),
        "Mocked result must be valid JSON"
    );
    assert_eq!(
        refused(json!({ "definition": lambda(json!({})), "mock": { "result": "{}" }, "revealSecrets": true })),
        "TestState does not support RevealSecrets when a mock is specified."
    );
    assert!(
        refused(json!({ "definition": lambda(json!({})), "mock": { "errorOutput": { "cause": "c" } } }))
            .contains("[error]")
    );
    let task = json!({ "context": { "Task": { "Token": "t" } } });
    let mut request = json!({ "definition": lambda(json!({})), "mock": { "result": "{}" } });
    request.as_object_mut().unwrap().extend(task.as_object().unwrap().clone());
    assert!(refused(request).starts_with("Invalid Context object provided"));
    let wrong = test_state(&json!({ "definition": { "Type": "Nothing", "End": true } }), None).unwrap_err();
    assert_eq!(wrong.exception, "InvalidDefinition");
}

#[test]
fn the_service_answers_where_nothing_is_mocked() {
    let request = json!({ "definition": lambda(json!({})), "input": {} });
    let answer = test_state(&request, Some(json!({ "Payload": 3 }))).unwrap();
    assert_eq!(answer["output"], "{\"Payload\":3}");
}
