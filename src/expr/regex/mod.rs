//! Regular expressions as ECMAScript has them ("RegExp Objects", without the flag `u`), which JSONata hands its patterns
//! to: look-ahead and look-behind, back-references, `\w` and `\d` for ASCII. JSONPath hands it those of its patterns for
//! which places have to be tried again.
//!
//! No pattern makes a search endless: places that were tried in vain are remembered, so that the time grows with the text
//! and not with its powers; a pattern with back-references, where that is not possible, has a bound of steps.

mod class;
mod compile;
mod parse;
mod search;

use compile::Program;
use search::Search;
use std::ops::Range;

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadPattern {
    /// It cannot be read; the reason in the words of ECMAScript engines.
    Invalid(&'static str),
    /// Its repetitions multiply to more than is borne.
    TooLarge,
}

/// A pattern that can be searched for.
#[derive(Debug)]
pub(super) struct Regex {
    /// As written, without slashes and flags.
    pub(super) source: String,
    program: Program,
}

/// What was found.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// The parts in parentheses; `None` for one that took no part.
    pub(super) groups: Vec<Option<Range<usize>>>,
}

/// A search took more steps than is borne.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooManySteps;

impl Regex {
    /// Reads a pattern. Flags are `i` and `m`.
    pub(super) fn compile(source: &str, flags: &str) -> Result<Self, BadPattern> {
        let parsed = parse::parse(source)?;
        let program = compile::compile(&parsed, flags.contains('i'), flags.contains('m'))?;
        Ok(Self { source: source.to_owned(), program })
    }

    /// Finds the first place at or behind a byte of the text.
    pub(super) fn find_at(&self, text: &str, from: usize) -> Result<Option<Match>, TooManySteps> {
        Search::new(&self.program, text).find(from)
    }

    /// Finds one place after the other, with what was learnt in between.
    pub(super) fn search<'a>(&'a self, text: &'a str) -> Search<'a> {
        Search::new(&self.program, text)
    }
}

#[cfg(test)]
mod tests;
