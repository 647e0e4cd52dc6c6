//! `pasos test-state`.

use super::{folder, json_of, pasos, write};
use serde_json::{Value, json};

fn answer(name: &str, request: &Value, more: &[&str]) -> (i32, Value) {
    let folder = folder(name);
    write(&folder, "request.json", request);
    write(&folder, "result.json", &json!({ "Payload": 7 }));
    let (code, out, _) = pasos(&folder, &[&["test-state", "--request", "request.json"], more].concat());
    (code, json_of(&out))
}

#[test]
fn test_state_answers_as_aws_does() {
    let state = json!({ "Type": "Pass", "Parameters": { "m.$": "$.n" }, "Next": "B" });
    let request = json!({ "definition": state, "input": "{\"n\": 1}", "inspectionLevel": "DEBUG" });
    let (code, answer) = answer("test-state", &request, &[]);
    assert_eq!((code, &answer["status"], &answer["nextState"]), (0, &json!("SUCCEEDED"), &json!("B")));
    assert_eq!(answer["output"], "{\"m\":1}");
    assert_eq!(answer["inspectionData"]["afterParameters"], "{\"m\":1}");
}

#[test]
fn test_state_of_a_state_that_fails_is_an_answer_too() {
    let request = json!({ "definition": { "Type": "Fail", "Error": "E", "Cause": "C" } });
    let (code, answer) = answer("test-state-fails", &request, &[]);
    assert_eq!((code, &answer["status"], &answer["error"]), (0, &json!("FAILED"), &json!("E")));
}

#[test]
fn test_state_prints_a_refusal_and_exits_with_1() {
    let refused = |request: Value| {
        let (code, answer) = answer("test-state-refused", &request, &[]);
        assert!(!answer["message"].as_str().unwrap().is_empty());
        (code, answer["exception"].clone())
    };
    let pass = json!({ "Type": "Pass", "End": true });
    assert_eq!(refused(json!({ "definition": { "Type": "Nonsense" } })), (1, json!("InvalidDefinition")));
    assert_eq!(refused(json!({ "definition": pass, "mock": { "result": "1" } })), (1, json!("ValidationException")));
    assert_eq!(refused(json!({ "definition": pass, "input": "{" })), (1, json!("ValidationException")));
    assert_eq!(refused(json!([])), (1, json!("ParamValidationError")));
}

#[test]
fn test_state_takes_what_the_service_answered() {
    let state = json!({
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
        "ResultSelector": { "payload.$": "$.Payload" }, "End": true
    });
    let (code, answer) = answer("task-result", &json!({ "definition": state }), &["--task-result", "result.json"]);
    assert_eq!((code, &answer["output"]), (0, &json!("{\"payload\":7}")));
}
