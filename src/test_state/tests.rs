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
    assert_eq!(answer["inspectionData"]["variables"], "{\"v\":5}");
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
