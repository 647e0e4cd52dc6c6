//! Patterns in filters: `=~ /…/`.

use super::thrown::{Class, Thrown};
use crate::expr::regex::{Regex, TooManySteps};
use std::sync::Arc;

/// A regular expression that has to match a whole text (Java's `Matcher.matches`).
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    source: String,
    ignores_case: bool,
    expression: Expression,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
enum Expression {
    /// In one pass over the text.
    Linear(regex_lite::Regex),
    /// With look-around or back-references, which Java has and `regex_lite` has not.
    Backtracking(Arc<Regex>),
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source && self.ignores_case == other.ignores_case
    }
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// When the expression is wrong or too large, or has what only Java knows.
    pub(super) fn new(source: &str, ignores_case: bool) -> Result<Self, Thrown> {
        if let Some(part) = java_only(source) {
            return Err(Thrown::new(Class::PatternSyntax, format!("{part} is not supported")));
        }
        let flags = if ignores_case { "(?i)" } else { "" };
        let compiled = match regex_lite::Regex::new(&format!("^(?:{flags}{source})$")) {
            Ok(expression) => Ok(Expression::Linear(expression)),
            Err(error) => Regex::compile(&format!("^(?:{source})$"), if ignores_case { "i" } else { "" })
                .map(|expression| Expression::Backtracking(Arc::new(expression)))
                .map_err(|_| Thrown::new(Class::PatternSyntax, error.to_string())),
        };
        Ok(Self { source: source.to_owned(), ignores_case, expression: compiled? })
    }

    /// As written, between its slashes.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// Whether it matches a whole text.
    ///
    /// # Errors
    /// When that takes more steps than is borne.
    pub(super) fn is_match(&self, text: &str) -> Result<bool, Thrown> {
        match &self.expression {
            Expression::Linear(expression) => Ok(expression.is_match(text)),
            Expression::Backtracking(expression) => match expression.find_at(text, 0) {
                Ok(found) => Ok(found.is_some()),
                Err(TooManySteps) => Err(Thrown::bare(Class::Bound)),
            },
        }
    }
}

/// Escapes of Java (`java.util.regex.Pattern`) that mean something else to others, or nothing.
const JAVA_ESCAPES: &str = "pPQEhHvVRXGAZzaeN";

/// The first part of a pattern that only Java reads as it is meant: one of its escapes, or a repetition that gives nothing
/// back (`x++`).
fn java_only(source: &str) -> Option<String> {
    let (mut before, mut is_in_class, mut characters) = (None, false, source.chars());
    while let Some(character) = characters.next() {
        if character == '\\' {
            let escaped = characters.next()?;
            if JAVA_ESCAPES.contains(escaped) {
                return Some(format!("\\{escaped}"));
            }
            before = None;
            continue;
        }
        if is_in_class {
            is_in_class = character != ']';
        } else if character == '+' && before.is_some_and(|before| "*+?}".contains(before)) {
            return before.map(|before| format!("{before}+"));
        } else {
            is_in_class = character == '[';
        }
        before = Some(character);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::java_only;

    #[test]
    fn what_only_java_knows_is_found() {
        for (source, part) in
            [("x++", "++"), ("a{2}+b", "}+"), (r"\p{Alpha}", r"\p"), (r"a\Q.\E", r"\Q"), ("x?+", "?+")]
        {
            assert_eq!(java_only(source).as_deref(), Some(part), "{source}");
        }
        for source in ["x+", r"\++", "[*+]+", r"(?=a)\d+?", "a*?b+"] {
            assert_eq!(java_only(source), None, "{source}");
        }
    }
}
