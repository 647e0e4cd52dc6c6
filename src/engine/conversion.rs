//! A conversion to JSONata in words, for a person to look at before it is done.

use super::protocol::{ConversionPreview, ConvertedField};
use crate::asl::{Document, StateId};
use crate::convert::{Change, Obstacle, convert_machine, convert_state};
use crate::i18n::Language;
use crate::i18n::convert::ConvertMessages;

/// What converting a state, or the whole machine, would change.
pub(super) fn conversion_preview(document: &Document, state: Option<StateId>, language: Language) -> ConversionPreview {
    let words = language.convert_messages();
    let conversion = state.map_or_else(|| convert_machine(document), |state| convert_state(document, state));
    ConversionPreview {
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
