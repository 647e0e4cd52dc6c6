//! The names that people read in what is inserted, in their language.

use super::words::state_text;
use crate::i18n::Language;
use serde_json::{Map, Value};

/// The fields whose text is a name of a state, or a sentence for people.
const FIELDS: [&str; 6] = ["StartAt", "Next", "Default", "Comment", "Cause", "Subject"];

/// A fragment of the palette with its names and sentences in a language. The recursion ends with the palette's own texts.
pub(super) fn localized(value: Value, language: Language) -> Value {
    match value {
        Value::Object(members) => Value::Object(
            members.into_iter().map(|(key, value)| (key.clone(), member(&key, value, language))).collect(),
        ),
        Value::Array(items) => items.into_iter().map(|item| localized(item, language)).collect(),
        other => other,
    }
}

fn member(key: &str, value: Value, language: Language) -> Value {
    match value {
        Value::String(text) if FIELDS.contains(&key) => state_text(&text, language).into(),
        Value::Object(states) if key == "States" => {
            let named =
                |(name, state): (String, Value)| (state_text(&name, language).to_owned(), localized(state, language));
            Value::Object(states.into_iter().map(named).collect::<Map<_, _>>())
        }
        other => localized(other, language),
    }
}
