//! Copy, cut and paste as plain ASL text.

use super::driver::{Session, Spot, edge};
use super::{LINE, SHOP};
use pasos::asl::Document;
use serde_json::{Value, json};

#[test]
fn a_copy_is_a_machine_of_its_own() {
    let session = Session::open(LINE).copy(&["C", "B"]);
    assert_eq!(
        session.clipboard(),
        r#"{
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
}"#
    );
    session.assert_text(LINE);
}

#[test]
fn what_is_deep_inside_is_dedented_and_loose_states_follow_one_another() {
    let session = Session::open(SHOP).copy(&["One", "Two"]);
    assert!(
        session.clipboard().contains("\n    \"One\": { \"Type\": \"Pass\", \"Next\": \"Two\" },\n"),
        "{}",
        session.clipboard()
    );
    let session = Session::open(SHOP).copy(&["L", "R", "Mend"]);
    let machine: Value = serde_json::from_str(session.clipboard()).unwrap();
    assert_eq!(machine["StartAt"], json!("Mend"));
    assert_eq!(machine["States"]["Mend"]["Next"], json!("L"));
    assert_eq!(machine["States"]["L"]["Next"], json!("R"));
    assert_eq!(machine["States"]["R"]["End"], json!(true));
}

#[test]
fn the_language_and_plain_line_ends_go_along() {
    let machine = LINE.replacen('{', "{\n  \"QueryLanguage\": \"JSONata\",", 1).replace('\n', "\r\n");
    let session = Session::open(&machine).copy(&["D"]);
    let text = "{\n  \"QueryLanguage\": \"JSONata\",\n  \"StartAt\": \"D\",\n  \"States\": {\n    \"D\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}";
    assert_eq!(session.clipboard(), text);
    let one_line = r#"{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1.0,"Comment":"a state without any line break","End":true}}}"#;
    let session = Session::open(one_line).copy(&["A"]);
    assert!(session.clipboard().contains("\n      \"Result\": 1.0,\n"), "{}", session.clipboard());
}

#[test]
fn cut_and_paste_is_a_move_and_copy_and_paste_keeps_handlers() {
    Session::open(LINE).cut(&["B", "C"]).paste(Spot::End("D")).assert_flow("^>A A>D D>B B>C C>.");
    Session::open(SHOP)
        .copy(&["Work"])
        .paste(edge("Mend", "Done"))
        .assert_at("/States/Work (2)/Catch/0/Next", &json!("Mend"))
        .assert_at("/States/Work (2)/Next", &json!("Done"));
    let session = Session::open(SHOP).copy(&["Work"]);
    let fragment = session.clipboard().to_owned();
    Session::open(LINE)
        .insert(&fragment, edge("A", "B"))
        .assert_at("/States/Work/Next", &json!("B"))
        .assert_flow("^>A A>Work Work>B B>C C>D D>.");
}

#[test]
fn what_is_copied_can_be_read_again() {
    for names in [&["Pick"][..], &["Each"], &["Both", "Fail"], &["Done"]] {
        let session = Session::open(SHOP).copy(names);
        let document = Document::new(session.clipboard());
        assert_eq!(document.syntax_errors(), []);
        assert_eq!(document.machine().root().unwrap().states.len(), names.len());
        assert!(document.machine().root().unwrap().start_at.as_ref().unwrap().state.is_some());
    }
}
