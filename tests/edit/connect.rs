//! Drawing lines between states.

use super::driver::{Session, edge};
use super::{LINE, SHOP};
use pasos::asl::{EdgeRef, ScopeId, TransitionKind};
use pasos::edit::commands::{AddCatcher, AddChoiceRule, ConnectStates, Reconnect, RemoveTransition};
use pasos::edit::{Command, Refusal};
use serde_json::json;

#[test]
fn a_line_is_what_the_state_it_leaves_can_have() {
    Session::open(LINE)
        .connect("A", "C")
        .connect("D", "A")
        .assert_text(
            &LINE.replace("\"Next\": \"B\" }", "\"Next\": \"C\" }").replace("\"End\": true", "\"Next\": \"A\""),
        )
        .undo()
        .undo()
        .assert_text(LINE);
    Session::open(r#"{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": []}, "B": {"Type": "Pass"}}}"#)
        .connect("A", "B")
        .connect("A", "B")
        .connect("B", "A")
        .assert_flow("^>A A?B A:B B>A");
}

#[test]
fn a_new_rule_stands_behind_the_others() {
    Session::open(SHOP).connect("Pick", "Done").assert_text(&SHOP.replace(
        "\"Next\": \"Each\" }\n",
        "\"Next\": \"Each\" },\n        {\n          \"Variable\": \"$.value\",\n          \"IsPresent\": true,\n          \"Next\": \"Done\"\n        }\n",
    ));
    let session = Session::open(SHOP);
    let (state, target, work) = (session.id("Pick"), session.id("Done"), session.id("Work"));
    let rule = |condition| Command::from(AddChoiceRule { state, condition, target });
    session
        .act(&rule(Some(json!({"Variable": "$.z", "StringEquals": "1.0"}))))
        .assert_at("/States/Pick/Choices/2", &json!({"Variable": "$.z", "StringEquals": "1.0", "Next": "Done"}))
        .refused(&rule(Some(json!("{% true %}"))), &Refusal::NotACondition)
        .refused(
            &AddChoiceRule { state: work, condition: None, target }.into(),
            &Refusal::WrongType { state_type: "Choice" },
        );
    let jsonata = r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": {"Type": "Choice"}, "B": {"Type": "Pass", "End": true}}}"#;
    let session = Session::open(jsonata);
    let (state, target) = (session.id("A"), session.id("B"));
    session
        .act(&AddChoiceRule { state, condition: Some(json!("{% true %}")), target }.into())
        .assert_at("/States/A/Choices", &json!([{"Condition": "{% true %}", "Next": "B"}]));
}

#[test]
fn lines_stay_within_their_scope_and_do_not_leave_an_end() {
    let session = Session::open(SHOP);
    let [one, work, done, l, r] = ["One", "Work", "Done", "L", "R"].map(|name| session.id(name));
    session
        .refused(&ConnectStates { from: work, to: one }.into(), &Refusal::OtherScope)
        .refused(&ConnectStates { from: l, to: r }.into(), &Refusal::OtherScope)
        .refused(&ConnectStates { from: done, to: work }.into(), &Refusal::NothingFollows { state_type: "Succeed" })
        .refused(
            &AddCatcher { state: done, target: work, errors: vec![] }.into(),
            &Refusal::CannotCatch { state_type: "Succeed" },
        );
}

#[test]
fn a_new_catcher_stands_in_front_of_the_one_for_all_errors() {
    Session::open(SHOP)
        .catch("Work", "Done", &["Late"])
        .assert_at("/States/Work/Catch/1", &json!({"ErrorEquals": ["Late"], "Next": "Done"}))
        .assert_at("/States/Work/Catch/2/ErrorEquals", &json!(["States.ALL"]))
        .catch("Each", "Fail", &[])
        .assert_at("/States/Each/Catch", &json!([{"ErrorEquals": ["States.ALL"], "Next": "Fail"}]));
    Session::open(LINE).catch("B", "D", &[]).assert_text(&LINE.replace(
        "[1.50],\n",
        "[1.50],\n      \"Catch\": [\n        {\n          \"ErrorEquals\": [\n            \"States.ALL\"\n          ],\n          \"Next\": \"D\"\n        }\n      ],\n",
    ));
}

#[test]
fn a_line_can_start_elsewhere() {
    Session::open(LINE).reconnect("B", "C", "A").assert_flow("^>A A>C B>. C>D D>.");
    let both = SHOP.replace("\"Next\": \"Done\"\n    },\n    \"Done\"", "\"End\": true\n    },\n    \"Done\"");
    Session::open(&both)
        .reconnect("Work", "Mend", "Each")
        .assert_at("/States/Each/Catch", &json!([{"ErrorEquals": ["Own"], "Next": "Mend"}]))
        .reconnect("Work", "Fail", "Each")
        .assert_at("/States/Each/Catch/1/ResultPath", &json!("$.e"))
        .reconnect("Pick", "Each", "Both")
        .assert_flow(
            "^>Pick Pick?Work Pick:Both Work>Done Mend>Done Each>Done Each!Mend Each!Fail Each{ ^>One One>Two }
             Both>Each Both{ ^>L L>. } Both{ ^>R R>. }",
        )
        .reconnect("Pick", "Both", "Mend")
        .assert_at("/States/Mend/Next", &json!("Both"));
}

#[test]
fn a_start_that_is_no_state_and_a_last_rule_stay() {
    let session = Session::open(SHOP);
    let [pick, work, one, done] = ["Pick", "Work", "One", "Done"].map(|name| session.id(name));
    let start = EdgeRef::Start(ScopeId::ROOT);
    let own = session.edge("Work", "Mend");
    let first = EdgeRef::Transition(pick, TransitionKind::Choice(0));
    session
        .refused(&Reconnect { edge: start, from: work }.into(), &Refusal::CannotReconnect)
        .refused(&Reconnect { edge: own, from: pick }.into(), &Refusal::CannotCatch { state_type: "Choice" })
        .refused(&Reconnect { edge: own, from: one }.into(), &Refusal::OtherScope)
        .refused(&Reconnect { edge: first, from: done }.into(), &Refusal::NothingFollows { state_type: "Succeed" })
        .act(&Reconnect { edge: first, from: work }.into())
        .refused(&Reconnect { edge: first, from: work }.into(), &Refusal::LastItem { field: "Choices".into() });
    Session::open(SHOP).start_at("Mend").start_at("Two").assert_text(
        &SHOP
            .replace("\"StartAt\": \"Pick\"", "\"StartAt\": \"Mend\"")
            .replace("\"StartAt\": \"One\"", "\"StartAt\": \"Two\""),
    );
    Session::open(SHOP).drag("Mend", edge("Work", "Mend")).assert_text(SHOP);
}

#[test]
fn each_way_of_a_state_can_be_removed() {
    let session = Session::open(SHOP);
    let remove = |state: &str, kind| Command::from(RemoveTransition { state: session.id(state), kind });
    session
        .clone()
        .act(&remove("Pick", TransitionKind::Choice(0)))
        .assert_at("/States/Pick/Choices/0/Next", &json!("Each"))
        .refused(&remove("Pick", TransitionKind::Choice(0)), &Refusal::LastItem { field: "Choices".to_owned() })
        .act(&remove("Pick", TransitionKind::Default))
        .refused(&remove("Pick", TransitionKind::Default), &Refusal::NotFound)
        .act(&remove("Work", TransitionKind::Catch(0)))
        .assert_at("/States/Work/Catch/0/Next", &json!("Fail"))
        .act(&remove("Mend", TransitionKind::Next))
        .assert_at("/States/Mend", &json!({"Type": "Pass", "End": true}))
        .go_to(0)
        .assert_text(SHOP);
}
