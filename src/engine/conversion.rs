//! A conversion to JSONata in words, for a person to look at before it is done.

use super::protocol::{ConversionPreview, ConvertedField};
use crate::asl::{Document, StateId};
use crate::convert::{Change, Missing, Obstacle, convert_machine_with, convert_state_with};
use crate::i18n::Language;
use crate::i18n::convert::ConvertMessages;

/// What converting a state, or the whole machine, would change.
pub(super) fn conversion_preview(
    document: &Document,
    state: Option<StateId>,
    missing: Missing,
    language: Language,
) -> ConversionPreview {
    let words = language.convert_messages();
    let convert = |missing| match state {
        None => convert_machine_with(document, missing),
        Some(state) => convert_state_with(document, state, missing),
    };
    let conversion = convert(missing);
    let otherwise = convert(match missing {
        Missing::IsLeftOut => Missing::Fails,
        Missing::Fails => Missing::IsLeftOut,
    });
    ConversionPreview {
        depends_on_missing: conversion.edits != otherwise.edits,
        edits: conversion.edits,
        n_states: conversion.n_converted,
        changes: conversion.changes.into_iter().map(|change| field(change, words)).collect(),
        obstacles: conversion.obstacles.into_iter().map(|obstacle| reason(obstacle, words)).collect(),
    }
}

fn field(change: Change, words: &dyn ConvertMessages) -> ConvertedField {
    ConvertedField {
        state: change.name,
        field: change.field,
        before: moved_left(&change.before),
        after: moved_left(&change.after),
        notes: change.notes.into_iter().map(|note| words.convert_note(note).to_owned()).collect(),
    }
}

fn reason(obstacle: Obstacle, words: &dyn ConvertMessages) -> (String, String, String) {
    (obstacle.name, obstacle.field, words.convert_reason(&obstacle.reason))
}

/// Members as they are written, without the indentation of the object that has them: each begins without it already, and its
/// last line has it.
fn moved_left(members: &str) -> String {
    let indentation = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let least = members.lines().map(|line| indentation(&line)).filter(|size| *size > 0).min().unwrap_or(0);
    members.lines().map(|line| &line[indentation(&line).min(least)..]).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview(text: &str, missing: Missing) -> ConversionPreview {
        let document = Document::new(text.to_owned());
        let state = document.machine().find("A");
        conversion_preview(&document, state, missing, Language::En)
    }

    #[test]
    fn members_begin_at_the_left() {
        let text = "{\n    \"StartAt\": \"A\",\n    \"States\": {\n        \"A\": {\n            \"Type\": \"Pass\",\n            \"Parameters\": {\n                \"n.$\": \"$.a\"\n            },\n            \"OutputPath\": \"$\",\n            \"End\": true\n        }\n    }\n}";
        let changes = preview(text, Missing::IsLeftOut).changes;
        let change = changes.iter().find(|change| change.field == "Output").unwrap();
        assert!(change.before.starts_with("\"Parameters\": {\n    \"n.$\": \"$.a\"\n}"), "{}", change.before);
        assert_eq!(change.after, "\"Output\": {\n    \"n\": \"{% $states.input.a %}\"\n}");
    }

    #[test]
    fn says_whether_missing_data_make_a_difference() {
        let state = |fields: &str| {
            format!(r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Pass", {fields}, "End": true}}}}}}"#)
        };
        let deep = state(r#""Parameters": {"n.$": "$.a"}, "ResultPath": "$.x""#);
        for missing in [Missing::IsLeftOut, Missing::Fails] {
            assert!(preview(&deep, missing).depends_on_missing);
            assert!(!preview(&state(r#""Parameters": {"n": 1}"#), missing).depends_on_missing);
        }
        assert!(preview(&deep, Missing::Fails).changes.iter().any(|change| change.after.contains("$assert")));
    }
}
