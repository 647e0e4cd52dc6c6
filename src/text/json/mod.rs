//! A lossless JSON tree: every node knows its place in the text, and broken text still gives a tree.

mod lexer;
mod parser;
mod syntax_error;
mod tree;
mod value;
mod written;

#[cfg(test)]
mod tests;

pub use parser::{MAX_DEPTH, Parsed, parse};
pub use syntax_error::{SyntaxError, SyntaxProblem};
pub use tree::{Member, NodeId, NodeKind, Tree};
pub use written::written;
