//! Putting in a part of a machine.

use super::driver::{Session, Spot, edge};
use super::{LINE, SHOP};
use pasos::asl::{EdgeRef, ScopeId, StateId};
use pasos::edit::commands::InsertFragment;
use pasos::edit::{Command, Place, Refusal};
use serde_json::json;

const POLLER: &str = r#"{
    "Comment": "Waits until it is done",
    "StartAt": "B",
    "States": {
        "B": {
            "Type": "Wait",
            "Seconds": 1.0,
            "Next": "Ready?"
        },
        "Ready?": {
            "Type": "Choice",
            "Choices": [{ "Variable": "$.ready", "BooleanEquals": true, "Next": "Tell" }],
            "Default": "B"
        },
        "Tell": { "Type": "Pass", "End": true }
    }
}"#;

#[test]
fn a_pattern_on_an_edge_gets_free_names_and_leads_on() {
    let after = LINE.replace("\"Next\": \"C\"", "\"Next\": \"B (2)\"").replace(
        "    \"C\": {",
        r#"    "B (2)": {
      "Type": "Wait",
      "Seconds": 1.0,
      "Next": "Ready?"
    },
    "Ready?": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.ready", "BooleanEquals": true, "Next": "Tell" }],
      "Default": "B (2)"
    },
    "Tell": { "Type": "Pass", "Next": "C" },
    "C": {"#,
    );
    Session::open(LINE)
        .insert(POLLER, edge("B", "C"))
        .assert_text(&after)
        .assert_placed(&["B (2)", "Ready?", "Tell"])
        .undo()
        .assert_text(LINE);
}

#[test]
fn every_place_takes_it() {
    let pass = r#"{"P": {"Type": "Pass"}}"#;
    Session::open(LINE)
        .insert(pass, Spot::Start)
        .assert_flow("^>P P>A A>B B>C C>D D>.")
        .undo()
        .insert(pass, Spot::End("D"))
        .assert_flow("^>A A>B B>C C>D D>P P>.")
        .undo()
        .insert(pass, Spot::After("C"))
        .assert_flow("^>A A>B B>C C>P P>D D>.")
        .undo()
        .insert(pass, Spot::Loose)
        .assert_flow("^>A A>B B>C C>D D>. P>.");
    Session::open(SHOP)
        .delete(&["R"])
        .insert(POLLER, Spot::Inside("Both", 1))
        .assert_flow(
            "^>Pick Pick?Work Pick?Each Pick:Both Work>Done Work!Mend Work!Fail Mend>Done Each>Done
             Each{ ^>One One>Two } Both>Done Both{ ^>L L>. } Both{ ^>B B>Ready? Ready??Tell Ready?:B Tell>. }",
        )
        .insert(pass, Spot::After("Pick"))
        .assert_at("/States/Pick/Default", &json!("P"))
        .assert_at("/States/P/Next", &json!("Both"));
    for empty in ["{}", r#"{"States": {}}"#, r#"{"StartAt": "Q", "States": []}"#] {
        let command = Command::from(InsertFragment { place: Place::Empty(ScopeId::ROOT), fragment: pass.to_owned() });
        Session::open(empty).act(&command).assert_flow("^>P P>.");
    }
}

#[test]
fn a_state_that_names_nothing_that_follows_gets_it() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass"}, "C": {"Type": "Choice", "Choices": []}}}"#;
    Session::open(text)
        .insert(r#"{"P": {"Type": "Pass"}}"#, Spot::After("A"))
        .insert(r#"{"Q": {"Type": "Pass"}}"#, Spot::After("C"))
        .assert_flow("^>A A>P P>. C:Q Q>.");
}

#[test]
fn names_are_new_over_all_scopes_and_the_insides_follow() {
    let map = r#"{"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemProcessor": {
        "StartAt": "One", "States": {"One": {"Type": "Pass", "Next": "Done"}, "Done": {"Type": "Succeed"}}}, "End": true}}}"#;
    Session::open(SHOP).insert(map, edge("Mend", "Done")).assert_flow(
        "^>Pick Pick?Work Pick?Each Pick:Both Work>Done Work!Mend Work!Fail Mend>Each2 Each2>Done
         Each2{ ^>One2 One2>Done2 } Each>Done Each{ ^>One One>Two } Both>Done Both{ ^>L L>. } Both{ ^>R R>. }",
    );
}

#[test]
fn what_leads_nowhere_in_the_fragment_leads_on_or_stays_where_it_can() {
    let text = r#"{"StartAt": "X", "States": {
        "X": {"Type": "Task", "Resource": "r", "Next": "Gone",
              "Catch": [{"ErrorEquals": ["A"], "Next": "Fail"}, {"ErrorEquals": ["B"], "Next": "Gone"}]}}}"#;
    Session::open(SHOP).insert(text, edge("Mend", "Done")).assert_at(
        "/States/X",
        &json!({"Type": "Task", "Resource": "r", "Next": "Done", "Catch": [{"ErrorEquals": ["A"], "Next": "Fail"}]}),
    );
    let choice = r#"{"X": {"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Next": "Gone"}]}}"#;
    Session::open(LINE)
        .insert(choice, edge("A", "B"))
        .assert_flow("^>A A>X X?B X:B B>C C>D D>.")
        .undo()
        .insert(choice, Spot::End("D"))
        .assert_flow("^>A A>B B>C C>D D>X X?Succeed");
}

#[test]
fn query_languages_mix_one_way_only() {
    let jsonata = r#"{"QueryLanguage": "JSONata", "StartAt": "X", "States": {"X": {"Type": "Pass", "Output": "{% 1 %}", "End": true}}}"#;
    Session::open(LINE)
        .insert(jsonata, edge("A", "B"))
        .assert_at("/States/X", &json!({"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 %}", "Next": "B"}));
    let bare = r#"{"X": {"Type": "Pass", "Output": "{% 1 %}"}}"#;
    Session::open(LINE).insert(bare, edge("A", "B")).assert_at("/States/X/QueryLanguage", &json!("JSONata"));
    let machine = LINE.replacen('{', "{\n  \"QueryLanguage\": \"JSONata\",", 1);
    let place = Place::Edge(EdgeRef::Start(ScopeId::ROOT));
    let fragment = r#"{"X": {"Type": "Pass", "InputPath": "$.a"}}"#.to_owned();
    Session::open(&machine)
        .insert(jsonata, edge("A", "B"))
        .assert_at("/States/X", &json!({"Type": "Pass", "Output": "{% 1 %}", "Next": "B"}))
        .insert(r#"{"Y": {"Type": "Pass"}}"#, edge("A", "X"))
        .refused(&InsertFragment { place, fragment }.into(), &Refusal::NeedsJsonPath { name: "X".into() });
}

#[test]
fn what_cannot_be_put_in_is_refused() {
    let insert = |place, fragment: &str| Command::from(InsertFragment { place, fragment: fragment.to_owned() });
    let session = Session::open(LINE);
    let next = session.place(edge("A", "B"));
    let succeed = r#"{"S": {"Type": "Succeed"}}"#;
    session
        .refused(&insert(next, "no JSON"), &Refusal::NotAFragment)
        .refused(&insert(next, "{}"), &Refusal::NotAFragment)
        .refused(&insert(next, succeed), &Refusal::CutsOff)
        .refused(&insert(Place::Edge(EdgeRef::Start(ScopeId::ROOT)), succeed), &Refusal::CutsOff)
        .refused(&insert(Place::After(StateId(99)), succeed), &Refusal::NotFound)
        .refused(&insert(Place::Loose(ScopeId(9)), succeed), &Refusal::NotFound)
        .insert(succeed, Spot::End("D"))
        .assert_flow("^>A A>B B>C C>D D>S")
        .refused(&insert(Place::After(StateId(4)), succeed), &Refusal::NothingFollows { state_type: "Succeed" });
    let deep = format!("{}{}", "[".repeat(990), "]".repeat(990));
    let fragment = format!(r#"{{"X": {{"Type": "Pass", "Result": {deep}, "End": true}}}}"#);
    let mut nested = LINE.to_owned();
    for _ in 0..4 {
        nested = format!(
            r#"{{"StartAt": "M", "States": {{"M": {{"Type": "Map", "ItemProcessor": {nested}, "End": true}}}}}}"#
        );
    }
    let session = Session::open(&nested);
    let place = session.place(edge("A", "B"));
    session.refused(&insert(place, &fragment), &Refusal::TooDeep);
}

#[test]
fn windows_lines_tabs_and_single_lines_stay_what_they_are() {
    let tabs = LINE.replace("  ", "\t").replace('\n', "\r\n");
    let session = Session::open(&tabs).insert(POLLER, edge("A", "B"));
    let text = session.document().text();
    assert!(!text.replace("\r\n", "").contains('\n'));
    assert!(text.contains("\t\t\"B (2)\": {\r\n\t\t\t\"Type\": \"Wait\",\r\n"), "{text}");
    let line = r#"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#;
    let session = Session::open(line).insert(POLLER, Spot::End("A"));
    assert!(!session.document().text().contains('\n'));
    let minified = r#"{"StartAt":"X","States":{"X":{"Type":"Pass","Result":{"a":1.0,"b":[1,2]},"Comment":"written without a blank","End":true}}}"#;
    let session = Session::open(LINE).insert(minified, edge("A", "B"));
    assert!(
        session
            .document()
            .text()
            .contains("    \"X\": {\n      \"Type\": \"Pass\",\n      \"Result\": {\n        \"a\": 1.0,")
    );
}
