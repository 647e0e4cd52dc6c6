//! JSONPath as AWS runs it: the answers of Jayway's JsonPath for Java, release 2.0.0, with its provider for Jackson's
//! `JsonNode`.
//!
//! AWS names Jayway's JsonPath and no release. Answers of AWS that are publicly known (recordings of executions; AWS's own
//! forum and documentation; what users measured with AWS or with Step Functions Local) all agree with this release, and
//! about a third of them with none from 2.1 on. What was learnt by running it stands in the table of `tests/jsonpath`.
//! Where a recording of AWS says otherwise, the recording wins: see `sim/DIFFERENCES.md`.
//!
//! Known to differ from the engine:
//! - Patterns are those of the crate `regex_lite`, and with look-around or back-references those of ECMAScript, with a bound
//!   of steps: what only Java has (possessive repetition, `\Q…\E`, `\p{…}`) is refused.
//! - A path that finds more than a million values, or filters nested deeper than 32 levels, end in an error; the engine
//!   runs out of memory or of its stack.
//! - Digits are `0` to `9`; Java takes those of every script. Texts of Java's own exceptions are those of OpenJDK 17.

mod bracket;
mod comparison;
mod compile;
mod decimal;
mod evaluate;
mod filter;
mod message;
mod misread;
mod model;
mod parse_filter;
mod pattern;
mod reference;
mod simple;
mod thrown;

pub(crate) use filter::{Comparator, Criterion, Filter, Operand};
pub use misread::Misreading;
pub use reference::{broken_step, set_at};
pub use simple::SimpleStep;

use super::kept::Kept;
use super::{ExpressionError, Scope};
use evaluate::Document;
use model::Model;
use serde_json::Value;
use std::borrow::Cow;
use std::rc::Rc;
use thrown::Thrown;

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
    /// `.name` or `['name']`. Several names make one object of those that exist, at the end of a path only.
    Names(Vec<String>),
    /// `[0]`, `[0,2]`. A position that the array does not have, such as a negative one, is `null`.
    Indexes(Vec<i64>),
    /// `[(@.length-1)]`, here -1: a position counted from behind the last item.
    FromEnd(i64),
    /// `[start:end]`; a third part is passed over.
    Slice { start: Option<i64>, end: Option<i64> },
    /// `.*` or `[*]`.
    Wildcard,
    /// `..`: the value and all below it, for the next step.
    DeepScan,
    /// `[?( … )]`.
    Filter(Filter),
    /// `$` where a step is expected, as in `$.a[0]$`: only messages know it.
    Root,
}

/// Why a text is no path, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathFault {
    /// What is wrong, without the text itself.
    pub reason: String,
    /// Where reading ended, in bytes of the text.
    pub offset: usize,
    /// Whether no dialect would read it: it ends too early, or has a blank between its steps. The rest is what this
    /// engine alone refuses.
    pub is_malformed: bool,
}

/// A path that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    root: Root,
    steps: Vec<Step>,
    /// From which step on all lead to one value at most.
    definite_from: usize,
    text: String,
}

impl Path {
    fn new(root: Root, steps: Vec<Step>, text: String) -> Self {
        let definite_from = steps.iter().rposition(|step| !step.is_definite()).map_or(0, |index| index + 1);
        Self { root, steps, definite_from, text }
    }

    /// Reads a path. One that does not start with `$` is read as if `$.` stood before it, which AWS lets only a
    /// `TimestampPath` do.
    ///
    /// # Errors
    /// When the engine refuses the text, in its words.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        compile::read(text)
            .map_err(|(thrown, _)| ExpressionError::InvalidPath { path: text.to_owned(), reason: thrown.to_string() })
    }

    /// The same as [`Self::parse`]; what was read before is not read again.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn parsed(text: &str) -> Result<Rc<Self>, ExpressionError> {
        thread_local! {
            static KEPT: Kept<Path> = Kept::new();
        }
        KEPT.with(|kept| kept.get(text, Self::parse))
    }

    /// Reads a path, and says where a wrong one goes wrong.
    ///
    /// # Errors
    /// When the engine refuses the text.
    pub fn parse_placed(text: &str) -> Result<Self, PathFault> {
        compile::read_placed(text)
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
    /// Gives the path, or why the engine refuses it, and the length of its text.
    pub(in crate::expr) fn parse_start(text: &str) -> (Result<Self, PathFault>, usize) {
        let length = compile::length_at_start(text);
        (Self::parse_placed(&text[..length]), length)
    }

    /// Whether it names one value (or none); the others name a list that may be empty.
    pub fn is_definite(&self) -> bool {
        self.is_definite_from(0)
    }

    /// Whether all steps from this one on lead to one value at most.
    fn is_definite_from(&self, step: usize) -> bool {
        step >= self.definite_from
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
    /// When the engine finds nothing or gives up, in its words, or the variable has no value.
    pub fn select(&self, scope: &Scope<'_>) -> Result<Value, ExpressionError> {
        let start = self.start(scope)?;
        let found = self.found(start);
        found.map_err(|thrown| ExpressionError::NotFound { path: self.text.clone(), reason: thrown.to_string() })
    }

    fn found(&self, start: &Value) -> Result<Value, Thrown> {
        if let Some(found) = plain_value(&self.steps, start) {
            return Ok(found.clone());
        }
        let document = &Document::new(start);
        let start = Model::node(Some(start));
        if self.is_definite() {
            return self.find_from(start, document, false).map(Cow::into_owned);
        }
        let found = evaluate::evaluate(self, document, start, false)?;
        Ok(found.into_iter().map(Cow::into_owned).collect())
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

    /// What a definite path finds from any start. With `required`, every name has to be there.
    fn find_from<'v>(
        &self,
        start: Model<'v>,
        document: &Document<'v>,
        required: bool,
    ) -> Result<Cow<'v, Value>, Thrown> {
        let found = evaluate::evaluate(self, document, start, required)?.into_iter().next();
        found.ok_or_else(|| Thrown::not_found(format!("No results for path: ${}", message::written(&self.steps))))
    }
}

impl Step {
    /// Whether it leads to one value at most.
    fn is_definite(&self) -> bool {
        match self {
            Self::Indexes(indexes) => indexes.len() == 1,
            Self::Names(_) | Self::FromEnd(_) | Self::Root => true,
            Self::Slice { .. } | Self::Wildcard | Self::DeepScan | Self::Filter(_) => false,
        }
    }
}

/// What a path of single names and positions finds where all of them are there, which is what most paths do. Everything else
/// is left to the engine: it knows what a step makes of a value that does not fit.
fn plain_value<'v>(steps: &[Step], start: &'v Value) -> Option<&'v Value> {
    let mut value = start;
    for step in steps {
        value = match (step, value) {
            (Step::Names(names), Value::Object(members)) => match &**names {
                [name] => members.get(name.as_str())?,
                _ => return None,
            },
            (Step::Indexes(indexes), Value::Array(items)) => match &**indexes {
                [index] => items.get(usize::try_from(*index).ok()?)?,
                _ => return None,
            },
            _ => return None,
        };
    }
    Some(value).filter(|value| !value.is_null())
}

#[cfg(test)]
mod tests;
