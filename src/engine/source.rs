//! The text that a message is about. The worker remembers the last one: of a definition of 1 MB, a key is a message of some
//! bytes, and what was read of the text need not be read again.

use crate::text::Edits;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt::{self, Formatter};

/// A definition in a message: a text, or an object with its changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Source {
    /// The whole text.
    Text(String),
    /// The text of the message before, changed.
    Edited {
        /// What changes; nothing where the text is the same.
        edits: Edits,
        /// How many bytes the text has then: where that is not so, the two have lost each other.
        length: usize,
    },
}

impl Source {
    /// A text, told by what makes it differ from the one that was sent last, where that is shorter.
    pub fn after(text: &str, last: Option<&str>) -> Self {
        let Some(last) = last else { return text.into() };
        let edits = Edits::between(last, text);
        let n_inserted: usize = edits.iter().map(|edit| edit.insert.len()).sum();
        if n_inserted * 2 > text.len() { text.into() } else { Self::Edited { edits, length: text.len() } }
    }

    /// The text that the worker has at hand.
    pub(super) fn unchanged(text: &str) -> Self {
        Self::Edited { edits: Edits::none(), length: text.len() }
    }

    /// Whether it is the text that the worker has at hand.
    pub(super) fn is_unchanged(&self, last: &str) -> bool {
        matches!(self, Self::Edited { edits, length } if edits.is_empty() && *length == last.len())
    }

    /// The whole text, by the one before; none where they do not fit.
    pub(super) fn text(self, last: Option<&str>) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Edited { edits, length } => last.map(|last| edits.apply(last)).filter(|text| text.len() == length),
        }
    }
}

impl From<&str> for Source {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Source {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

// What serde derives for an untagged enum reads a text into a copy first, and then what it needs out of that.
impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SourceVisitor)
    }
}

struct SourceVisitor;

impl<'de> Visitor<'de> for SourceVisitor {
    type Value = Source;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, or its changes")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Source, E> {
        Ok(text.into())
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Source, E> {
        Ok(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Source, A::Error> {
        #[derive(Deserialize)]
        struct Edited {
            edits: Edits,
            length: usize,
        }
        let Edited { edits, length } = Edited::deserialize(MapAccessDeserializer::new(members))?;
        Ok(Source::Edited { edits, length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_is_a_short_message() {
        let before = "{\"a\": 1}".repeat(1_000);
        let after = before.replacen('1', "12", 1);
        let message = serde_json::to_string(&Source::after(&after, Some(&before))).unwrap();
        assert!(message.len() < 100, "{message}");
        let read: Source = serde_json::from_str(&message).unwrap();
        assert_eq!(read.text(Some(&before)).as_deref(), Some(&*after));
    }

    #[test]
    fn who_has_lost_the_text_notices() {
        let edited = Source::after("abcd", Some("abcdefgh"));
        assert_eq!(edited.clone().text(None), None);
        assert_eq!(edited.text(Some("abc")), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_through(before in ".{0,40}", after in ".{0,40}") {
            let message = serde_json::to_string(&Source::after(&after, Some(&before))).unwrap();
            let read: Source = serde_json::from_str(&message).unwrap();
            prop_assert_eq!(read.text(Some(&before)), Some(after));
        }
    }
}
