//! JSONata: a façade over `jsonata-core`, with the functions that AWS adds
//! (developer guide, "Transforming data with JSONata").
//!
//! The library is linked with the feature `jsonata` only, so that the page stays small; without it, [`evaluate`] says so.

#[cfg(feature = "jsonata")]
mod evaluate;
#[cfg(feature = "jsonata")]
mod functions;

#[cfg(feature = "jsonata")]
pub use evaluate::evaluate;

use std::fmt;

/// A failed expression: JSONata's code (`T1006`) and message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonataError {
    /// The code; empty where JSONata gives none.
    pub code: String,
    /// What is wrong, without the code.
    pub message: String,
}

impl fmt::Display for JsonataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.code.is_empty() { f.write_str(&self.message) } else { write!(f, "{}: {}", self.code, self.message) }
    }
}

/// The expression inside `{% … %}`; `None` for a text that is no expression (specification, "JSONata").
pub fn expression(text: &str) -> Option<&str> {
    text.strip_prefix("{%")?.strip_suffix("%}")
}

/// Says that this build has no JSONata.
#[cfg(not(feature = "jsonata"))]
pub fn evaluate(
    _expression: &str,
    _input: &serde_json::Value,
    _bindings: &[(&str, &serde_json::Value)],
    _random: &mut super::Random,
    _now: i64,
) -> Result<Option<serde_json::Value>, JsonataError> {
    Err(JsonataError { code: String::new(), message: "This build of Pasos has no JSONata.".to_owned() })
}

#[cfg(all(test, feature = "jsonata"))]
mod tests;
