//! Histories of runs of ours, followed through their definition and through others.

use super::*;
use serde_json::{Value, json};

/// What a run of ours records, as AWS would.
fn recorded(definition: &str, input: &Value, mocks: &str) -> (Document, Vec<Recorded>) {
    use crate::mock::{Mocks, read_config};
    use crate::sim::{Environment, Program, StartOptions, Status, start, step};
    let document = Document::new(definition);
    let program = Program::compile(&document).unwrap();
    let mocks = match serde_json::from_str(mocks) {
        Ok(config) => read_config(&config, "m", "c").unwrap(),
        Err(_) => Mocks::default(),
    };
    let environment = Environment { mocks, ..Environment::default() };
    let mut at = start(&program, StartOptions { input: input.clone(), ..StartOptions::default() });
    let mut events = std::mem::take(&mut at.events);
    while at.next.status() == Status::Running {
        at = step(&program, at.next, &environment);
        events.append(&mut at.events);
    }
    let history = json!({ "events": events.iter().rev().map(crate::sim::HistoryEvent::to_json).collect::<Vec<_>>() });
    (document, read_history(&history).unwrap())
}

/// Each visit as `state entered-exited STATUS error`.
fn told(replay: &Replay) -> Vec<String> {
    let tell = |visit: &Visit| {
        let exited = visit.exited.map_or("open".to_owned(), |id| id.to_string());
        let error = visit.error.as_deref().unwrap_or("");
        format!("{} {}-{exited} {} {error}", visit.state, visit.entered, visit.status.as_str()).trim_end().to_owned()
    };
    replay.visits.iter().map(tell).collect()
}

const CAUGHT: &str = r#"{"StartAt": "Pay", "States": {
  "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
    "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refund"}], "Next": "Done"},
  "Refund": {"Type": "Pass", "Next": "Done"}, "Done": {"Type": "Fail", "Error": "Sorry"}}}"#;

const CONFIG: &str = r#"{"StateMachines": {"m": {"TestCases": {"c": {"Pay": "R"}}}},
  "MockedResponses": {"R": {"0": {"Throw": {"Error": "Busy", "Cause": "b"}}, "1": {"Throw": {"Error": "Declined", "Cause": "d"}}}}}"#;

#[test]
fn an_error_that_was_caught_is_no_failure() {
    let (document, events) = recorded(CAUGHT, &json!({}), CONFIG);
    let replay = replay(&document, events);
    assert_eq!(replay.misfit, None);
    assert_eq!(told(&replay), ["Pay 2-9 CAUGHT_ERROR Declined", "Refund 10-11 SUCCEEDED", "Done 12-open FAILED Sorry"]);
}

const MAP: &str = r#"{"StartAt": "All", "States": {"All": {"Type": "Map", "ItemProcessor": {"StartAt": "Even?", "States": {
  "Even?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 2, "Next": "Odd"}], "Default": "Good"},
  "Good": {"Type": "Pass", "End": true}, "Odd": {"Type": "Fail", "Error": "Odd"}}}, "End": true}}}"#;

#[test]
fn the_iteration_that_failed_is_told_and_the_others_are_aborted() {
    let (document, events) = recorded(MAP, &json!([1, 2, 3]), "");
    let replay = replay(&document, events);
    assert_eq!(replay.misfit, None);
    let failed: Vec<(&str, Option<u64>)> = replay
        .visits
        .iter()
        .filter(|visit| visit.status == VisitStatus::Failed)
        .map(|visit| (&*visit.state, visit.iteration))
        .collect();
    assert_eq!(failed, [("All", None), ("Odd", Some(1))]);
    assert!(replay.visits.iter().all(|visit| visit.status != VisitStatus::Running));
    assert!(told(&replay)[0].ends_with("FAILED Odd"), "{:?}", told(&replay));
}

#[test]
fn where_the_definition_is_another_one_is_said() {
    let (_, events) = recorded(CAUGHT, &json!({}), CONFIG);
    let parts = |from: &str, to: &str| {
        let changed = Document::new(CAUGHT.replacen(from, to, 1));
        let misfit = replay(&changed, events.clone()).misfit.unwrap();
        (misfit.event, misfit.kind)
    };
    assert_eq!(parts(r#""Next": "Refund""#, r#""Next": "Done""#), (10, MisfitKind::NoWay { from: "Pay".into() }));
    assert_eq!(parts(r#""Refund": {"#, r#""Return": {"#), (10, MisfitKind::UnknownState));
    assert_eq!(parts(r#""StartAt": "Pay""#, r#""StartAt": "Done""#), (2, MisfitKind::NotTheStart));
    let other = MisfitKind::OtherType { recorded: "Pass".into(), defined: Some("Succeed") };
    assert_eq!(parts(r#""Type": "Pass""#, r#""Type": "Succeed""#), (10, other));
}

#[test]
fn a_history_that_is_cut_off_ends_in_a_state_at_work() {
    let (document, mut events) = recorded(CAUGHT, &json!({}), CONFIG);
    events.retain(|event| event.id < 5);
    assert_eq!(told(&replay(&document, events)), ["Pay 2-open RUNNING"]);
}

#[test]
fn what_is_no_history_is_refused() {
    assert_eq!(read_history(&json!({})), Err(Unreadable::NoEvents));
    assert_eq!(read_history(&json!([{ "id": 0, "type": "A" }])), Err(Unreadable::BadEvent { index: 0 }));
    let twice = json!([{ "id": 1, "type": "A" }, { "id": 1, "type": "B" }]);
    assert_eq!(read_history(&twice), Err(Unreadable::SameId { id: 1 }));
}
