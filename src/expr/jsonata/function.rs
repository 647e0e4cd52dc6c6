//! Functions as values.

use super::frame::Frame;
use super::functions::Native;
use super::syntax::{LambdaNode, TransformNode};
use super::value::Value;
use crate::expr::regex::Regex;
use std::fmt;
use std::rc::Rc;

/// What can be called.
pub(super) enum Function {
    /// One of the library.
    Native(&'static Native),
    Lambda(Lambda),
    /// One of the library with some arguments given.
    Partial(&'static Native, Vec<Option<Value>>),
    /// A pattern: called with a text, it tells the first match.
    Pattern(Rc<Regex>),
    /// What tells the next match.
    Next {
        regex: Rc<Regex>,
        text: Rc<str>,
        from: usize,
    },
    Transform(Rc<TransformNode>, Rc<Frame>),
    /// The first, then the second.
    Chain(Value, Value),
}

/// A function of the expression with the place where it was made.
pub(super) struct Lambda {
    pub(super) node: Rc<LambdaNode>,
    /// The parameters that are still open.
    pub(super) params: Rc<[Rc<str>]>,
    /// Whether its arguments are checked against its signature.
    pub(super) is_whole: bool,
    pub(super) input: Value,
    pub(super) frame: Rc<Frame>,
}

impl Function {
    /// How many arguments it takes: functions that call it give no more.
    pub(super) fn arity(&self) -> usize {
        match self {
            Self::Native(native) => native.arity,
            Self::Lambda(lambda) => lambda.params.len(),
            Self::Partial(_, arguments) => arguments.iter().filter(|argument| argument.is_none()).count(),
            Self::Pattern(_) => 2,
            Self::Next { .. } => 0,
            Self::Transform(..) | Self::Chain(..) => 1,
        }
    }

    /// How deep functions are made of functions. What a frame holds is let go one by one.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Chain(first, second) => 1 + first.depth().max(second.depth()),
            Self::Partial(_, arguments) => 1 + arguments.iter().flatten().map(Value::depth).max().unwrap_or_default(),
            _ => 0,
        }
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("function")
    }
}
