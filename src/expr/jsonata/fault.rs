//! A failed evaluation before it has words: JSONata's code with what its message names.

use super::value::Value;
use std::rc::Rc;

/// A failure. In a box, so that what succeeds stays small.
#[derive(Clone, Debug)]
pub(super) struct Fault(Box<Parts>);

/// What a message may name.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) code: &'static str,
    /// The function or operator at which it happened.
    pub(super) token: Option<Rc<str>>,
    pub(super) value: Option<Value>,
    pub(super) second: Option<Value>,
    /// The argument that was refused, from 1.
    pub(super) index: usize,
    /// Words of the expression's author, of AWS, or of a bound.
    pub(super) message: Option<String>,
}

/// What an evaluation gives.
pub(super) type Outcome<T> = Result<T, Fault>;

impl Fault {
    pub(super) fn new(code: &'static str) -> Self {
        Self(Box::new(Parts { code, ..Parts::default() }))
    }

    /// A failure that JSONata has no code for: an exceeded bound.
    pub(super) fn bound(message: &str) -> Self {
        Self::new("").said(message)
    }

    pub(super) fn parts(&self) -> &Parts {
        &self.0
    }

    pub(super) fn code(&self) -> &'static str {
        self.0.code
    }

    pub(super) fn with(mut self, value: &Value) -> Self {
        self.0.value = Some(value.clone());
        self
    }

    pub(super) fn with_text(self, text: &str) -> Self {
        self.with(&Value::text(text))
    }

    pub(super) fn and(mut self, value: &Value) -> Self {
        self.0.second = Some(value.clone());
        self
    }

    pub(super) fn argument(mut self, index: usize) -> Self {
        self.0.index = index;
        self
    }

    pub(super) fn said(mut self, message: impl Into<String>) -> Self {
        self.0.message = Some(message.into());
        self
    }

    /// Names the function or operator, unless one nearer to the failure is named.
    pub(super) fn at(mut self, token: &Rc<str>) -> Self {
        self.0.token.get_or_insert_with(|| Rc::clone(token));
        self
    }
}
