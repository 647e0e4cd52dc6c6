//! JSONPath in the dialect of Jayway's JsonPath for Java, which is what AWS uses
//! (developer guide, "Reference paths"; Jayway's README).

mod evaluate;
mod filter;
mod function;
mod parse;
mod reference;

pub use reference::set_at;

use super::{ExpressionError, Scope};
use filter::Filter;
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
pub(in crate::expr) enum Step {
    /// `.name` or `['name']`; several names make one object of those that exist.
    Names(Vec<String>),
    /// `[0]`, `[-1]`, `[0,2]`.
    Indexes(Vec<i64>),
    /// `[start:end:step]`.
    Slice { start: Option<i64>, end: Option<i64>, step: i64 },
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
pub(in crate::expr) enum Argument {
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
        parse::parse(text).map_err(|reason| ExpressionError::InvalidPath { path: text.to_owned(), reason })
    }

    /// Where it starts.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// Whether it names one value (or none); the others name a list that may be empty.
    pub fn is_definite(&self) -> bool {
        self.is_function()
            || self.steps.iter().all(|step| match step {
                Step::Names(_) | Step::Function { .. } => true,
                Step::Indexes(indexes) => indexes.len() == 1,
                Step::Slice { .. } | Step::Wildcard | Step::DeepScan | Step::Filter(_) => false,
            })
    }

    fn is_function(&self) -> bool {
        matches!(self.steps.last(), Some(Step::Function { .. }))
    }

    /// Whether it is a reference path: one that can only name a single place (specification, "Reference paths").
    pub fn is_reference(&self) -> bool {
        self.steps.iter().all(|step| match step {
            Step::Names(names) => names.len() == 1,
            Step::Indexes(indexes) => indexes.len() == 1,
            _ => false,
        })
    }

    /// What the path finds: the value of a definite path, the list of all values of an indefinite one.
    ///
    /// # Errors
    /// When a definite path finds nothing, a function refuses its argument, or the variable has no value.
    pub fn select(&self, scope: &Scope<'_>) -> Result<Value, ExpressionError> {
        let start = match &self.root {
            Root::Input => scope.input,
            Root::Context => scope.context,
            Root::Variable(name) => {
                scope.variables.get(name).ok_or_else(|| ExpressionError::UnknownVariable { name: name.clone() })?
            }
        };
        let not_found = |reason| ExpressionError::NotFound { path: self.text.clone(), reason };
        let mut found = evaluate::evaluate(&self.steps, start, scope.input).map_err(not_found)?;
        if !self.is_definite() {
            return Ok(found.into_iter().map(Cow::into_owned).collect());
        }
        match found.pop() {
            Some(value) => Ok(value.into_owned()),
            None => Err(not_found(format!("No results for path: {}", evaluate::canonical(&self.steps)))),
        }
    }
}

#[cfg(test)]
mod tests;
