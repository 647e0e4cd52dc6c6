//! What can be wrong with a JSON text, as codes with arguments.

use crate::text::Span;

/// One fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SyntaxError {
    /// What is wrong.
    pub problem: SyntaxProblem,
    /// The bytes to mark; empty where something is missing.
    pub span: Span,
}

/// What is wrong with a JSON text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum SyntaxProblem {
    /// The text is blank.
    Empty,
    /// A value should stand here.
    ExpectedValue,
    /// A name in double quotes should stand here.
    ExpectedKey,
    /// A `:` is missing after a name.
    ExpectedColon,
    /// A `,` is missing between two values.
    ExpectedComma,
    /// A `,` stands before a closing bracket.
    TrailingComma,
    /// The text ends inside an object or array that began on this line.
    Unclosed {
        /// `{` or `[`.
        bracket: char,
        /// Line of that bracket, from 1.
        line: usize,
    },
    /// A closing bracket that closes nothing here.
    UnexpectedBracket(char),
    /// A string without its closing quote.
    UnterminatedString,
    /// A `\` with what JSON does not know after it, or half of a surrogate pair.
    InvalidEscape,
    /// A line break, tab or other control character inside a string.
    ControlCharacter,
    /// Digits that are no JSON number.
    InvalidNumber,
    /// A number that no double-precision number can hold.
    NumberTooLarge,
    /// A word other than `true`, `false` and `null`, or a character that begins no value.
    UnexpectedText(String),
    /// `//` or `/* */`: JSON has no comments.
    Comment,
    /// Something follows the value.
    TrailingText,
    /// The same name twice in one object.
    DuplicateKey(String),
    /// Objects and arrays nested deeper than [`super::MAX_DEPTH`].
    TooDeep,
}
