//! Reading an expression once: the parsed form is kept for the next evaluation of the same text.

use super::JsonataError;
use super::references::{Reference, top_level_references};
use super::syntax::{Node, Refusal, read};
use super::tokens::{Kind, tokens};
use crate::expr::kept::Kept;
use std::rc::Rc;

/// The longest text that is parsed: the largest state machine definition (Step Functions quotas).
const MAX_BYTES: usize = 1 << 20;

/// An expression that has been read.
pub(super) struct Parsed {
    /// What is evaluated.
    pub(super) tree: Node,
    /// The variables that the text names, without `$`; functions too.
    variables: Vec<String>,
    /// What AWS refuses: [`top_level_references`].
    pub(super) references: Vec<Reference>,
}

impl Parsed {
    fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > MAX_BYTES {
            return Err(Refusal { error: JsonataError::too_large(), span: 0..text.len() });
        }
        let tree = read(text)?;
        let mut variables = Vec::new();
        for word in tokens(text).iter().filter(|word| word.kind == Kind::Variable) {
            let name = word.text.trim_start_matches('$').to_owned();
            if !variables.contains(&name) {
                variables.push(name);
            }
        }
        let references = top_level_references(&tree);
        Ok(Self { tree, variables, references })
    }

    /// Whether the text names a variable. What it does not name need not be bound.
    pub(super) fn names(&self, variable: &str) -> bool {
        self.variables.iter().any(|name| name == variable)
    }
}

/// Reads an expression, or finds what was read before.
///
/// # Errors
/// With the code of the syntax error, or when it nests too deep.
pub(super) fn parse(text: &str) -> Result<Rc<Parsed>, Refusal> {
    thread_local! {
        static KEPT: Kept<Parsed> = Kept::new();
    }
    KEPT.with(|kept| kept.get(text, Parsed::read))
}
