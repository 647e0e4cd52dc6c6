//! Whole machines, and one state of them at a time.

use crate::case::{Case, case, folders};
use crate::{Seen, converted, run};
use pasos::asl::{Document, QueryLanguage};
use pasos::convert::{Missing, Note, convert_machine, convert_machine_with, convert_state_with};
use pasos::learn::EXAMPLES;
use pasos::sim::Program;
use std::fs;

/// The cases that show how JSONPath fails, where JSONata goes on or fails by another name, with the note that says so;
/// none for data that are `null` as a whole, which have no paths in JSONPath, not even `$`.
const CORNERS: [(&str, Option<Note>); 9] = [
    ("catch-all-does-not-catch-runtime", Some(Note::ErrorIsCaught)),
    ("choice-jsonpath-missing-variable-fails", Some(Note::MissingIsFalse)),
    ("map-distributed-batch-size-path-takes-a-text", Some(Note::NumbersAreNumbers)),
    ("map-distributed-max-items-path-fraction-fails", Some(Note::NumbersAreNumbers)),
    ("map-distributed-max-items-path-takes-a-text", Some(Note::NumbersAreNumbers)),
    ("map-inline-items-path-missing-is-caught", Some(Note::ErrorIsCaught)),
    ("map-inline-runtime-error-ends-the-execution-at-once", Some(Note::ErrorIsCaught)),
    ("parallel-runtime-error-ends-the-execution-at-once", Some(Note::ErrorIsCaught)),
    ("pass-jsonpath-null-input-has-no-paths", None),
];

fn definition(case: &Case) -> Document {
    Document::new(fs::read_to_string(case.folder.join("definition.asl.json")).unwrap())
}

/// The case with another definition.
fn with(case: &Case, document: &Document) -> Case {
    Case {
        program: Program::compile(document).unwrap(),
        input: case.input.clone(),
        name: case.name.clone(),
        folder: case.folder.clone(),
        environment: case.environment.clone(),
        execution_type: case.execution_type,
    }
}

fn seen(case: &Case) -> Seen {
    Seen::of(&case.run(|_, execution| execution))
}

#[test]
fn every_golden_machine_does_the_same() {
    golden_machines(Missing::IsLeftOut);
}

#[test]
fn every_golden_machine_fails_where_it_did() {
    golden_machines(Missing::Fails);
}

fn golden_machines(missing: Missing) {
    let (mut different, mut n_converted) = (Vec::new(), 0);
    for case in folders().into_iter().map(|folder| case(folder).unwrap()) {
        let document = definition(&case);
        let conversion = convert_machine_with(&document, missing);
        assert_eq!(conversion.obstacles, [], "{}", case.name);
        n_converted += usize::from(!conversion.edits.is_empty());
        let after = converted(&document, &conversion);
        assert_eq!(after.machine().query_language(), QueryLanguage::JSONata, "{}", case.name);
        let (before, after) = (seen(&case), seen(&with(&case, &after)));
        let corner = CORNERS.iter().find(|(name, note)| {
            let is_mended = missing == Missing::Fails && *note == Some(Note::MissingIsFalse);
            *name == case.name && !is_mended
        });
        match corner {
            None if before != after => different.push(format!("{}: {before:?} is now {after:?}", case.name)),
            Some((_, note)) => {
                let notes: Vec<Note> = conversion.changes.iter().flat_map(|change| change.notes.clone()).collect();
                assert!(before != after, "{} is no corner any more", case.name);
                assert!(note.is_none_or(|note| notes.contains(&note)), "{}: {notes:?}", case.name);
            }
            None => {}
        }
    }
    assert!(n_converted > 150, "{n_converted}");
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn every_state_can_be_converted_by_itself() {
    let (mut different, mut n_converted) = (Vec::new(), 0);
    for case in folders().into_iter().map(|folder| case(folder).unwrap()) {
        let document = definition(&case);
        let is_corner = CORNERS.iter().any(|(name, _)| *name == case.name);
        if document.machine().query_language() == QueryLanguage::JSONata || is_corner {
            continue;
        }
        let before = seen(&case);
        for (id, state) in document.machine().states() {
            // One way for each other state.
            let missing = if id.0 % 2 == 0 { Missing::IsLeftOut } else { Missing::Fails };
            let conversion = convert_state_with(&document, id, missing);
            let is_jsonata = state.query_language == QueryLanguage::JSONata;
            assert_eq!(conversion.edits.is_empty(), is_jsonata, "{}: {}", case.name, state.name);
            n_converted += conversion.n_converted;
            let after = seen(&with(&case, &converted(&document, &conversion)));
            if before != after {
                different.push(format!("{}, {}: {before:?} is now {after:?}", case.name, state.name));
            }
        }
    }
    assert!(n_converted > 250, "{n_converted}");
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn every_example_of_the_gallery_does_the_same() {
    for example in &EXAMPLES {
        let document = Document::new(example.definition);
        let conversion = convert_machine(&document);
        assert_eq!(conversion.obstacles, [], "{}", example.id);
        let after = converted(&document, &conversion);
        let input: serde_json::Value = serde_json::from_str(example.input).unwrap();
        let [before, after] =
            [&document, &after].map(|document| Seen::of(&run(document, input.clone(), example.mocks())));
        assert_eq!(before, after, "{}", example.id);
    }
}

#[test]
fn a_converted_machine_has_nothing_left_to_convert_and_undo_restores_it() {
    for folder in folders() {
        let document = Document::new(fs::read_to_string(folder.join("definition.asl.json")).unwrap());
        let conversion = convert_machine(&document);
        let after = document.edited(&conversion.edits);
        assert!(convert_machine(&after).edits.is_empty());
        assert_eq!(conversion.edits.inverse(document.text()).apply(after.text()), document.text());
    }
}
