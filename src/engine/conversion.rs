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
        before: change.before,
        after: change.after,
        notes: change.notes.into_iter().map(|note| words.convert_note(note).to_owned()).collect(),
    }
}

fn reason(obstacle: Obstacle, words: &dyn ConvertMessages) -> (String, String, String) {
    (obstacle.name, obstacle.field, words.convert_reason(&obstacle.reason))
}
