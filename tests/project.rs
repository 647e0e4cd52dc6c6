//! A project is one value with one history: whatever was changed is taken back whole, done again whole, and comes back from
//! what was written down of it.

use pasos::check::Silence;
use pasos::edit::{Command, Label, StepKind};
use pasos::layout::Shift;
use pasos::mock::{Answer, Sequence};
use pasos::project::{Editor, MachineId, MergeKey, Project, assemble, base_text, decode, encode, entries_text};
use pasos::sim::ExecutionType;
use pasos::text::{Edits, Span};
use proptest::prelude::*;
use serde_json::json;

const TEXT: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Next": "B"}, "B": {"Type": "Succeed"}}}"#;

#[derive(Clone, Debug)]
enum Deed {
    Type { at: usize, text: String },
    Replace(String),
    Rename(String),
    Input(String),
    Name(String),
    Mock(u8, Option<u8>),
    File(u8, u8, Option<u8>),
    Express(bool),
    Start(String),
    Silence(u8),
    Place(u8, Option<i8>),
    Link(u8, Option<u8>),
    Undo,
    Redo,
    GoTo(usize),
    Close,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let text = || "[aé\n]{0,3}";
    let deed = prop_oneof![
        (0_usize..200, text()).prop_map(|(at, text)| Deed::Type { at, text }),
        text().prop_map(Deed::Replace),
        "[A-D]".prop_map(Deed::Rename),
        text().prop_map(Deed::Input),
        "[aé]{1,3}".prop_map(Deed::Name),
        (0_u8..3, proptest::option::of(0_u8..3)).prop_map(|(state, answer)| Deed::Mock(state, answer)),
        (0_u8..2, 0_u8..2, proptest::option::of(0_u8..3)).prop_map(|(b, k, content)| Deed::File(b, k, content)),
        any::<bool>().prop_map(Deed::Express),
        text().prop_map(Deed::Start),
        (0_u8..3).prop_map(Deed::Silence),
        (0_u8..3, proptest::option::of(any::<i8>())).prop_map(|(state, by)| Deed::Place(state, by)),
        (0_u8..2, proptest::option::of(0_u8..2)).prop_map(|(name, id)| Deed::Link(name, id)),
        Just(Deed::Undo),
        Just(Deed::Redo),
        (0_usize..12).prop_map(Deed::GoTo),
        Just(Deed::Close),
    ];
    proptest::collection::vec(deed, 0..40)
}

fn set(editor: &mut Editor, kind: StepKind, change: impl FnOnce(&mut Project)) {
    editor.change(Label::new(kind, ""), Some(MergeKey(format!("{kind:?}"))), change);
}

fn carry_out(editor: &mut Editor, deed: Deed) {
    let name = |number: u8| ["A", "B", "ñ"][usize::from(number)].to_owned();
    match deed {
        Deed::Type { at, text } => {
            let whole = editor.document().text();
            let mut at = at.min(whole.len());
            while !whole.is_char_boundary(at) {
                at -= 1;
            }
            let edits = Edits::replace(Span::empty(at), text);
            let command = Command::from(pasos::edit::commands::EditText { edits });
            let _ = editor.apply(&command, Some(MergeKey("typing".to_owned())));
        }
        Deed::Replace(text) => {
            let _ = editor.apply(&Command::from(pasos::edit::commands::ReplaceText { text }), None);
        }
        Deed::Rename(to) => {
            let found = editor.document().machine().find("A");
            if let Some(state) = found {
                // A name that is taken is refused, and changes nothing.
                let _ = editor.apply(&Command::from(pasos::edit::commands::RenameState { state, name: to }), None);
            }
        }
        Deed::Input(text) => set(editor, StepKind::SetInput, |project| project.input = text),
        Deed::Name(text) => set(editor, StepKind::SetName, |project| project.name = text),
        Deed::Mock(state, answer) => set(editor, StepKind::SetMocks, |project| {
            project.change_mocks(|mocks| match answer {
                Some(n) => drop(mocks.states.insert(name(state), Sequence::always(Answer::of(json!(n))))),
                None => drop(mocks.states.remove(&name(state))),
            });
        }),
        Deed::File(bucket, key, content) => set(editor, StepKind::SetFiles, |project| {
            project.change_files(|files| match content {
                Some(content) => files.put(&name(bucket), &name(key), vec![content]),
                None => drop(files.buckets.remove(&name(bucket))),
            });
        }),
        Deed::Express(is_express) => set(editor, StepKind::SetExecutionType, |project| {
            project.execution_type = if is_express { ExecutionType::Express } else { ExecutionType::Standard };
        }),
        Deed::Start(text) => set(editor, StepKind::SetStartTime, |project| project.start_time = text),
        Deed::Silence(rule) => set(editor, StepKind::SetSilenced, |project| {
            project.silenced.push(Silence { rule: name(rule), state: Some("A".to_owned()) });
        }),
        Deed::Place(state, by) => set(editor, StepKind::PlaceByHand, |project| match by {
            Some(by) => {
                project.placements.insert(name(state), Shift { across: f64::from(by), along: 0.0 });
            }
            None => drop(project.placements.remove(&name(state))),
        }),
        Deed::Link(alias, id) => set(editor, StepKind::SetLinked, |project| match id {
            Some(id) => drop(project.linked.insert(name(alias), MachineId::of(u128::from(id)))),
            None => drop(project.linked.remove(&name(alias))),
        }),
        Deed::Undo => drop(editor.undo()),
        Deed::Redo => drop(editor.redo()),
        Deed::GoTo(position) => drop(editor.go_to(position)),
        Deed::Close => editor.close_step(),
    }
}

proptest! {
    #[test]
    fn all_that_was_done_is_taken_back_and_done_again(deeds in deeds()) {
        let first = Project::new("first", TEXT);
        let mut editor = Editor::of(first.clone());
        deeds.into_iter().for_each(|deed| carry_out(&mut editor, deed));
        while editor.redo() {}
        let (last, n_steps) = (editor.project().clone(), editor.position());
        editor.go_to(0);
        prop_assert_eq!(editor.project(), &first);
        for _ in 0..n_steps {
            editor.redo();
        }
        prop_assert_eq!(editor.project(), &last);
        while editor.undo() {}
        prop_assert_eq!(editor.project(), &first);
    }

    #[test]
    fn what_was_written_down_gives_the_project_and_its_history(deeds in deeds(), every in 1_usize..6) {
        let mut editor = Editor::of(Project::new("first", TEXT));
        let base = base_text(0, &editor);
        let mut journal = Vec::new();
        for (number, deed) in deeds.into_iter().enumerate() {
            carry_out(&mut editor, deed);
            if number % every == 0 {
                journal.push(entries_text(&editor.take_entries()));
            }
        }
        journal.push(entries_text(&editor.take_entries()));
        let numbered = journal.iter().enumerate().map(|(index, text)| (index as u64 + 1, text.as_str()));
        let assembled = assemble(&base, numbered).unwrap();
        prop_assert_eq!(&assembled.damage, &None);
        let rebased = assemble(&base_text(9, &editor), []).unwrap();
        for mut stored in [assembled.editor, rebased.editor] {
            prop_assert_eq!(stored.project(), editor.project());
            prop_assert_eq!(stored.position(), editor.position());
            prop_assert!(stored.steps().eq(editor.steps()));
            let mut original = editor.clone();
            while original.undo() {
                prop_assert!(stored.undo());
                prop_assert_eq!(stored.project(), original.project());
            }
            prop_assert!(!stored.undo());
        }
    }

    #[test]
    fn no_text_is_read_with_a_panic(text in ".{0,80}", cut in 0_usize..2000) {
        let _ = decode(&text);
        let _ = assemble(&text, [(1, text.as_str())]);
        let mut whole = encode(&Project::new("ñ", TEXT));
        let mut cut = cut.min(whole.len());
        while !whole.is_char_boundary(cut) {
            cut -= 1;
        }
        whole.truncate(cut);
        let _ = decode(&whole);
        let _ = assemble(&whole, []);
    }
}

#[test]
fn a_key_in_a_large_definition_writes_the_step_and_not_the_text() {
    let large = format!(
        r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Pass", "Result": "{}", "End": true}}}}}}"#,
        "x".repeat(1_000_000)
    );
    let mut editor = Editor::of(Project::new("large", large));
    let at = editor.document().text().len() - 20;
    let edits = Edits::replace(Span::empty(at), "y");
    editor.apply(&Command::from(pasos::edit::commands::EditText { edits }), None).unwrap();
    let written = entries_text(&editor.take_entries());
    assert!(written.len() < 400, "{} bytes: {written}", written.len());
}
