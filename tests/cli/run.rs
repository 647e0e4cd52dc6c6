//! `pasos run`.

use super::{folder, json_of, pasos, write};
use serde_json::json;
use std::fs;

#[test]
fn run_prints_the_result_and_the_history() {
    let folder = folder("run");
    let (code, out, _) = pasos(&folder, &["run", "right.json", "--input", "input.json", "--output", "json"]);
    let result = json_of(&out);
    assert_eq!((code, &result["status"], &result["output"]), (0, &json!("SUCCEEDED"), &json!({ "n": 1 })));
    assert_eq!(result["events"][1]["stateEnteredEventDetails"]["input"], r#"{"n":1}"#);
    assert!(result.get("error").is_none());
    let (code, out, err) = pasos(&folder, &["run", "right.json"]);
    assert_eq!((code, &*err), (0, "pasos: no mock, so the service is simulated: A\n"));
    assert!(out.contains("LambdaFunctionScheduled") && out.contains("SUCCEEDED"));
}

#[test]
fn run_takes_mocks_and_tells_a_failure_by_its_exit_code() {
    let folder = folder("mocks");
    let mocks = json!({
        "StateMachines": { "M": { "TestCases": { "Broken": { "A": "R" } } } },
        "MockedResponses": { "R": { "0": { "Throw": { "Error": "E", "Cause": "C" } } } }
    });
    write(&folder, "mocks.json", &mocks);
    let arguments =
        ["run", "right.json", "--output", "json", "--mocks", "mocks.json", "--machine", "M", "--case", "Broken"];
    let (code, out, _) = pasos(&folder, &arguments);
    let result = json_of(&out);
    assert_eq!(
        (code, &result["status"], &result["error"], &result["cause"]),
        (3, &json!("FAILED"), &json!("E"), &json!("C"))
    );
}

#[test]
fn run_of_a_wrong_definition_prints_what_check_prints() {
    let folder = folder("wrong");
    let (code, out, _) = pasos(&folder, &["run", "wrong.json", "--output", "json"]);
    assert_eq!((code, &json_of(&out)["result"]), (1, &json!("FAIL")));
}

#[test]
fn run_reads_items_from_the_files_that_stand_for_s3() {
    let folder = folder("files");
    write(&folder, "s3/shop/orders/today.json", &json!([{ "id": 1 }, { "id": 2 }]));
    let reader = json!({
        "StartAt": "Orders",
        "States": { "Orders": {
            "Type": "Map",
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": { "InputType": "JSON" },
                "Parameters": { "Bucket": "shop", "Key": "orders/today.json" }
            },
            "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "Id",
                "States": { "Id": { "Type": "Pass", "OutputPath": "$.id", "End": true } }
            },
            "End": true
        } }
    });
    write(&folder, "reader.json", &reader);
    let (code, out, _) = pasos(&folder, &["run", "reader.json", "--output", "json", "--files", "s3"]);
    assert_eq!((code, &json_of(&out)["output"]), (0, &json!([1, 2])));
    let (code, out, _) = pasos(&folder, &["run", "reader.json", "--output", "json"]);
    assert_eq!((code, &json_of(&out)["error"]), (3, &json!("States.ItemReaderFailed")));
}

#[test]
fn run_ends_an_express_execution_after_five_minutes() {
    let folder = folder("express");
    let wait = json!({ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 301, "End": true } } });
    write(&folder, "wait.json", &wait);
    let run = |machine_type: &str| {
        let (code, out, _) = pasos(&folder, &["run", "wait.json", "--output", "json", "--type", machine_type]);
        (code, json_of(&out)["status"].clone())
    };
    assert_eq!(run("STANDARD"), (0, json!("SUCCEEDED")));
    assert_eq!(run("EXPRESS"), (3, json!("TIMED_OUT")));
}

#[test]
fn run_stops_an_execution_that_loops_forever() {
    let folder = folder("express-loop");
    let turn = json!({
        "StartAt": "Again",
        "States": {
            "Again": {
                "Type": "Choice", "Default": "Turn",
                "Choices": [{ "Variable": "$.done", "IsPresent": true, "Next": "End" }]
            },
            "Turn": { "Type": "Pass", "Next": "Again" },
            "End": { "Type": "Succeed" }
        }
    });
    write(&folder, "loop.json", &turn);
    let bounded = ["run", "loop.json", "--output", "json", "--type", "EXPRESS", "--max-events", "30000"];
    let (code, out, err) = pasos(&folder, &bounded);
    assert_eq!((code, &json_of(&out)["status"]), (3, &json!("RUNNING")));
    assert!(err.contains("stopped after 30000 events"), "{err}");
    let (code, out, _) = pasos(&folder, &["run", "loop.json", "--output", "json"]);
    assert_eq!((code, &json_of(&out)["status"]), (3, &json!("FAILED")));
}

#[test]
fn run_warns_of_mocks_that_no_state_uses_and_runs_all_the_same() {
    let folder = folder("unknown-mocks");
    let mocks = json!({
        "StateMachines": { "M": { "TestCases": { "C": { "Gone": "R", "Renamed": "R" }, "D": { "A": "R" } } } },
        "MockedResponses": { "R": { "0": { "Return": 1 } } }
    });
    write(&folder, "mocks.json", &mocks);
    let run = |case: &str| {
        let arguments = ["run", "right.json", "--mocks", "mocks.json", "--machine", "M", "--case", case];
        let (code, _, err) = pasos(&folder, &arguments);
        (code, err)
    };
    assert_eq!(run("D"), (0, String::new()));
    let (code, err) = run("C");
    assert_eq!(code, 0);
    assert!(err.contains("there are mocks for Gone, Renamed, but the definition has no such states\n"), "{err}");
}

#[test]
fn run_refuses_mock_files_with_faults() {
    let folder = folder("mock-faults");
    let mocks = json!({
        "StateMachines": { "M": { "TestCases": { "NoResponse": { "A": "Absent" }, "BadResponse": { "A": "Bad" } } } },
        "MockedResponses": { "Bad": { "0": { "Retrun": 1 } } }
    });
    write(&folder, "mocks.json", &mocks);
    for (case, message) in [
        ("Absent", "no test case Absent for the machine M"),
        ("NoResponse", "MockedResponses has no Absent"),
        ("BadResponse", "the answer 0 of Bad has no Return"),
    ] {
        let arguments = ["run", "right.json", "--mocks", "mocks.json", "--machine", "M", "--case", case];
        let (code, out, err) = pasos(&folder, &arguments);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains(message), "{err}");
    }
}

#[test]
fn an_express_execution_has_a_redrive_count_when_its_arn_is_known_beforehand() {
    let folder = folder("express");
    let look = json!({ "Type": "Pass", "Parameters": { "count.$": "$$.Execution.RedriveCount" }, "End": true });
    write(&folder, "look.json", &json!({ "StartAt": "Look", "States": { "Look": look } }));
    let arn = "arn:aws:states:us-east-1:111122223333:express:M:one:two";
    write(&folder, "context.json", &json!({ "Execution": { "Id": arn } }));
    let run = ["run", "look.json", "--type", "EXPRESS", "--output", "json"];
    let (_, out, _) = pasos(&folder, &[&run[..], &["--context", "context.json"]].concat());
    assert_eq!(json_of(&out)["output"], json!({ "count": 0 }));
    // StartSyncExecution tells the ARN at the end.
    let (_, out, _) = pasos(&folder, &run);
    assert_eq!(json_of(&out)["error"], "States.Runtime");
}

#[test]
fn run_refuses_what_its_type_refuses_and_starts_now() {
    let folder = folder("run-type");
    let token = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 9, "End": true,
        "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" }
    } } });
    write(&folder, "token.json", &token);
    let (code, out, _) = pasos(&folder, &["run", "token.json", "--type", "EXPRESS"]);
    assert!(code == 1 && out.contains("express-pattern"), "{out}");
    let started = |arguments: &[&str]| {
        let (_, out, _) = pasos(&folder, &[&["run", "right.json", "--output", "json"], arguments].concat());
        json_of(&out)["events"][0]["timestamp"].as_str().unwrap().to_owned()
    };
    assert!(started(&[]).as_str() > "2026-01-01", "{}", started(&[]));
    assert!(started(&["--start", "2024-02-03T04:05:06Z"]).starts_with("2024-02-03T04:05:06"));
}

#[test]
fn run_takes_values_for_placeholders_and_finds_its_machine_by_the_name_of_the_file() {
    let folder = folder("run-set");
    let definition = r#"{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Delay}, "Next": "B"}, "B": {"Type": "Task", "Resource": "${Function}", "End": true}}}"#;
    std::fs::write(folder.join("orders.asl.json"), definition).unwrap();
    let answer = json!({ "R": { "0": { "Return": "done" } } });
    let machines = json!({ "orders": { "TestCases": { "Good": { "B": "R" } } }, "other": { "TestCases": {} } });
    write(&folder, "mocks.json", &json!({ "StateMachines": machines, "MockedResponses": answer }));
    let function = "Function=arn:aws:lambda:us-east-1:111111111111:function:f";
    let arguments = ["run", "orders.asl.json", "--output", "json", "--set", "Delay=5", "--set", function];
    let (code, out, err) = pasos(&folder, &[&arguments[..], &["--mocks", "mocks.json", "--case", "Good"]].concat());
    assert_eq!((code, &json_of(&out)["output"]), (0, &json!("done")), "{err}");
}

#[test]
fn a_placeholder_that_nobody_fills_in_is_told() {
    let folder = folder("placeholder");
    let machine = r#"{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": "${Secs}", "End": true}}}"#;
    fs::write(folder.join("a.asl.json"), machine).unwrap();
    let (code, out, err) = pasos(&folder, &["run", "a.asl.json"]);
    assert_eq!(code, 3);
    assert!(err.contains("a template fills in ${Secs}, which is a text here: --set Secs=VALUE"), "{err}");
    assert!(out.contains("The Seconds field is not a non-negative integer: \"${Secs}\""), "{out}");
    assert!(!out.contains("JSONata"), "{out}");
}
