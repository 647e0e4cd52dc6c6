//! Reading an expression once: the parsed form is kept for the next evaluation of the same text.

use super::JsonataError;
use super::depth::certain_depth;
use super::error_text::parse_error;
use super::guards;
use super::references::top_level_references;
use super::tokens::{Kind, Token, check_nesting, tokens};
use jsonata_core::ast::AstNode;
use jsonata_core::parser;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// How many parsed expressions are kept: more than a large state machine has.
const MAX_KEPT: usize = 256;

/// Longer texts are parsed each time.
const MAX_KEPT_BYTES: usize = 16 << 10;

/// The longest text that is parsed: the largest state machine definition (Step Functions quotas).
const MAX_BYTES: usize = 1 << 20;

/// An expression that has been read.
pub(super) struct Parsed {
    /// What the library runs.
    pub(super) tree: AstNode,
    /// The variables that the text names, without `$`; functions too.
    variables: Vec<String>,
    /// The functions that the text calls, without `$`.
    pub(super) called: Vec<String>,
    /// The operators of order in the text: `<`, `<=`, `>`, `>=`.
    pub(super) orders: Vec<String>,
    /// The levels that every evaluation reaches.
    pub(super) depth: usize,
    /// What AWS refuses: [`top_level_references`].
    pub(super) references: Vec<String>,
}

impl Parsed {
    fn read(text: &str) -> Result<Self, JsonataError> {
        if text.len() > MAX_BYTES {
            return Err(JsonataError::too_large());
        }
        let words = tokens(text);
        check_nesting(&words)?;
        check_patterns(&words)?;
        let mut tree = parser::parse(text).map_err(|error| parse_error(&error.to_string()))?;
        let (mut variables, mut called, mut orders) = (Vec::new(), Vec::new(), Vec::new());
        for (index, word) in words.iter().enumerate() {
            let text = word.text.to_owned();
            if matches!(word.text, "<" | "<=" | ">" | ">=") && !orders.contains(&text) {
                orders.push(text);
            }
            if word.kind != Kind::Variable {
                continue;
            }
            let name = word.text.trim_start_matches('$').to_owned();
            if words.get(index + 1).is_some_and(|next| next.text == "(") && !called.contains(&name) {
                called.push(name.clone());
            }
            if !variables.contains(&name) {
                variables.push(name);
            }
        }
        let (depth, references) = (certain_depth(&tree), top_level_references(&tree));
        guards::guard(&mut tree);
        Ok(Self { tree, variables, called, orders, depth, references })
    }

    /// Whether the text names a variable. What it does not name need not be bound.
    pub(super) fn names(&self, variable: &str) -> bool {
        self.variables.iter().any(|name| name == variable)
    }
}

/// Refuses patterns that the library lets pass or takes for texts.
fn check_patterns(words: &[Token<'_>]) -> Result<(), JsonataError> {
    let refused = |code: &str, message: &str| Err(JsonataError { code: code.to_owned(), message: message.to_owned() });
    for word in words.iter().filter(|word| word.kind == Kind::Literal && word.text.starts_with('/')) {
        if word.text == "//" {
            return refused("S0301", "Empty regular expressions are not allowed");
        }
        let body = word.text.trim_end_matches(|character: char| character.is_ascii_lowercase());
        if body.len() < 2 || !body.ends_with('/') {
            return refused("S0302", "No terminating / in regular expression");
        }
    }
    Ok(())
}

/// Reads an expression, or finds what was read before.
///
/// # Errors
/// With the code of the syntax error, or when it nests too deep.
pub(super) fn parse(text: &str) -> Result<Rc<Parsed>, JsonataError> {
    thread_local! {
        static KEPT: RefCell<HashMap<String, Rc<Parsed>>> = RefCell::new(HashMap::new());
    }
    if let Some(known) = KEPT.with_borrow(|kept| kept.get(text).cloned()) {
        return Ok(known);
    }
    let parsed = Rc::new(Parsed::read(text)?);
    if text.len() <= MAX_KEPT_BYTES {
        KEPT.with_borrow_mut(|kept| {
            if kept.len() >= MAX_KEPT {
                kept.clear();
            }
            kept.insert(text.to_owned(), Rc::clone(&parsed));
        });
    }
    Ok(parsed)
}
