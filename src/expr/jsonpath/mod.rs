//! JSONPath in the dialect of Jayway's JsonPath for Java, which is what AWS uses
//! (developer guide, "Reference paths"; Jayway's README and sources, which `tests/jsonpath` pins down row by row).

mod comparison;
mod evaluate;
mod filter;
mod function;
mod message;
mod parse;
mod parse_filter;
mod quoted;
mod reference;
mod simple;

pub(crate) use filter::{Comparator, Filter, Operand};
pub use reference::{Broken, broken_step, set_at};
pub use simple::SimpleStep;

use super::{ExpressionError, Scope, SyntaxFault};
use evaluate::Document;
use serde_json::Value;
use std::borrow::Cow;

/// Where a path starts.
#[derive(Clone, Debug, PartialEq)]
pub enum Root {
    /// `$`: the data at hand.
    Input,
    /// `$$`: the context object.
    Context,
    /// `$name`: a variable.
    Variable(String),
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// `.name` or `['name']`. Several names make one object of those that exist; before further steps they are
    /// followed one by one. `quote` is what messages write around a name.
    Names { names: Vec<String>, quote: char },
    /// `[0]`, `[-1]`, `[0,2]`.
    Indexes(Vec<i64>),
    /// `[start:end]`. Jayway reads a third part, the step, and does nothing with it.
    Slice { start: Option<i64>, end: Option<i64> },
    /// `.*` or `[*]`.
    Wildcard,
    /// `..`: the value and all below it, for the next step.
    DeepScan,
    /// `[?( … )]`.
    Filter(Filter),
    /// `.length()` and its like.
    Function { name: String, arguments: Vec<Argument> },
}

/// An argument of a function in a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Argument {
    Path(Path),
    Value(Value),
}

/// A path that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    root: Root,
    steps: Vec<Step>,
    text: String,
}

impl Path {
    /// Reads a path.
    ///
    /// # Errors
    /// When the text is no path of the dialect.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        Self::parse_placed(text)
            .map_err(|fault| ExpressionError::InvalidPath { path: text.to_owned(), reason: fault.reason })
    }

    /// Reads a path, and says where a wrong one goes wrong.
    ///
    /// # Errors
    /// When the text is no path of the dialect.
    pub fn parse_placed(text: &str) -> Result<Self, SyntaxFault> {
        parse::parse(text)
    }

    /// Where it starts.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// Its steps, for those who write it in another language.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Reads a path at the start of a text that goes on after it with a blank, a comma or a closing bracket.
    /// Gives the path and the length of its text.
    ///
    /// # Errors
    /// When the text does not start with a path of the dialect; the text says what is wrong with it.
    pub(in crate::expr) fn parse_start(text: &str) -> Result<(Self, usize), String> {
        parse::parse_start(text)
    }

    /// Whether it names one value (or none); the others name a list that may be empty.
    pub fn is_definite(&self) -> bool {
        evaluate::function_of_scan(&self.steps).is_some()
            || self.steps.iter().enumerate().all(|(index, step)| step.is_definite(index + 1 == self.steps.len()))
    }

    /// Whether it is a reference path: one that can only name a single place (specification, "Reference paths").
    pub fn is_reference(&self) -> bool {
        self.steps.iter().all(|step| match step {
            Step::Names { names, .. } => names.len() == 1,
            Step::Indexes(indexes) => indexes.len() == 1,
            _ => false,
        })
    }

    /// What the path finds: the value of a definite path, the list of all values of an indefinite one.
    ///
    /// # Errors
    /// When a definite path finds nothing, a function refuses its argument, or the variable has no value.
    pub fn select(&self, scope: &Scope<'_>) -> Result<Value, ExpressionError> {
        let start = self.start(scope)?;
        let not_found = |reason| ExpressionError::NotFound { path: self.text.clone(), reason };
        self.find(&Document::new(start), start, false).map_err(not_found)
    }

    /// The whole value that the path searches.
    ///
    /// # Errors
    /// When it starts with a variable that has no value.
    pub fn start<'s>(&self, scope: &Scope<'s>) -> Result<&'s Value, ExpressionError> {
        match &self.root {
            Root::Input => Ok(scope.input),
            Root::Context => Ok(scope.context),
            Root::Variable(name) => {
                scope.variables.get(name).ok_or_else(|| ExpressionError::UnknownVariable { name: name.clone() })
            }
        }
    }

    /// [`Self::select`] from any start, with the bare reason as error. With `required`, every name has to be there.
    fn find(&self, document: &Document<'_>, start: &Value, required: bool) -> Result<Value, String> {
        let mut found = evaluate::evaluate(&self.steps, document, start, required)?;
        if !self.is_definite() {
            return Ok(found.into_iter().map(Cow::into_owned).collect());
        }
        match found.pop() {
            Some(value) => Ok(value.into_owned()),
            None => Err(format!("No results for path: {}", message::written(&self.steps))),
        }
    }
}

impl Step {
    /// Whether it leads to one value at most.
    fn is_definite(&self, is_last: bool) -> bool {
        match self {
            Self::Names { names, .. } => names.len() == 1 || is_last,
            Self::Indexes(indexes) => indexes.len() == 1,
            Self::Function { .. } => true,
            Self::Slice { .. } | Self::Wildcard | Self::DeepScan | Self::Filter(_) => false,
        }
    }
}

#[cfg(test)]
mod tests;
