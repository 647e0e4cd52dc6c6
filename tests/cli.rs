//! The terminal program from outside: what it prints, and what it exits with.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const RIGHT: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:f", "End": true}}}"#;
const WRONG: &str = "{\n  \"StartAt\": \"Missing\",\n  \"States\": {\"A\": {\"Type\": \"Succeed\"}}\n}\n";

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in [("right.json", RIGHT), ("wrong.json", WRONG), ("input.json", r#"{"n": 1}"#)] {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// Exit code, standard output and standard error.
fn pasos(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_pasos")).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn check_exits_with_0_or_1_and_names_line_and_column() {
    let folder = folder("check");
    let (code, out, _) = pasos(&folder, &["check", "right.json", "--format", "json"]);
    assert_eq!((code, json_of(&out)), (0, json!({ "result": "OK", "diagnostics": [] })));
    let (code, out, _) = pasos(&folder, &["check", "wrong.json", "--format", "json"]);
    let first = &json_of(&out)["diagnostics"][0];
    assert_eq!(code, 1);
    assert_eq!(
        (&first["code"], &first["location"], &first["line"], &first["column"]),
        (&json!("MISSING_TRANSITION_TARGET"), &json!("/StartAt"), &json!(2), &json!(14))
    );
    let (_, out, _) = pasos(&folder, &["check", "right.json", "wrong.json", "--format", "json"]);
    assert_eq!(json_of(&out)[1]["file"], "wrong.json");
}

#[test]
fn check_speaks_both_languages() {
    let folder = folder("languages");
    let (_, english, _) = pasos(&folder, &["check", "wrong.json", "--lang", "en"]);
    assert!(english.contains("Error[missing-target]: There is no state called Missing"), "{english}");
    assert!(english.contains("--> wrong.json:2:14"));
    let (_, spanish, _) = pasos(&folder, &["check", "wrong.json", "--lang", "es"]);
    assert!(spanish.contains("No hay ningún estado llamado Missing"), "{spanish}");
}

#[test]
fn run_prints_the_result_and_the_history() {
    let folder = folder("run");
    let (code, out, _) = pasos(&folder, &["run", "right.json", "--input", "input.json", "--output", "json"]);
    let result = json_of(&out);
    assert_eq!((code, &result["status"], &result["output"]), (0, &json!("SUCCEEDED"), &json!({ "n": 1 })));
    assert_eq!(result["events"][1]["stateEnteredEventDetails"]["input"], r#"{"n":1}"#);
    assert!(result.get("error").is_none());
    let (code, out, _) = pasos(&folder, &["run", "right.json"]);
    assert_eq!(code, 0);
    assert!(out.contains("LambdaFunctionScheduled") && out.contains("SUCCEEDED"));
}

#[test]
fn run_takes_mocks_and_tells_a_failure_by_its_exit_code() {
    let folder = folder("mocks");
    let mocks = json!({
        "StateMachines": { "M": { "TestCases": { "Broken": { "A": "R" } } } },
        "MockedResponses": { "R": { "0": { "Throw": { "Error": "E", "Cause": "C" } } } }
    });
    fs::write(folder.join("mocks.json"), mocks.to_string()).unwrap();
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
fn wrong_usage_and_unreadable_files_exit_with_2() {
    let folder = folder("usage");
    for arguments in [
        &["check"][..],
        &["check", "absent.json"],
        &["run", "right.json", "--input", "absent.json"],
        &["run", "right.json", "--start", "yesterday"],
        &["check", "right.json", "--format", "xml"],
        &["query", "--language", "jsonata"],
        &["query", "--language", "jsonata", "--expression", "1"],
        &["query", "--language", "xpath", "--expression", "1", "--input", "input.json"],
        &["query", "--language", "jsonata", "--batch", "absent.jsonl"],
        &["query", "--language", "jsonata", "--batch", "input.json", "--expression", "1"],
        &["nonsense"],
    ] {
        let (code, out, err) = pasos(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty());
    }
    assert_eq!(pasos(&folder, &["--help"]).0, 0);
}

#[test]
fn query_answers_in_three_languages() {
    let folder = folder("query");
    fs::write(folder.join("variables.json"), r#"{"v": [1, 2]}"#).unwrap();
    let ask = |language: &str, expression: &str| {
        let arguments = ["query", "--language", language, "--expression", expression, "--input", "input.json"];
        let (code, out, _) = pasos(&folder, &[&arguments[..], &["--variables", "variables.json"]].concat());
        assert_eq!(code, 0);
        json_of(&out)
    };
    assert_eq!(ask("jsonata", "n + $v[1]"), json!({ "result": 3 }));
    assert_eq!(ask("jsonata", "-n"), json!({ "result": -1 }));
    assert_eq!(ask("jsonata", "nothing"), json!({ "undefined": true }));
    assert_eq!(ask("jsonata", "$f()")["error"]["code"], "T1006");
    assert_eq!(ask("jsonpath", "$.n"), json!({ "result": 1 }));
    assert_eq!(ask("jsonpath", "$v[0]"), json!({ "result": 1 }));
    assert_eq!(ask("jsonpath", "$.x")["error"]["code"], "States.Runtime");
    assert_eq!(ask("intrinsic", "States.MathAdd($.n, 1)"), json!({ "result": 2 }));
    assert_eq!(ask("intrinsic", "States.MathAdd($.n)")["error"]["code"], "States.IntrinsicFailure");
}

#[test]
fn query_answers_every_line_of_a_batch_in_order() {
    let folder = folder("batch");
    let lines = [
        json!({ "expression": "a", "input": { "a": 1 } }).to_string(),
        "no JSON".to_owned(),
        json!({ "expression": "($f := function($x) { $f($x + 1) }; $f(1))" }).to_string(),
        json!({ "expression": "($f := function($x) { 1 + $f($x + 1) }; $f(1))" }).to_string(),
        json!({ "expression": "(".repeat(100_000) }).to_string(),
        json!({ "expression": "[1..100000000]" }).to_string(),
        json!({ "expression": "1 +" }).to_string(),
        json!({ "expression": "$v", "variables": { "v": [] } }).to_string(),
    ];
    fs::write(folder.join("batch.jsonl"), lines.join("\n")).unwrap();
    let (code, out, _) = pasos(&folder, &["query", "--language", "jsonata", "--batch", "batch.jsonl"]);
    let answers: Vec<Value> = out.lines().map(json_of).collect();
    let codes: Vec<&str> = answers.iter().filter_map(|answer| answer["error"]["code"].as_str()).collect();
    assert_eq!((code, answers.len()), (0, lines.len()));
    assert_eq!((&answers[0], &answers[7]), (&json!({ "result": 1 }), &json!({ "result": [] })));
    assert_eq!(codes, ["", "U1001", "U1001", "U1001", "D2014", "S0207"]);
}
