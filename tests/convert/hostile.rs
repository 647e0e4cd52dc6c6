//! Definitions that nobody means: wrong ones, and ones without bounds.

use crate::{Seen, converted, run};
use pasos::asl::Document;
use pasos::convert::{Reason, convert_machine, convert_state};
use pasos::mock::Mocks;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn obstacles(state: &Value) -> Vec<Reason> {
    let machine = json!({ "StartAt": "S", "States": { "S": state } });
    let conversion = convert_machine(&Document::new(machine.to_string()));
    conversion.obstacles.into_iter().map(|obstacle| obstacle.reason).collect()
}

#[test]
fn wrong_definitions_stay_readable() {
    let mut n_seen = 0;
    for folder in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/defects")).unwrap() {
        let Ok(text) = fs::read_to_string(folder.unwrap().path().join("wrong.asl.json")) else { continue };
        n_seen += 1;
        let document = Document::new(text);
        let ids = document.machine().states().map(|(id, _)| id);
        let each = ids.map(|id| convert_state(&document, id));
        for conversion in each.chain([convert_machine(&document)]) {
            let after = document.edited(&conversion.edits);
            assert_eq!(after.syntax_errors().is_empty(), document.syntax_errors().is_empty(), "{}", after.text());
            assert_eq!(after.machine().n_states(), document.machine().n_states());
        }
    }
    assert!(n_seen > 50, "{n_seen}");
}

#[test]
fn half_a_definition_is_left_alone() {
    let text = r#"{"StartAt": "S", "States": {"S": {"Type": "Pass", "OutputPath": "$.a", "End": true}}}"#;
    for end in 0..text.len() {
        assert!(convert_machine(&Document::new(&text[..end])).edits.is_empty());
    }
}

#[test]
fn endless_expressions_are_refused() {
    let long = format!("${}", ".a".repeat(100_000));
    let nested = format!("{}{}", r#"{"Not":"#.repeat(100), r#"{"Variable":"$","IsNull":true}"#) + &"}".repeat(100);
    let rule: Value = serde_json::from_str(&nested).unwrap();
    let rule = json!({ "Not": rule["Not"], "Next": "S" });
    for state in [
        json!({ "Type": "Pass", "ResultPath": long, "End": true }),
        json!({ "Type": "Pass", "OutputPath": long, "End": true }),
        json!({ "Type": "Pass", "Parameters": { "x.$": long }, "End": true }),
        json!({ "Type": "Pass", "Result": 1, "ResultPath": "$.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a", "End": true }),
        json!({ "Type": "Choice", "Choices": [rule] }),
    ] {
        assert_eq!(obstacles(&state), [Reason::TooDeep]);
    }
}

#[test]
fn long_rules_and_deep_results_still_run() {
    let any: Vec<Value> = (0..300).map(|number| json!({ "Variable": "$.n", "NumericGreaterThan": number })).collect();
    let machine = json!({ "StartAt": "C", "States": {
        "C": { "Type": "Choice", "Choices": [{ "Or": any, "Next": "D" }], "Default": "E" },
        "D": { "Type": "Choice", "Choices": [{ "And": any, "Next": "P" }], "Default": "E" },
        "P": { "Type": "Pass", "Parameters": { "x.$": "$.n" }, "ResultPath": "$.a.b.c.d.e.f.g.h.i.j.k.l", "End": true },
        "E": { "Type": "Succeed" }
    } });
    let document = Document::new(machine.to_string());
    let conversion = convert_machine(&document);
    assert_eq!(conversion.obstacles, []);
    let after = converted(&document, &conversion);
    for n in [-1, 200, 1000] {
        let [before, now] =
            [&document, &after].map(|document| Seen::of(&run(document, json!({ "n": n }), Mocks::default())));
        assert_eq!(before, now);
    }
}
