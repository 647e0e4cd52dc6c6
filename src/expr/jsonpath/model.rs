//! A value on its way through a path, as the engine's JSON provider hands it over.

use crate::expr::java_text::{java_number, json_text};
use serde_json::Value;

/// A value that a step looks at. What came out of an object is a plain Java value, what came out of an array is a node;
/// messages write the two differently, and only the first can be Java's `null`.
#[derive(Clone, Copy)]
pub(super) struct Model<'v> {
    /// None for a position that an array does not have.
    pub(super) value: Option<&'v Value>,
    is_node: bool,
}

impl<'v> Model<'v> {
    pub(super) fn node(value: Option<&'v Value>) -> Self {
        Self { value, is_node: true }
    }

    pub(super) fn plain(value: &'v Value) -> Self {
        Self { value: Some(value), is_node: false }
    }

    pub(super) fn is_java_null(self) -> bool {
        match self.value {
            None => true,
            Some(value) => value.is_null() && !self.is_node,
        }
    }

    /// As Java's `toString` writes it.
    pub(super) fn text(self) -> String {
        match self.value {
            None => "null".to_owned(),
            Some(Value::String(text)) if !self.is_node => text.clone(),
            Some(Value::Number(number)) => java_number(number),
            Some(value) => json_text(value),
        }
    }
}
