//! JSONata as AWS has it: version 2.0.6 (developer guide, "Transforming data with JSONata"), of which the reference is
//! the package `jsonata` of npm, with the functions, bounds and words that AWS adds.
//!
//! The evaluator is linked with the feature `jsonata` only, so that the page stays small; without it, `evaluate_bound`
//! says so.

mod binding;
#[cfg(feature = "jsonata")]
mod check;
#[cfg(feature = "jsonata")]
mod error_text;
#[cfg(feature = "jsonata")]
mod evaluate;
#[cfg(feature = "jsonata")]
mod evaluator;
#[cfg(feature = "jsonata")]
mod fault;
#[cfg(feature = "jsonata")]
mod frame;
#[cfg(feature = "jsonata")]
mod function;
#[cfg(feature = "jsonata")]
mod functions;
#[cfg(feature = "jsonata")]
mod json;
#[cfg(feature = "jsonata")]
mod limits;
#[cfg(feature = "jsonata")]
mod members;
#[cfg(feature = "jsonata")]
mod number_text;
#[cfg(feature = "jsonata")]
mod parse;
mod paths;
#[cfg(feature = "jsonata")]
mod pictures;
#[cfg(feature = "jsonata")]
mod references;
#[cfg(feature = "jsonata")]
#[cfg(feature = "jsonata")]
mod signature;
#[cfg(feature = "jsonata")]
mod stack;
#[cfg(feature = "jsonata")]
mod syntax;
mod tokens;
#[cfg(feature = "jsonata")]
mod value;
mod variables;

#[cfg(feature = "jsonata")]
pub use check::{ExpressionProblem, ProblemKind, check_expression, states_members};
#[cfg(feature = "jsonata")]
pub use evaluate::{evaluate, evaluate_bound, evaluate_plain};

pub use binding::{Binding, Prepared};
pub use paths::{NamedPath, named_paths};
pub use variables::{NamedVariable, named_variables};

use std::fmt;

/// A failed expression: JSONata's code (`T1006`) and message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonataError {
    /// The code; empty where AWS gives none: when a bound of the evaluation is exceeded.
    pub code: String,
    /// What is wrong, without the code.
    pub message: String,
}

/// What stands for an error whose words AWS keeps to itself (measured, floci issue 2736).
const INTERNAL: &str = "internal error";

impl JsonataError {
    /// What AWS says that an expression did: `threw an error during evaluation. T1006: …`.
    pub fn thrown(&self) -> String {
        if self.code.is_empty() && self.message == INTERNAL {
            return format!("threw an {INTERNAL} during evaluation.");
        }
        format!("threw an error during evaluation{}{self}", self.separator())
    }

    /// What AWS puts between `threw an error during evaluation` and the error: a full stop before an error with a code,
    /// a colon before an exceeded bound (measured, floci pull request 2783).
    pub fn separator(&self) -> &'static str {
        if self.code.is_empty() { ": " } else { ". " }
    }
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

/// What AWS says of a name that has no data to be looked up in (developer guide, "Transforming data with JSONata").
#[cfg(feature = "jsonata")]
fn unsupported_reference(name: &str) -> String {
    format!("Reference to '{name}' at the top level is not supported.")
}

/// Says that this build has no JSONata.
///
/// # Errors
/// Always.
#[cfg(not(feature = "jsonata"))]
pub fn evaluate_bound(
    _expression: &str,
    _input: &serde_json::Value,
    _bindings: &[(&str, Binding<'_>)],
    _random: &mut super::Random,
    _now: i64,
) -> Result<Option<serde_json::Value>, JsonataError> {
    Err(JsonataError { code: String::new(), message: "This build of Pasos has no JSONata.".to_owned() })
}

#[cfg(all(test, feature = "jsonata"))]
mod tests;
