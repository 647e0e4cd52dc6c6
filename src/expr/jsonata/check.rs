//! Looking at an expression without evaluating it, as AWS does when a state machine is created.

use super::parse::parse;
use super::syntax::Refusal;
use super::tokens::{Kind, tokens};
use super::unsupported_reference;
use std::fmt;
use std::ops::Range;

/// What is wrong with an expression before it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// AWS's `INVALID_JSONATA_EXPRESSION`: it cannot be read. With JSONata's code (`S0201`), which AWS does not show;
    /// empty where the expression nests too deep.
    Invalid {
        /// The code.
        code: String,
    },
    /// AWS's `UNSUPPORTED_JSONATA_EXPRESSION`: data are referred to where there are none.
    Unsupported {
        /// `$`, `$$` or the name of a field.
        reference: String,
    },
}

/// A problem, in AWS's words, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressionProblem {
    /// What kind it is.
    pub kind: ProblemKind,
    /// What AWS says: `Reference to 'phone' at the top level is not supported.`
    pub message: String,
    /// Where it is, in bytes of the text that was checked.
    pub span: Range<usize>,
}

impl ExpressionProblem {
    /// The code of AWS's diagnostic.
    pub fn aws_code(&self) -> &'static str {
        match self.kind {
            ProblemKind::Invalid { .. } => "INVALID_JSONATA_EXPRESSION",
            ProblemKind::Unsupported { .. } => "UNSUPPORTED_JSONATA_EXPRESSION",
        }
    }
}

impl fmt::Display for ExpressionProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Finds what AWS refuses in the text between `{%` and `%}`: at most one syntax error, else every reference at the top
/// level, each name once (measured, floci pull request 2699).
pub fn check_expression(text: &str) -> Vec<ExpressionProblem> {
    match parse(text) {
        Err(Refusal { error, span }) => {
            vec![ExpressionProblem { kind: ProblemKind::Invalid { code: error.code }, message: error.message, span }]
        }
        Ok(parsed) => parsed
            .references
            .iter()
            .map(|reference| ExpressionProblem {
                message: unsupported_reference(&reference.name),
                span: reference.span.clone(),
                kind: ProblemKind::Unsupported { reference: reference.name.clone() },
            })
            .collect(),
    }
}

/// The parts of `$states` that an expression names (`result` for `$states.result`), with their places.
pub fn states_members(text: &str) -> Vec<(String, Range<usize>)> {
    let words = tokens(text);
    words
        .windows(3)
        .filter(|three| three[0].text == "$states" && three[1].text == "." && three[2].kind == Kind::Name)
        .map(|three| (three[2].text.trim_matches('`').to_owned(), three[0].start..three[2].end()))
        .collect()
}
