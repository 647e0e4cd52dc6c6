//! One thing that is wrong, and where.

use super::Problem;
use crate::asl::StateId;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// AWS refuses the definition.
    Error,
    /// AWS takes it, but it hardly does what is meant.
    Warning,
    /// It could be better.
    Hint,
}

impl Severity {
    /// As the API writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "ERROR",
            Self::Warning => "WARNING",
            Self::Hint => "HINT",
        }
    }
}

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The name of the rule that found it.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub problem: Problem,
    /// The bytes to mark.
    pub span: Span,
    /// The place as AWS names it: `/States/A/Next`; none where AWS names none.
    pub location: Option<String>,
    /// The state that it is about.
    pub state: Option<StateId>,
}
