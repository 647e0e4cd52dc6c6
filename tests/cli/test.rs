//! `pasos test`.

use super::{folder, json_of, pasos, write};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A folder with a test file: one case passes, one does not.
fn suite(name: &str) -> PathBuf {
    let folder = folder(name);
    write(&folder, "mocks.json", &mocks(json!({ "Down": { "A": "Down" } })));
    let cases = json!([
        { "name": "echo", "input": { "n": 1 }, "expect": { "output": { "n": 1 }, "visited": ["A"] } },
        { "name": "down", "testCase": "Down", "expect": { "error": "Down" } },
        { "name": "\"a\" < b #1", "answers": { "A": [{ "Return": 1 }] }, "expect": { "output": 2 } }
    ]);
    write(&folder, "tests.json", &json!({ "definition": "right.json", "mocks": "mocks.json", "cases": cases }));
    write(&folder, "good.json", &json!({ "definition": "right.json", "cases": [{ "name": "good" }] }));
    folder
}

fn mocks(cases: Value) -> Value {
    json!({
        "StateMachines": { "Machine": { "TestCases": cases } },
        "MockedResponses": { "Down": { "0-9": { "Throw": { "Error": "Down", "Cause": "it is" } } } }
    })
}

/// What a file that cannot be used is refused with.
fn refusal(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, err) = pasos(folder, &[&["test"], arguments].concat());
    assert_eq!((code, out.as_str()), (2, ""), "{err}");
    err
}

#[test]
fn test_exits_with_0_when_all_pass_and_with_1_when_one_does_not() {
    let folder = suite("suite-text");
    assert_eq!(pasos(&folder, &["test", "good.json"]).0, 0);
    let (code, out, _) = pasos(&folder, &["test", "good.json", "tests.json"]);
    assert_eq!(code, 1);
    let lines: Vec<&str> = out.lines().map(str::trim).collect();
    let expected = [
        "good.json",
        "ok   good",
        "tests.json",
        "ok   echo",
        "ok   down",
        "FAIL \"a\" < b #1",
        "output: expected 2",
        "but was 1",
        "3 passed, 1 failed",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn test_prints_tap() {
    let (code, out, _) = pasos(&suite("suite-tap"), &["test", "tests.json", "--format", "tap"]);
    let lines: Vec<&str> = out.lines().collect();
    let expected = [
        "TAP version 14",
        "1..3",
        "ok 1 - tests.json: echo",
        "ok 2 - tests.json: down",
        "not ok 3 - tests.json: \"a\" < b \\#1",
        "  ---",
        "  output:",
        "    expected: 2",
        "    actual: 1",
        "  ...",
    ];
    assert_eq!((code, lines), (1, expected.to_vec()));
}

#[test]
fn test_prints_junit() {
    let (code, out, _) = pasos(&suite("suite-junit"), &["test", "tests.json", "--format", "junit"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"3\" failures=\"1\">"));
    assert!(out.contains("<testcase classname=\"tests.json\" name=\"echo\" time=\"0."), "{out}");
    assert!(out.contains("name=\"&quot;a&quot; &lt; b #1\""), "{out}");
    assert!(out.contains("<failure message=\"output differs\">output: expected 2\n"), "{out}");
}

#[test]
fn test_prints_json() {
    let (code, out, _) = pasos(&suite("suite-json"), &["test", "tests.json", "--format", "json"]);
    let answer = json_of(&out);
    assert_eq!((code, &answer[0]["file"]), (1, &json!("tests.json")));
    assert_eq!(answer[0]["cases"][0], json!({ "name": "echo", "passed": true, "differences": [] }));
    let differences = json!([{ "what": "output", "expected": 2, "actual": 1 }]);
    assert_eq!(answer[0]["cases"][2]["differences"], differences);
}

#[test]
fn every_case_of_a_mock_file_runs_on_the_definition_beside_it() {
    let folder = folder("mock-file");
    write(&folder, "mocks.json", &mocks(json!({ "Good": {}, "Bad": { "A": "Down" } })));
    let (code, out, _) = pasos(&folder, &["test", "mocks.json"]);
    assert_eq!(code, 1);
    assert!(out.contains("no definition for the machine Machine"), "{out}");
    let (code, out, _) = pasos(&folder, &["test", "mocks.json", "--definition", "right.json"]);
    assert_eq!(code, 1);
    assert!(out.contains("ok   Machine: Good") && out.contains("FAIL Machine: Bad"), "{out}");
    std::fs::copy(folder.join("right.json"), folder.join("Machine.asl.json")).unwrap();
    let (_, beside, _) = pasos(&folder, &["test", "mocks.json"]);
    assert_eq!(beside, out);
    std::fs::remove_file(folder.join("Machine.asl.json")).unwrap();
}

#[test]
fn a_mock_for_a_state_that_does_not_exist_fails_its_case_and_no_other() {
    let folder = folder("unknown-mock");
    write(&folder, "mocks.json", &mocks(json!({ "Good": {}, "Old": { "Gone": "Down" } })));
    let (code, out, _) = pasos(&folder, &["test", "mocks.json", "--definition", "right.json"]);
    assert_eq!(code, 1);
    assert!(out.contains("there is a mock for Gone, but the definition has no such state"), "{out}");
    assert!(out.contains("ok   Machine: Good") && out.contains("FAIL Machine: Old"), "{out}");
    let case = json!({ "name": "mine", "answers": { "Gone": [{ "Return": 1 }] } });
    write(&folder, "tests.json", &json!({ "definition": "right.json", "cases": [case] }));
    assert!(pasos(&folder, &["test", "tests.json"]).1.contains("there is a mock for Gone"));
}

#[test]
fn a_file_that_cannot_be_used_stops_no_other() {
    let folder = suite("suite-faulty");
    write(&folder, "faulty.json", &json!([]));
    let (code, out, err) = pasos(&folder, &["test", "faulty.json", "good.json"]);
    assert_eq!(code, 2);
    assert!(out.contains("ok   good") && err.contains("faulty.json: not a test file"), "{out}{err}");
}

#[test]
fn answers_that_run_out_are_told_and_fail_with_strict() {
    let folder = folder("ran-out");
    let mut file = mocks(json!({ "Late": { "A": "Second" } }));
    file["MockedResponses"]["Second"] = json!({ "1": { "Return": 1 } });
    write(&folder, "right.test.json", &file);
    let run = |arguments: &[&str]| {
        pasos(&folder, &[&["test", "right.test.json", "--definition", "right.json"], arguments].concat())
    };
    let (code, out, _) = run(&["--no-strict"]);
    assert_eq!(code, 0);
    assert!(out.contains("no answer was left for A"), "{out}");
    let (code, out, _) = run(&["--strict"]);
    assert_eq!(code, 1);
    assert!(out.contains("none was left for A"), "{out}");
}

#[test]
fn definitions_are_read_in_yaml_and_for_the_type_of_the_case() {
    let folder = folder("suite-yaml");
    let token = "StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::sqs:sendMessage.waitForTaskToken\n    \
                 Parameters: {QueueUrl: q, MessageBody.$: $$.Task.Token}\n    TimeoutSeconds: 9\n    End: true\n";
    std::fs::write(folder.join("Machine.asl.yaml"), token).unwrap();
    let answers = json!({ "A": [{ "Return": 1 }] });
    let cases = json!([
        { "name": "standard", "answers": answers, "expect": { "output": 1 } },
        { "name": "express", "type": "EXPRESS", "answers": answers }
    ]);
    write(&folder, "tests.json", &json!({ "definition": "Machine.asl.yaml", "cases": cases }));
    let (code, out, _) = pasos(&folder, &["test", "tests.json"]);
    assert_eq!(code, 1);
    assert!(out.contains("ok   standard") && out.contains("Express state machine does not support"), "{out}");
    write(&folder, "mocks.json", &mocks(json!({ "Down": { "A": "Down" } })));
    assert!(pasos(&folder, &["test", "mocks.json"]).1.contains("Machine: Down"));
}

#[test]
fn faulty_files_are_refused_with_their_name_and_what_is_wrong() {
    let folder = folder("faulty");
    let faulty = |file: Value| {
        write(&folder, "faulty.json", &file);
        let message = refusal(&folder, &["faulty.json"]);
        assert!(message.contains("faulty.json") || message.contains("cannot read"), "{message}");
        message
    };
    assert!(faulty(json!([])).contains("not a test file"));
    assert!(faulty(json!({ "definition": "right.json" })).contains("missing field `cases`"));
    assert!(faulty(json!({ "definition": "right.json", "cases": [] })).contains("no test case"));
    assert!(faulty(json!({ "StateMachines": {} })).contains("no test case"));
    let case = |case: Value| json!({ "definition": "right.json", "cases": [case] });
    assert!(faulty(case(json!({ "name": "a", "expected": {} }))).contains("expected"));
    assert!(faulty(json!({ "definition": "absent.json", "cases": [{ "name": "a" }] })).contains("absent.json"));
    let unusable = |file: Value| {
        write(&folder, "unusable.json", &file);
        let (code, out, _) = pasos(&folder, &["test", "unusable.json"]);
        assert_eq!(code, 1, "{out}");
        out
    };
    assert!(unusable(case(json!({ "name": "a", "testCase": "b" }))).contains("names no mocks"));
    assert!(unusable(case(json!({ "name": "a", "type": "Express" }))).contains("neither STANDARD nor EXPRESS"));
    assert!(unusable(json!({ "definition": "wrong.json", "cases": [{ "name": "a" }] })).contains("has errors"));
}

#[test]
fn a_case_has_machines_and_files_around_it() {
    let folder = folder("around");
    let start = json!({
        "StartAt": "Start",
        "States": { "Start": {
            "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:111111111111:stateMachine:Other", "Input.$": "$" },
            "OutputPath": "$.Output", "End": true
        } }
    });
    write(&folder, "outer.json", &start);
    let file = json!({
        "definition": "outer.json", "machines": { "Other": "right.json" },
        "cases": [{ "name": "nested", "input": { "n": 1 }, "expect": { "output": { "n": 1 } } }]
    });
    write(&folder, "tests.json", &file);
    let (code, out, _) = pasos(&folder, &["test", "tests.json"]);
    assert_eq!(code, 0, "{out}");
}
