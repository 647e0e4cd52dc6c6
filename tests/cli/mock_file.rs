//! The additions of Pasos to the answers of a `MockConfigFile.json`.

use super::{folder, json_of, pasos, write};
use serde_json::{Value, json};

/// Runs a definition with one state `A` against one answer, and gives the result.
fn answered(name: &str, state: Value, answer: Value) -> Value {
    let folder = folder(name);
    let mocks = json!({
        "StateMachines": { "M": { "TestCases": { "C": { "A": "R" } } } },
        "MockedResponses": { "R": { "0-9": answer } }
    });
    write(&folder, "definition.json", &json!({ "StartAt": "A", "States": { "A": state } }));
    write(&folder, "mocks.json", &mocks);
    let arguments = [
        &["run", "definition.json", "--input", "input.json", "--output", "json"][..],
        &["--mocks", "mocks.json", "--machine", "M", "--case", "C"],
    ];
    let (_, out, err) = pasos(&folder, &arguments.concat());
    assert_eq!(err, "");
    json_of(&out)
}

fn function() -> Value {
    json!({ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "End": true })
}

fn details<'a>(result: &'a Value, event_type: &str, details: &str) -> &'a Value {
    let mut events = result["events"].as_array().unwrap().iter();
    &events.find(|event| event["type"] == event_type).unwrap()[details]
}

#[test]
fn compute_works_the_answer_out_of_the_request() {
    let result = answered("compute", function(), json!({ "Compute": "{% $states.input.n + 1 %}" }));
    assert_eq!(result["output"], 2);
}

#[test]
fn latency_passes_on_the_virtual_clock() {
    let answer = json!({ "Return": 1, "LatencyMilliseconds": 90_000 });
    let mut state = function();
    assert_eq!(answered("latency", state.clone(), answer.clone())["output"], 1);
    state["TimeoutSeconds"] = 60.into();
    assert_eq!(answered("latency", state, answer)["error"], "States.Timeout");
}

#[test]
fn no_answer_and_by_hand_leave_it_to_the_timeout() {
    for answer in [json!({ "NoAnswer": true }), json!({ "ByHand": true })] {
        let mut state = function();
        state["TimeoutSeconds"] = 60.into();
        let result = answered("no-answer", state, answer);
        assert_eq!((&result["status"], &result["error"]), (&json!("FAILED"), &json!("States.Timeout")));
    }
}

#[test]
fn submitted_is_what_a_job_answers_at_once() {
    let state = json!({
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": { "QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/q", "MessageBody.$": "$$.Task.Token" },
        "End": true
    });
    let result =
        answered("submitted", state, json!({ "Submitted": { "MessageId": "m" }, "Return": { "approved": true } }));
    assert_eq!(result["output"], json!({ "approved": true }));
    let submitted = details(&result, "TaskSubmitted", "taskSubmittedEventDetails")["output"].as_str().unwrap();
    assert_eq!(json_of(submitted)["MessageId"], "m");
}

#[test]
fn answers_of_optimized_integrations_are_completed_with_the_metadata_of_aws() {
    let state = json!({
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "f", "Payload.$": "$" }, "End": true
    });
    let result = answered("metadata", state, json!({ "Return": { "Payload": 1, "StatusCode": 200 } }));
    let output = &result["output"];
    assert_eq!((&output["Payload"], &output["ExecutedVersion"]), (&json!(1), &json!("$LATEST")));
    assert_eq!(output["SdkHttpMetadata"]["HttpStatusCode"], 200);
}
