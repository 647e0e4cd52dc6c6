//! Looking at an expression without evaluating it, as AWS does when a state machine is created.

use super::parse::parse;
use super::tokens::{Kind, Token, tokens};
use super::unsupported_reference;
use jsonata_core::parser;
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
    let words = tokens(text);
    match parse(text) {
        Err(error) => {
            let span = place_of_error(text, &words);
            vec![ExpressionProblem { kind: ProblemKind::Invalid { code: error.code }, message: error.message, span }]
        }
        Ok(parsed) => parsed
            .references
            .iter()
            .map(|reference| ExpressionProblem {
                message: unsupported_reference(reference),
                span: place_of_reference(text, &words, reference),
                kind: ProblemKind::Unsupported { reference: reference.clone() },
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

/// The word at which the parser gives up, which it does not tell: the first one with which the text, cut off behind it,
/// is refused in the same way as the whole. Everything behind it is never read, so the search can halve.
fn place_of_error(text: &str, words: &[Token<'_>]) -> Range<usize> {
    let end = text.trim_end().len();
    let refusal = |end: usize| parser::parse(&text[..end]).err().map(|error| error.to_string());
    // Too deep to be given to the parser: the bracket that is too many cannot be told from the others.
    if super::tokens::check_nesting(words).is_err() {
        return 0..end;
    }
    let Some(whole) = refusal(text.len()) else { return 0..end };
    if ["S0203", "S0207"].iter().any(|code| whole.contains(code)) {
        return end..end;
    }
    let first = words.partition_point(|word| refusal(word.end()).is_none_or(|error| error != whole));
    words.get(first).map_or(0..end, |word| word.start..word.end())
}

/// The first word that is the reference and does not follow a dot.
fn place_of_reference(text: &str, words: &[Token<'_>], reference: &str) -> Range<usize> {
    let place = words.iter().enumerate().find(|(index, word)| {
        let names = match word.kind {
            Kind::Name => word.text.trim_matches('`') == reference,
            Kind::Variable => word.text == reference,
            // A field may be named by a string.
            Kind::Literal => word.text.trim_matches(['"', '\'']) == reference,
            Kind::Symbol => false,
        };
        names && index.checked_sub(1).is_none_or(|before| words[before].text != ".")
    });
    place.map_or(0..text.len(), |(_, word)| word.start..word.end())
}
