//! Every command, done, undone and redone.

use super::commands::{DeleteStates, DuplicateStates, EditText, InsertFragment, RenameState, SetField, SetTarget};
use super::{Command, FieldValue, Following, Place, Refusal, allow, new_state};
use crate::asl::{EdgeRef, QueryLanguage, ScopeId, StateId, StateType, TransitionKind};
use crate::project::{Editor, MergeKey};
use crate::text::{Edits, Pointer, Style};
use proptest::prelude::*;
use serde_json::json;

const LINE: &str = r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Pass", "End": true }
  }
}"#;

const CHOICE: &str = r#"{
  "StartAt": "Pick",
  "States": {
    "Pick": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.x", "NumericEquals": 1.0, "Next": "Work" },
        { "Variable": "$.y", "IsPresent": true, "Next": "Done" }
      ],
      "Default": "Work"
    },
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
      "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Done" }],
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}"#;

fn id(editor: &Editor, name: &str) -> StateId {
    editor.document().machine().find(name).unwrap()
}

/// A new state of a type, put in alone.
fn insertion(place: Place, state_type: StateType) -> Command {
    let state = new_state(state_type, QueryLanguage::JSONPath, "Inner", Following::End);
    let fragment = json!({ "StartAt": state_type.as_str(), "States": { state_type.as_str(): state } });
    Command::from(InsertFragment { place, fragment: Style::default().write(&fragment, "") })
}

/// Does a command on a text, checks the result to the byte, and that undo and redo restore both sides.
#[track_caller]
fn check(before: &str, command: impl Fn(&Editor) -> Command, after: &str) {
    let mut editor = Editor::new(before);
    let command = command(&editor);
    editor.apply(&command, None).unwrap();
    assert_eq!(editor.document().text(), after);
    assert!(editor.undo());
    assert_eq!(editor.document().text(), before, "undo");
    assert!(editor.redo());
    assert_eq!(editor.document().text(), after, "redo");
}

#[track_caller]
fn refuses(before: &str, command: impl Fn(&Editor) -> Command, refusal: Refusal) {
    let mut editor = Editor::new(before);
    let command = command(&editor);
    assert_eq!(editor.apply(&command, None), Err(refusal));
    assert_eq!(editor.document().text(), before);
    assert!(!editor.undo(), "a refused command leaves no step");
}

#[test]
fn rename_takes_every_reference_along() {
    check(
        CHOICE,
        |editor| Command::from(RenameState { state: id(editor, "Done"), name: "Finished \"now\"".into() }),
        &CHOICE.replace("\"Done\"", r#""Finished \"now\"""#),
    );
    check(
        LINE,
        |editor| Command::from(RenameState { state: id(editor, "A"), name: "Z".into() }),
        &LINE.replace("\"A\"", "\"Z\""),
    );
}

#[test]
fn rename_refuses_names_that_aws_refuses() {
    let rename =
        |name: String| move |editor: &Editor| Command::from(RenameState { state: id(editor, "A"), name: name.clone() });
    refuses(LINE, rename(" ".into()), Refusal::EmptyName);
    refuses(LINE, rename("B".into()), Refusal::NameTaken { name: "B".into() });
    refuses(LINE, rename("é".repeat(81)), Refusal::NameTooLong { length: 81 });
}

#[test]
fn insert_between_two_states_changes_two_places() {
    check(
        LINE,
        |editor| insertion(Place::Edge(EdgeRef::Transition(id(editor, "A"), TransitionKind::Next)), StateType::Wait),
        r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "Wait" },
    "Wait": {
      "Type": "Wait",
      "Seconds": 5,
      "Next": "B"
    },
    "B": { "Type": "Pass", "End": true }
  }
}"#,
    );
}

#[test]
fn insert_at_the_start_and_at_the_end() {
    check(
        LINE,
        |_| insertion(Place::Edge(EdgeRef::Start(ScopeId::ROOT)), StateType::Pass),
        &LINE.replace("\"StartAt\": \"A\"", "\"StartAt\": \"Pass\"").replace(
            "    \"A\": {",
            "    \"Pass\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"A\"\n    },\n    \"A\": {",
        ),
    );
    check(
        LINE,
        |editor| insertion(Place::Edge(EdgeRef::End(id(editor, "B"))), StateType::Succeed),
        &LINE.replace(
            r#"{ "Type": "Pass", "End": true }"#,
            "{ \"Type\": \"Pass\", \"Next\": \"Succeed\" },\n    \"Succeed\": {\n      \"Type\": \"Succeed\"\n    }",
        ),
    );
}

#[test]
fn a_state_that_ends_cannot_stand_between_two() {
    refuses(
        LINE,
        |editor| insertion(Place::Edge(EdgeRef::Transition(id(editor, "A"), TransitionKind::Next)), StateType::Fail),
        Refusal::CutsOff,
    );
}

#[test]
fn the_first_state_of_an_empty_machine() {
    check(
        "{}",
        |_| insertion(Place::Empty(ScopeId::ROOT), StateType::Pass),
        "{\n  \"StartAt\": \"Pass\",\n  \"States\": {\n    \"Pass\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}",
    );
}

#[test]
fn delete_heals_the_chain() {
    check(
        LINE,
        |editor| Command::from(DeleteStates { states: vec![id(editor, "B")] }),
        "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}",
    );
    check(
        LINE,
        |editor| Command::from(DeleteStates { states: vec![id(editor, "A")] }),
        "{\n  \"StartAt\": \"B\",\n  \"States\": {\n    \"B\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}",
    );
}

#[test]
fn deleting_an_end_removes_the_rules_and_catchers_that_led_to_it() {
    let mut editor = Editor::new(CHOICE);
    editor.apply(&DeleteStates { states: vec![id(&editor, "Done")] }.into(), None).unwrap();
    let value: serde_json::Value = serde_json::from_str(editor.document().text()).unwrap();
    assert_eq!(value["States"]["Pick"]["Choices"], json!([{"Variable": "$.x", "NumericEquals": 1.0, "Next": "Work"}]));
    assert_eq!(value["States"]["Work"].get("Catch"), None);
    assert_eq!(value["States"]["Work"]["End"], json!(true));
    assert!(editor.document().text().contains("1.0"), "numbers keep their spelling");
    editor.undo();
    assert_eq!(editor.document().text(), CHOICE);
}

#[test]
fn a_field_is_replaced_added_in_its_place_and_removed() {
    let set = |field: &str, value: Option<FieldValue>| {
        let field = field.to_owned();
        move |_: &Editor| {
            Command::from(SetField {
                object: Pointer::parse("/States/Work"),
                field: field.clone(),
                value: value.clone(),
            })
        }
    };
    check(
        CHOICE,
        set("Resource", Some(FieldValue::Value(json!("x")))),
        &CHOICE.replace("arn:aws:lambda:us-east-1:123456789012:function:f", "x"),
    );
    check(
        CHOICE,
        set("TimeoutSeconds", Some(FieldValue::Json("1.50".into()))),
        &CHOICE.replace("    \"Work\": {\n", "    \"Work\": {\n      \"TimeoutSeconds\": 1.50,\n"),
    );
    check(
        CHOICE,
        set("Resource", None),
        &CHOICE.replace("      \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\",\n", ""),
    );
    refuses(CHOICE, set("Result", Some(FieldValue::Json("{".into()))), Refusal::NotJson);
}

#[test]
fn a_transition_is_led_elsewhere() {
    check(
        CHOICE,
        |editor| {
            Command::from(SetTarget {
                edge: EdgeRef::Transition(id(editor, "Pick"), TransitionKind::Default),
                target: Some(id(editor, "Done")),
            })
        },
        &CHOICE.replace("\"Default\": \"Work\"", "\"Default\": \"Done\""),
    );
    check(
        LINE,
        |editor| {
            Command::from(SetTarget { edge: EdgeRef::Transition(id(editor, "A"), TransitionKind::Next), target: None })
        },
        &LINE.replace("\"Next\": \"B\"", "\"End\": true"),
    );
}

#[test]
fn a_copy_gets_names_of_its_own() {
    let text = r#"{"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true}}}"#;
    let mut editor = Editor::new(text);
    let select = editor.apply(&DuplicateStates { states: vec![id(&editor, "M")] }.into(), None).unwrap();
    assert_eq!(select.as_deref(), Some("M (2)"));
    let names: Vec<_> = editor.document().machine().states().map(|(_, state)| state.name.to_string()).collect();
    assert_eq!(names, ["M", "P", "M (2)", "P (2)"]);
    editor.undo();
    assert_eq!(editor.document().text(), text);
}

#[test]
fn windows_line_ends_and_single_lines_stay() {
    let windows = LINE.replace('\n', "\r\n");
    let mut editor = Editor::new(windows.as_str());
    let edge = EdgeRef::Transition(id(&editor, "A"), TransitionKind::Next);
    editor.apply(&insertion(Place::Edge(edge), StateType::Pass), None).unwrap();
    assert!(!editor.document().text().replace("\r\n", "").contains('\n'));
    check(
        r#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#,
        |_| insertion(Place::Edge(EdgeRef::Start(ScopeId::ROOT)), StateType::Pass),
        r#"{"StartAt":"Pass","States":{"Pass": { "Type": "Pass", "Next": "A" }, "A":{"Type":"Succeed"}}}"#,
    );
}

#[test]
fn typing_with_one_key_is_one_step() {
    let mut editor = Editor::new("");
    for letter in ["{", "}", " "] {
        let end = editor.document().text().len();
        let edits = Edits::replace(crate::text::Span::empty(end), letter);
        editor.apply(&EditText { edits }.into(), Some(MergeKey("typing".into()))).unwrap();
    }
    assert!(editor.undo());
    assert_eq!(editor.document().text(), "");
    assert!(editor.redo());
    assert_eq!(editor.document().text(), "{} ");
}

/// One random gesture, made to fit whatever the document is at that moment.
fn command(editor: &Editor, kind: u8, a: usize, b: usize, text: &str) -> Command {
    let machine = editor.document().machine();
    let state = StateId((a % machine.n_states().max(1)) as u32);
    let mut edges: Vec<EdgeRef> = machine.scopes().map(|(scope, _)| EdgeRef::Start(scope)).collect();
    for (id, state) in machine.states() {
        edges.extend(state.transitions.iter().map(|transition| EdgeRef::Transition(id, transition.kind)));
        edges.push(EdgeRef::End(id));
    }
    let edge = *edges.get(a % edges.len().max(1)).unwrap_or(&EdgeRef::Start(ScopeId::ROOT));
    let state_type = StateType::ALL[b % 8];
    match kind % 9 {
        0 => Command::from(RenameState { state, name: text.to_owned() }),
        1 | 2 => insertion(Place::Edge(edge), state_type),
        3 => Command::from(DeleteStates { states: vec![state] }),
        4 => Command::from(DuplicateStates { states: vec![state] }),
        5 => insertion(Place::Empty(ScopeId((b % 4) as u32)), state_type),
        6 => Command::from(SetTarget {
            edge,
            target: (!b.is_multiple_of(3)).then_some(StateId((b % machine.n_states().max(1)) as u32)),
        }),
        7 => {
            let object = machine
                .states()
                .nth(a % machine.n_states().max(1))
                .map(|(_, state)| editor.document().tree().pointer(state.node));
            let field = ["Comment", "Next", "End", "Catch", "Parameters"][b % 5].to_owned();
            let value = (!a.is_multiple_of(4)).then(|| FieldValue::Value(json!({ "text": text, "n": [a, 1.0] })));
            Command::from(SetField { object: object.unwrap_or_default(), field, value })
        }
        _ => {
            let length = editor.document().text().len();
            let mut at = a % (length + 1);
            while !editor.document().text().is_char_boundary(at) {
                at -= 1;
            }
            Command::from(EditText { edits: Edits::replace(crate::text::Span::empty(at), text) })
        }
    }
}

proptest! {
    #[test]
    fn any_sequence_of_edits_is_taken_back_byte_for_byte(
        start in prop::sample::select(vec![
            LINE.to_owned(), CHOICE.to_owned(), CHOICE.replace('\n', "\r\n"), CHOICE.replace("  ", "\t"),
            r#"{"StartAt":"A","States":{"A":{"Type":"Pass","Result":1.50,"Zzz":[],"End":true}}}"#.to_owned(),
            r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next"#.to_owned(), "[]".to_owned(), String::new(),
        ]),
        gestures in prop::collection::vec((any::<u8>(), 0_usize..1000, 0_usize..1000, "[a-zé\"😀 ]{0,6}"), 0..25),
    ) {
        let mut editor = Editor::new(start.as_str());
        let mut texts = vec![start];
        for (kind, a, b, text) in gestures {
            let was_right = editor.document().syntax_errors().is_empty();
            let command = command(&editor, kind, a, b, &text);
            let before = editor.document().text().to_owned();
            let done = editor.apply(&command, None);
            if was_right && !matches!(command, Command::EditText(_)) {
                prop_assert!(
                    editor.document().syntax_errors().is_empty(),
                    "{command:?} broke\n{before}\ninto\n{}", editor.document().text()
                );
            }
            if done.is_err() {
                prop_assert_eq!(&before, editor.document().text());
            } else if editor.document().text() != before {
                texts.push(editor.document().text().to_owned());
            }
        }
        let last = texts.len() - 1;
        for text in texts[..last].iter().rev() {
            // A step may change nothing in the text (a value replaced by itself): it is a step all the same.
            while editor.document().text() != text.as_str() {
                prop_assert!(editor.undo());
            }
        }
        while editor.undo() {}
        prop_assert_eq!(editor.document().text(), texts[0].as_str());
        while editor.redo() {}
        prop_assert_eq!(editor.document().text(), texts[last].as_str());
    }

    #[test]
    fn what_may_be_inserted_can_be_inserted(kind in 0_usize..8, a in 0_usize..100) {
        let mut editor = Editor::new(CHOICE);
        let Command::InsertFragment(InsertFragment { place: Place::Edge(edge), .. }) = command(&editor, 1, a, kind, "") else { unreachable!() };
        let state_type = StateType::ALL[kind];
        let allowed = allow::insert(editor.document().machine(), edge, state_type);
        prop_assert_eq!(editor.apply(&insertion(Place::Edge(edge), state_type), None).is_ok(), allowed);
    }
}
