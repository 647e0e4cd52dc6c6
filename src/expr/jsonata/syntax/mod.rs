//! Reading an expression, as JSONata 2.0.6 reads it: words, then operators by how tightly they bind, then paths, the
//! parents that `%` names, and calls in tail position.

mod lexer;
mod parser;
mod raw;
mod resolve;
mod tree;

pub(super) use parser::read;
pub(super) use tree::{Group, Kind, LambdaNode, Node, Operator, SortTerm, Stage, TransformNode};

use super::JsonataError;
use super::error_text::quoted;
use std::ops::Range;

/// Why a text is no expression, and where.
#[derive(Clone, Debug)]
pub(super) struct Refusal {
    pub(super) error: JsonataError,
    /// Bytes of the text.
    pub(super) span: Range<usize>,
}

impl Refusal {
    fn new(code: &str, message: impl Into<String>, span: Range<usize>) -> Self {
        Self { error: JsonataError { code: code.to_owned(), message: message.into() }, span }
    }

    /// It nests too deep. The bracket that is too many cannot be told from the others.
    fn too_deep(text: &str) -> Self {
        Self { error: JsonataError::stack_overflow(), span: 0..text.trim_end().len() }
    }

    fn syntax(word: &str, span: Range<usize>) -> Self {
        Self::new("S0201", format!("Syntax error: {}", quoted(word)), span)
    }
}
