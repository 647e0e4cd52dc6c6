//! What can go wrong when an expression is evaluated, in AWS's own words.

use std::fmt;

/// Why a text is no expression, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxFault {
    /// What is wrong, without the text itself.
    pub reason: String,
    /// Where reading ended, in bytes of the text.
    pub offset: usize,
}

/// A failed expression. `Display` gives the words that AWS records; the state that failed adds where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpressionError {
    /// The text is no path.
    InvalidPath {
        /// The path as written.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A definite path that finds nothing. `reason` is in the words of Jayway's JsonPath, which AWS passes on.
    NotFound {
        /// The path as written.
        path: String,
        /// For example `No results for path: $['x']`.
        reason: String,
    },
    /// The text is no call of an intrinsic function, or not one that AWS knows.
    InvalidIntrinsic {
        /// The call as written.
        call: String,
        /// What is wrong with it.
        reason: String,
    },
    /// An intrinsic function refused its arguments.
    IntrinsicFailed {
        /// The name with its prefix: `States.MathAdd`.
        function: String,
        /// What is wrong with the arguments.
        reason: String,
    },
    /// Two keys of a payload template become one when `.$` is taken off.
    DuplicateKey {
        /// The key without `.$`.
        key: String,
    },
    /// A path through data that are `null` as a whole.
    NullData,
    /// A variable that has no value.
    UnknownVariable {
        /// The name without `$`.
        name: String,
    },
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidPath { path, reason } | Self::NotFound { path, reason } => {
                write!(f, "Invalid path '{path}' : {reason}")
            }
            Self::InvalidIntrinsic { call, reason } => write!(f, "Invalid Intrinsic Function '{call}': {reason}"),
            Self::IntrinsicFailed { function, reason } => {
                write!(f, "The function '{function}' had the following error: {reason}")
            }
            Self::DuplicateKey { key } => write!(f, "Duplicate key '{key}' in the payload template"),
            Self::NullData => f.write_str("Unable to apply Path transformation to null or empty input."),
            Self::UnknownVariable { name } => write!(f, "The variable '{name}' has not been assigned a value"),
        }
    }
}
