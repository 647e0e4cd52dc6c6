//! Filters: `[?(@.price < 10 && @.isbn)]`.

use super::Path;
use super::comparison::{Side, compare};
use super::evaluate::Document;
use super::model::Model;
use super::pattern::Pattern;
use super::thrown::{Class, Thrown};
use std::borrow::Cow;

/// A condition on one item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    /// Conditions joined with `&&`, and these with `||`.
    Conditions {
        /// Any of these, all criteria of it.
        any: Vec<Vec<Criterion>>,
        /// Whether parentheses were passed over that would have grouped otherwise.
        is_regrouped: bool,
    },
    /// `[?]`: as many filters as a Java program would have to hand over, which fails at the first item.
    Placeholders(usize),
}

/// One part of a condition.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Criterion {
    /// A path alone: `@.a`; with a `!` before it, `wanted` is false. It starts at the item even where it is written `$`.
    Exists { path: Path, wanted: bool },
    /// Two sides and what stands between them.
    Compare { left: Operand, comparator: Comparator, right: Operand },
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operand {
    /// A path from the item: `@.a`.
    Current(Path),
    /// A path from the whole: `$.a`.
    Root(Path),
    /// A text: between single quotes, or anything else as it is. `1`, `'1'` are the same; `"1"` keeps its quotes.
    Text {
        /// Without single quotes around it.
        text: String,
        /// Whether it stood between them.
        is_quoted: bool,
    },
    /// `/…/` or `/…/i`.
    Pattern(Pattern),
}

/// The comparators of the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparator {
    Equal,
    NotEqual,
    LessOrEqual,
    Less,
    GreaterOrEqual,
    Greater,
    Matches,
}

impl Filter {
    /// Whether the item fulfils the condition. Like the engine it begins at the end, which shows where one criterion
    /// throws and another decides.
    pub(super) fn accepts<'v>(&self, item: Model<'v>, document: &Document<'v>) -> Result<bool, Thrown> {
        let any = match self {
            Self::Conditions { any, .. } => any,
            Self::Placeholders(_) => {
                let message = "Cannot invoke \"com.jayway.jsonpath.Predicate.apply(com.jayway.jsonpath.Predicate\
                               $PredicateContext)\" because \"predicate\" is null";
                return Err(Thrown::new(Class::NullPointer, message));
            }
        };
        for all in any.iter().rev() {
            let mut holds = true;
            for criterion in all.iter().rev() {
                holds = criterion.holds(item, document)?;
                if !holds {
                    break;
                }
            }
            if holds {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Criterion {
    /// What a path does not find makes it false, but for `!@.a`; other exceptions end the whole search.
    fn holds<'v>(&self, item: Model<'v>, document: &Document<'v>) -> Result<bool, Thrown> {
        let caught = |thrown: Thrown, answer: bool| match thrown.class {
            Class::PathNotFound => Ok(answer),
            _ => Err(thrown),
        };
        match self {
            Self::Exists { path, wanted } => match path.find_from(item, document, true) {
                Ok(found) => Ok(*wanted != found.is_null()),
                Err(thrown) => caught(thrown, !wanted),
            },
            Self::Compare { left, comparator, right } => {
                let sides = left.side(item, document).and_then(|left| Ok((left, right.side(item, document)?)));
                match sides {
                    Ok((found, other)) => compare(&found, *comparator, &other, left.is_same_place(right)),
                    Err(thrown) => caught(thrown, false),
                }
            }
        }
    }
}

impl Operand {
    fn side<'s, 'v: 's>(&'s self, item: Model<'v>, document: &Document<'v>) -> Result<Side<'s>, Thrown> {
        Ok(match self {
            Self::Current(path) => Side::of(path.find_from(item, document, false)?),
            Self::Root(path) => Side::of_shared(document.find(path)?),
            Self::Text { text, .. } => Side::Text(Cow::Borrowed(text)),
            Self::Pattern(pattern) => Side::Pattern(pattern),
        })
    }

    /// Whether both find the very same value: the engine keeps what a path from the whole has found.
    fn is_same_place(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Root(one), Self::Root(two)) if one.text == two.text)
    }
}
