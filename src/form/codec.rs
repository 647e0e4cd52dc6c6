//! From a value of the text to what stands in a control, and back.

use crate::asl::Document;
use crate::edit::FieldValue;
use crate::text::Style;
use crate::text::json::{self, NodeId, NodeKind};
use serde_json::Value;

/// How a control writes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// A text without its quotes.
    Text,
    /// A number as it is spelled.
    Number,
    /// What stands between `{%` and `%}`.
    Expression,
    /// JSON, its lines moved to the left.
    Json,
}

/// Why what stands in a control is no value yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no number.
    NotNumber,
    /// It is no JSON.
    NotJson,
}

impl Codec {
    /// What a control shows for a value; none when the value is of another kind.
    pub fn show(self, document: &Document, node: NodeId) -> Option<String> {
        match (self, document.tree().kind(node)) {
            (Self::Text, NodeKind::String(text)) => Some(text.to_string()),
            (Self::Number, NodeKind::Number) => Some(document.source(node).to_owned()),
            (Self::Expression, NodeKind::String(text)) => inside(text).map(str::to_owned),
            (Self::Json, _) => Some(moved_left(document, node)),
            _ => None,
        }
    }

    /// The value of what stands in a control.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(self, text: &str) -> Result<FieldValue, Fault> {
        match self {
            Self::Text => Ok(FieldValue::Value(Value::from(text))),
            Self::Number => {
                let text = text.trim();
                let is_number = serde_json::from_str::<Value>(text).is_ok_and(|value| value.is_number());
                if is_number { Ok(FieldValue::Json(text.to_owned())) } else { Err(Fault::NotNumber) }
            }
            Self::Expression => {
                // Whoever pastes a whole expression means what is inside.
                let inner = inside(text.trim()).unwrap_or(text).trim();
                Ok(FieldValue::Value(Value::from(format!("{{% {inner} %}}"))))
            }
            Self::Json => {
                let is_json = json::parse(text).errors.is_empty() && !text.trim().is_empty();
                if is_json { Ok(FieldValue::Json(text.trim().to_owned())) } else { Err(Fault::NotJson) }
            }
        }
    }
}

/// What stands between the delimiters of an expression.
fn inside(text: &str) -> Option<&str> {
    Some(text.strip_prefix("{%")?.strip_suffix("%}")?.trim())
}

/// The source of a value without the indentation of the line on which it starts.
pub(super) fn moved_left(document: &Document, node: NodeId) -> String {
    let start = document.tree().span(node).start;
    let indentation = Style::indentation_at(document.text(), start);
    let source = document.source(node);
    source.lines().map(|line| line.strip_prefix(indentation).unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(codec: Codec, value: &str) -> Option<String> {
        let document = Document::new(format!("{{\n  \"a\": {value}\n}}"));
        let node = document.tree().get(document.tree().root().unwrap(), "a").unwrap();
        codec.show(&document, node)
    }

    #[test]
    fn shows_values_as_people_type_them() {
        assert_eq!(shown(Codec::Text, "\"a\\nb\"").as_deref(), Some("a\nb"));
        assert_eq!(shown(Codec::Number, "1.50").as_deref(), Some("1.50"));
        assert_eq!(shown(Codec::Expression, "\"{% $x %}\"").as_deref(), Some("$x"));
        assert_eq!(shown(Codec::Expression, "\"x\""), None);
        assert_eq!(shown(Codec::Number, "\"1\""), None);
        assert_eq!(shown(Codec::Json, "{\n    \"b\": 1\n  }").as_deref(), Some("{\n  \"b\": 1\n}"));
    }

    #[test]
    fn reads_what_is_typed() {
        assert_eq!(Codec::Number.read(" 2.0 "), Ok(FieldValue::Json("2.0".into())));
        assert_eq!(Codec::Number.read("2."), Err(Fault::NotNumber));
        assert_eq!(Codec::Number.read("\"2\""), Err(Fault::NotNumber));
        let expression = Ok(FieldValue::Value("{% $a %}".into()));
        assert_eq!(Codec::Expression.read("$a"), expression);
        assert_eq!(Codec::Expression.read("{% $a %}"), expression);
        assert_eq!(Codec::Json.read("{\"a\": }"), Err(Fault::NotJson));
        assert_eq!(Codec::Json.read("  "), Err(Fault::NotJson));
    }
}
