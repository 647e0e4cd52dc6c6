//! Wrapping, unwrapping and extracting.

use super::driver::Session;
use super::{LINE, SHOP};
use pasos::asl::{Document, StateType};
use pasos::edit::commands::{ExtractToMachine, Unwrap, WrapStates};
use pasos::edit::{Refusal, allow};
use serde_json::{Value, json};

#[test]
fn a_part_of_a_line_goes_into_a_branch_and_comes_back() {
    let wrapped = r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "Parallel" },
    "Parallel": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "B",
          "States": {
            "B": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
              "TimeoutSeconds": 1.0e1,
              "X-Own": [1.50],
              "Next": "C"
            },
            "C": { "Type": "Wait", "Seconds": 5, "End": true }
          }
        }
      ],
      "Next": "D"
    },
    "D": { "Type": "Pass", "End": true }
  }
}
"#;
    Session::open(LINE)
        .wrap_in_parallel(&["B", "C"])
        .assert_text(wrapped)
        .assert_placed(&["Parallel"])
        .unwrap_frame("Parallel")
        .assert_text(LINE)
        .assert_placed(&["B", "C"]);
}

#[test]
fn a_map_is_inline_and_everything_can_be_wrapped() {
    Session::open(LINE)
        .wrap_in_map(&["D", "C", "B", "A"])
        .assert_flow("^>Map Map>. Map{ ^>A A>B B>C C>D D>. }")
        .assert_at("/States/Map/ItemProcessor/ProcessorConfig", &json!({"Mode": "INLINE"}))
        .wrap_in_parallel(&["B"])
        .wrap_in_map(&["Map"])
        .unwrap_frame("Map")
        .assert_flow("^>Map2 Map2>. Map2{ ^>A A>Parallel Parallel>C Parallel{ ^>B B>. } C>D D>. }");
}

#[test]
fn handlers_outside_are_led_to_by_the_frame_and_rules_get_an_end() {
    Session::open(SHOP)
        .wrap_in_parallel(&["Work"])
        .assert_flow(
            "^>Pick Pick?Parallel Pick?Each Pick:Both Parallel>Done Parallel!Mend Parallel!Fail
             Parallel{ ^>Work Work>. } Mend>Done Each>Done Each{ ^>One One>Two } Both>Done Both{ ^>L L>. } Both{ ^>R R>. }",
        )
        .assert_at("/States/Parallel/Catch/1/ResultPath", &json!("$.e"))
        .undo()
        .wrap_in_map(&["Pick", "Work", "Each", "Both", "Mend", "Fail"])
        .assert_flow(
            "^>Map Map>Done Map{ ^>Pick Pick?Work Pick?Each Pick:Both Work>. Work!Mend Work!Fail Mend>. Each>.
             Each{ ^>One One>Two } Both>. Both{ ^>L L>. } Both{ ^>R R>. } }",
        );
    let rule = r#"{"StartAt": "C", "States": {
        "C": {"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Next": "X"}], "Default": "Z"},
        "X": {"Type": "Pass", "Next": "Z"}, "Z": {"Type": "Pass", "End": true}}}"#;
    Session::open(rule)
        .wrap_in_parallel(&["C", "X"])
        .assert_flow("^>Parallel Parallel>Z Parallel{ ^>C C?X C:Succeed X>. } Z>.");
}

#[test]
fn what_has_several_entries_or_exits_cannot_be_wrapped() {
    let session = Session::open(SHOP);
    let ids = |names: &[&str]| names.iter().map(|name| session.id(name)).collect::<Vec<_>>();
    let several_entries = ids(&["Work", "Each"]);
    let several_exits = ids(&["Pick"]);
    let several_scopes = ids(&["One", "L"]);
    let with_an_end = ids(&["Work", "Mend", "Done"]);
    assert_eq!(allow::enclose(session.document().machine(), &several_exits), Err(Refusal::SeveralExits));
    session
        .clone()
        .refused(
            &WrapStates { states: several_entries.clone(), state_type: StateType::Map }.into(),
            &Refusal::SeveralEntries,
        )
        .refused(&WrapStates { states: several_exits, state_type: StateType::Parallel }.into(), &Refusal::SeveralExits)
        .refused(&WrapStates { states: several_scopes, state_type: StateType::Map }.into(), &Refusal::SeveralScopes)
        .refused(&WrapStates { states: with_an_end, state_type: StateType::Map }.into(), &Refusal::SeveralEntries)
        .refused(&ExtractToMachine { states: several_entries, name: "m".into() }.into(), &Refusal::SeveralEntries);
}

#[test]
fn unwrapping_tells_what_goes_and_keeps_an_end_inside_from_ending_all() {
    Session::open(SHOP)
        .unwrap_frame("Each")
        .assert_dropped(&["ItemsPath"])
        .assert_flow(
            "^>Pick Pick?Work Pick?One Pick:Both Work>Done Work!Mend Work!Fail Mend>Done One>Two Two>Done
             Both>Done Both{ ^>L L>. } Both{ ^>R R>. }",
        )
        .assert_at("/States/Two/Type", &json!("Pass"));
    let session = Session::open(SHOP);
    let (both, work) = (session.id("Both"), session.id("Work"));
    session
        .refused(&Unwrap { state: both }.into(), &Refusal::SeveralBranches)
        .refused(&Unwrap { state: work }.into(), &Refusal::NotAFrame)
        .delete(&["L"])
        .unwrap_frame("Both")
        .assert_flow(
            "^>Pick Pick?Work Pick?Each Pick:R Work>Done Work!Mend Work!Fail Mend>Done Each>Done
             Each{ ^>One One>Two } R>Done",
        )
        .delete(&["One", "Two"])
        .unwrap_frame("Each")
        .assert_flow("^>Pick Pick?Work Pick?Done Pick:R Work>Done Work!Mend Work!Fail Mend>Done R>Done");
}

#[test]
fn an_extracted_machine_stands_by_itself_and_the_task_runs_it() {
    let session = Session::open(LINE).extract(&["B", "C"], "nightly-job");
    let (name, text) = session.extracted();
    assert_eq!(name, "nightly-job");
    assert!(
        text.starts_with("{\n  \"StartAt\": \"B\",\n  \"States\": {\n    \"B\": {\n      \"Type\": \"Task\",\n"),
        "{text}"
    );
    assert!(
        text.contains("1.0e1")
            && text.ends_with("\"C\": { \"Type\": \"Wait\", \"Seconds\": 5, \"End\": true }\n  }\n}\n")
    );
    assert_eq!(Document::new(text).syntax_errors(), []);
    session.assert_flow("^>A A>nightly-job nightly-job>D D>.").assert_at(
        "/States/nightly-job",
        &json!({
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": {
                "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:nightly-job", "Input.$": "$"
            },
            "OutputPath": "$.Output",
            "Next": "D"
        }),
    );
    let jsonata = LINE.replacen('{', "{\n  \"QueryLanguage\": \"JSONata\",", 1);
    let session = Session::open(&jsonata).extract(&["A"], "one");
    let machine: Value = serde_json::from_str(session.extracted().1).unwrap();
    assert_eq!(
        machine,
        json!({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})
    );
    session.assert_at("/States/one/Output", &json!("{% $states.result.Output %}"));
}

#[test]
fn the_name_of_an_extracted_machine_is_made_valid_and_the_state_that_runs_it_keeps_it_as_it_was() {
    let session = Session::open(LINE).extract(&["A"], "A b");
    assert_eq!(session.extracted().0, "A-b");
    let arn = "arn:aws:states:us-east-1:123456789012:stateMachine:A-b";
    session.assert_at("/States/A b/Parameters/StateMachineArn", &json!(arn));
    let own_name = Session::open(LINE).extract(&["A"], "A");
    own_name.assert_at("/States/A/Type", &json!("Task"));
}
