//! What the tests of the commands share; and random sequences of commands, done, undone and redone.

use super::commands::{DeleteStates, DuplicateStates, EditText, InsertFragment, RenameState, SetField, SetTarget};
use super::{Command, FieldValue, Following, Place, Refusal, allow, new_state};
use crate::asl::{EdgeRef, QueryLanguage, ScopeId, StateId, StateType};
use crate::project::Editor;
use crate::text::{Edits, Style};
use proptest::prelude::*;
use serde_json::json;

pub(super) const LINE: &str = r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Pass", "End": true }
  }
}"#;

pub(super) const CHOICE: &str = r#"{
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

pub(super) fn id(editor: &Editor, name: &str) -> StateId {
    editor.document().machine().find(name).unwrap()
}

/// A new state of a type, put in alone.
pub(super) fn insertion(place: Place, state_type: StateType) -> Command {
    let state = new_state(state_type, QueryLanguage::JSONPath, "Inner", Following::End);
    let fragment = json!({ "StartAt": state_type.as_str(), "States": { state_type.as_str(): state } });
    Command::from(InsertFragment { place, fragment: Style::default().write(&fragment, "") })
}

/// Does a command on a text, checks the result to the byte, and that undo and redo restore both sides.
#[track_caller]
pub(super) fn check<C: Into<Command>>(before: &str, command: impl Fn(&Editor) -> C, after: &str) {
    let mut editor = Editor::new(before);
    let command = command(&editor).into();
    editor.apply(&command, None).unwrap();
    assert_eq!(editor.document().text(), after);
    assert!(editor.undo());
    assert_eq!(editor.document().text(), before, "undo");
    assert!(editor.redo());
    assert_eq!(editor.document().text(), after, "redo");
}

#[track_caller]
pub(super) fn refuses<C: Into<Command>>(before: &str, command: impl Fn(&Editor) -> C, refusal: Refusal) {
    let mut editor = Editor::new(before);
    let command = command(&editor).into();
    assert_eq!(editor.apply(&command, None), Err(refusal));
    assert_eq!(editor.document().text(), before);
    assert!(!editor.undo(), "a refused command leaves no step");
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
