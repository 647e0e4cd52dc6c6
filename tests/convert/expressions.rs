//! The tables of paths and calls: each is a payload template, once in JSONPath and once converted.

use crate::{Seen, excuses, run};
use pasos::asl::Document;
use pasos::convert::{Missing, Note, convert_machine_with};
use pasos::mock::Mocks;
use serde_json::{Map, Value, json};

/// What became of one expression.
#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    /// It cannot be converted.
    Obstacle,
    /// It did not find anything in JSONPath.
    Failed,
    /// It gives the same.
    Same,
    /// It does not, and notes say that it may not.
    Noted(Vec<Note>),
    /// It does not, and nothing says so.
    Different(String),
}

/// Converts a Pass state whose one parameter is `expression`, and runs both.
pub(crate) fn verdict(expression: &str, input: &Value, missing: Missing) -> Verdict {
    let machine = json!({
        "StartAt": "P",
        "States": { "P": { "Type": "Pass", "Parameters": { "x.$": expression }, "End": true } }
    });
    let document = Document::new(machine.to_string());
    let conversion = convert_machine_with(&document, missing);
    if !conversion.is_whole() {
        return Verdict::Obstacle;
    }
    let before = Seen::of(&run(&document, input.clone(), Mocks::default()));
    if before.status != "SUCCEEDED" {
        return Verdict::Failed;
    }
    let converted = document.edited(&conversion.edits);
    let after = Seen::of(&run(&converted, input.clone(), Mocks::default()));
    let notes = conversion.changes.into_iter().flat_map(|change| change.notes);
    let notes: Vec<Note> = notes.filter(excuses).collect();
    match before == after {
        true => Verdict::Same,
        false if notes.is_empty() => Verdict::Different(format!(
            "{expression} gave {:?} and gives {:?} as {}",
            before.output,
            after.output,
            converted.text()
        )),
        false => Verdict::Noted(notes),
    }
}

/// The verdicts on all expressions of a table.
fn verdicts(table: &str, field: &str, missing: Missing) -> Vec<(String, Verdict)> {
    let documents: Map<String, Value> = serde_json::from_str(include_str!("../jsonpath/documents.json")).unwrap();
    let own = json!({ "name": "Ana", "list": [1, 2, 3], "object": { "a": 1, "b": [] }, "n": 7, "t": "a,b" });
    let rows = table.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let judged = rows.filter_map(|row| {
        let expression = row[field].as_str()?;
        let input = row["in"].as_str().map_or_else(|| row.get("input").unwrap_or(&own), |name| &documents[name]);
        // The tables have a context and variables of their own.
        let is_own = !expression.contains("$$") && !expression.contains("$box");
        (is_own && row.get("gives").is_some()).then(|| (expression.to_owned(), verdict(expression, input, missing)))
    });
    judged.collect()
}

fn count(verdicts: &[(String, Verdict)], wanted: impl Fn(&Verdict) -> bool) -> usize {
    verdicts.iter().filter(|(_, verdict)| wanted(verdict)).count()
}

#[track_caller]
fn all_as_said(verdicts: &[(String, Verdict)]) {
    let different: Vec<_> = verdicts.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Different(_))).collect();
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn paths_give_the_same() {
    for missing in [Missing::IsLeftOut, Missing::Fails] {
        let verdicts = verdicts(include_str!("../jsonpath/expressions.jsonl"), "path", missing);
        all_as_said(&verdicts);
        let n_same = count(&verdicts, |verdict| *verdict == Verdict::Same);
        assert!(n_same > 170, "{n_same}");
    }
}

#[test]
fn calls_give_the_same() {
    for missing in [Missing::IsLeftOut, Missing::Fails] {
        let verdicts = verdicts(include_str!("../jsonpath/intrinsic-calls.jsonl"), "call", missing);
        all_as_said(&verdicts);
        let n_same = count(&verdicts, |verdict| *verdict == Verdict::Same);
        assert!(n_same > 90, "{n_same}");
    }
}
