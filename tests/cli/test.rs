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
    assert!(refusal(&folder, &["mocks.json"]).contains("no definition for the machine Machine"));
    let (code, out, _) = pasos(&folder, &["test", "mocks.json", "--definition", "right.json"]);
    assert_eq!(code, 1);
    assert!(out.contains("ok   Machine: Good") && out.contains("FAIL Machine: Bad"), "{out}");
    std::fs::copy(folder.join("right.json"), folder.join("Machine.asl.json")).unwrap();
    let (_, beside, _) = pasos(&folder, &["test", "mocks.json"]);
    assert_eq!(beside, out);
    std::fs::remove_file(folder.join("Machine.asl.json")).unwrap();
}

#[test]
fn a_mock_for_a_state_that_does_not_exist_is_refused() {
    let folder = folder("unknown-mock");
    write(&folder, "mocks.json", &mocks(json!({ "Old": { "Gone": "Down" } })));
    let message = refusal(&folder, &["mocks.json", "--definition", "right.json"]);
    assert_eq!(
        message,
        "pasos: mocks.json: the case Old: there is a mock for Gone, but the definition has no such state\n"
    );
    let case = json!({ "name": "mine", "answers": { "Gone": [{ "Return": 1 }] } });
    write(&folder, "tests.json", &json!({ "definition": "right.json", "cases": [case] }));
    assert!(refusal(&folder, &["tests.json"]).contains("there is a mock for Gone"));
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
    assert!(faulty(case(json!({ "name": "a", "testCase": "b" }))).contains("names no mocks"));
    assert!(faulty(case(json!({ "name": "a", "type": "Express" }))).contains("neither STANDARD nor EXPRESS"));
    assert!(faulty(json!({ "definition": "absent.json", "cases": [{ "name": "a" }] })).contains("absent.json"));
    assert!(faulty(json!({ "definition": "wrong.json", "cases": [{ "name": "a" }] })).contains("has errors"));
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
