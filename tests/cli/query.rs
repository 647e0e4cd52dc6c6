//! `pasos query`.

use super::{folder, json_of, pasos};
use serde_json::{Value, json};
use std::fs;

#[test]
fn query_answers_in_three_languages() {
    let folder = folder("query");
    fs::write(folder.join("variables.json"), r#"{"v": [1, 2]}"#).unwrap();
    let ask = |language: &str, expression: &str| {
        let arguments = ["query", "--language", language, "--expression", expression, "--input", "input.json"];
        let (code, out, _) = pasos(&folder, &[&arguments[..], &["--variables", "variables.json"]].concat());
        assert_eq!(code, i32::from(json_of(&out).get("error").is_some()), "what fails exits with 1");
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
