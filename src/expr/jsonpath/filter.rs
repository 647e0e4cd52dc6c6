//! Filters: `[?(@.price < 10 && @.isbn)]`.

use super::Path;
use super::comparison::{Side, compare};
use super::evaluate::Document;
use serde_json::Value;
use std::rc::Rc;

/// A condition on one item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    Or(Vec<Filter>),
    And(Vec<Filter>),
    Not(Box<Filter>),
    /// A path alone: `@.a`; with a `!` before it, `wanted` is false.
    Exists {
        path: Operand,
        wanted: bool,
    },
    Compare {
        left: Operand,
        comparator: Comparator,
        right: Operand,
    },
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operand {
    /// A path from the item: `@.a`.
    Current(Path),
    /// A path from the whole: `$.a`.
    Root(Path),
    Value(Value),
    Pattern(Pattern),
}

/// `/…/i`: a regular expression that has to match a whole text (Java's `Matcher.matches`).
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    source: String,
    expression: regex_lite::Regex,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Pattern {
    /// Compiles a pattern with the flags that Jayway knows: `d`, `i`, `x`, `m`, `s`, `u`, `U`.
    ///
    /// # Errors
    /// When the expression is wrong, too large, or uses what needs backtracking.
    pub(super) fn new(source: &str, flags: &str) -> Result<Self, String> {
        // `d`, `u` and `U` choose between line ends and tables of letters, where this engine knows one choice.
        let flags: String = flags.chars().filter(|flag| "ixms".contains(*flag)).collect();
        let flags = if flags.is_empty() { flags } else { format!("(?{flags})") };
        // The line end closes a comment that flag x may have left open.
        let end = if flags.contains('x') { "\n" } else { "" };
        let source = format!("^(?:{flags}{source}{end})$");
        match regex_lite::Regex::new(&source) {
            Ok(expression) => Ok(Self { source, expression }),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.expression.is_match(text)
    }
}

/// The comparators of Jayway's README.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    Equal,
    TypeSafeEqual,
    NotEqual,
    TypeSafeNotEqual,
    LessOrEqual,
    Less,
    GreaterOrEqual,
    Greater,
    Matches,
    NotIn,
    In,
    SubsetOf,
    AnyOf,
    NoneOf,
    Contains,
    Size,
    Empty,
}

impl Comparator {
    /// Reads a comparator; words count in any case.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text.to_ascii_lowercase().as_str() {
            "==" => Self::Equal,
            "===" => Self::TypeSafeEqual,
            "!=" => Self::NotEqual,
            "!==" => Self::TypeSafeNotEqual,
            "<=" => Self::LessOrEqual,
            "<" => Self::Less,
            ">=" => Self::GreaterOrEqual,
            ">" => Self::Greater,
            "=~" => Self::Matches,
            "nin" => Self::NotIn,
            "in" => Self::In,
            "subsetof" => Self::SubsetOf,
            "anyof" => Self::AnyOf,
            "noneof" => Self::NoneOf,
            "contains" => Self::Contains,
            "size" => Self::Size,
            "empty" => Self::Empty,
            _ => return None,
        })
    }
}

impl Filter {
    /// Whether the item fulfils the condition.
    pub(super) fn accepts(&self, item: &Value, document: &Document<'_>) -> bool {
        self.answer(item, document).unwrap_or(false)
    }

    /// `None` as in [`compare`]. Recurses as deep as the parser let conditions nest.
    fn answer(&self, item: &Value, document: &Document<'_>) -> Option<bool> {
        match self {
            Self::Or(parts) => {
                for part in parts {
                    if part.answer(item, document)? {
                        return Some(true);
                    }
                }
                Some(false)
            }
            Self::And(parts) => {
                for part in parts {
                    if !part.answer(item, document)? {
                        return Some(false);
                    }
                }
                Some(true)
            }
            Self::Not(inner) => inner.answer(item, document).map(|answer| !answer),
            Self::Exists { path, wanted } => Some(path.exists(item, document) == *wanted),
            Self::Compare { left, comparator, right } => {
                let (left, right) = (left.value(item, document), right.value(item, document));
                compare(left.side(), *comparator, right.side())
            }
        }
    }
}

/// The value of an operand, wherever it is kept.
enum Held<'v> {
    Missing,
    Borrowed(&'v Value),
    Owned(Value),
    Shared(Rc<Value>),
    Pattern(&'v Pattern),
}

impl Held<'_> {
    fn side(&self) -> Side<'_> {
        match self {
            Self::Missing => Side::Missing,
            Self::Borrowed(value) => Side::Value(value),
            Self::Owned(value) => Side::Value(value),
            Self::Shared(value) => Side::Value(value),
            Self::Pattern(pattern) => Side::Pattern(pattern),
        }
    }
}

impl Operand {
    /// A definite path exists when it finds a value, an indefinite one when nothing it names is missing on the way,
    /// even if it finds none (Jayway's `PathNode`).
    fn exists(&self, item: &Value, document: &Document<'_>) -> bool {
        match self {
            Self::Current(path) => path.find(document, item, true).is_ok(),
            Self::Root(path) => path.find(document, document.root, true).is_ok(),
            Self::Value(_) | Self::Pattern(_) => false,
        }
    }

    fn value<'v>(&'v self, item: &Value, document: &Document<'_>) -> Held<'v> {
        match self {
            Self::Current(path) => path.find(document, item, false).map_or(Held::Missing, Held::Owned),
            Self::Root(path) => document.find(path).map_or(Held::Missing, Held::Shared),
            Self::Value(value) => Held::Borrowed(value),
            Self::Pattern(pattern) => Held::Pattern(pattern),
        }
    }
}
