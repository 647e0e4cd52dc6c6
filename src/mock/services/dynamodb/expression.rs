//! What all expressions have in common: tokens, document paths and placeholders
//! (DynamoDB developer guide, "Using expressions in DynamoDB").

use super::reserved::is_reserved;
use super::table::Item;
use super::{Failure, value};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// One step of a document path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// An attribute of an item or map.
    Attribute(String),
    /// An element of a list.
    Index(usize),
}

/// A document path: `a.b[0]`.
pub(super) type Path = Vec<Step>;

/// The placeholders of a request, and which of them were used.
pub(super) struct Expression {
    names: Map<String, Value>,
    values: Item,
    used: BTreeSet<String>,
}

impl Expression {
    /// Reads `ExpressionAttributeNames` and `ExpressionAttributeValues`.
    pub(super) fn new(parameters: &Value) -> Result<Self, Failure> {
        let members = |name: &str| parameters.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
        let values = value::item(&members("ExpressionAttributeValues"))?;
        Ok(Self { names: members("ExpressionAttributeNames"), values, used: BTreeSet::new() })
    }

    /// Refuses placeholders that no expression used.
    pub(super) fn all_used(&self) -> Result<(), Failure> {
        for (placeholders, what) in [(self.names.keys(), "Names"), (self.values.keys(), "Values")] {
            let unused: Vec<&str> =
                placeholders.map(String::as_str).filter(|name| !self.used.contains(*name)).collect();
            if !unused.is_empty() {
                let keys = unused.join(", ");
                let text =
                    format!("Value provided in ExpressionAttribute{what} unused in expressions: keys: {{{keys}}}");
                return Err(Failure::Validation(text));
            }
        }
        Ok(())
    }
}

/// A reader of one expression.
pub(super) struct Reader<'e> {
    expression: &'e mut Expression,
    /// The parameter that it stands in, for messages.
    parameter: &'static str,
    tokens: Vec<String>,
    position: usize,
}

impl<'e> Reader<'e> {
    /// Splits an expression into its tokens.
    pub(super) fn new(expression: &'e mut Expression, parameter: &'static str, text: &str) -> Result<Self, Failure> {
        let mut reader = Self { expression, parameter, tokens: tokens(text), position: 0 };
        if reader.tokens.is_empty() {
            return Err(reader.invalid("The expression can not be empty;"));
        }
        let strange = |token: &String| !token.starts_with(is_word) && !PUNCTUATION.contains(&token.as_str());
        if let Some(position) = reader.tokens.iter().position(strange) {
            reader.position = position;
            return Err(reader.syntax_error());
        }
        Ok(reader)
    }

    pub(super) fn invalid(&self, message: &str) -> Failure {
        Failure::validation(format!("Invalid {}: {message}", self.parameter))
    }

    /// The error of a token that cannot stand here.
    pub(super) fn syntax_error(&self) -> Failure {
        let token = self.peek().unwrap_or("<EOF>");
        let near: Vec<&str> = (self.position.saturating_sub(1)..=self.position + 1)
            .filter_map(|position| self.tokens.get(position))
            .map(String::as_str)
            .collect();
        self.invalid(&format!("Syntax error; token: \"{token}\", near: \"{}\"", near.join(" ")))
    }

    /// The next token.
    pub(super) fn peek(&self) -> Option<&str> {
        self.tokens.get(self.position).map(String::as_str)
    }

    /// The token after the next.
    pub(super) fn peek_second(&self) -> Option<&str> {
        self.tokens.get(self.position + 1).map(String::as_str)
    }

    /// Goes over the next token if it is this punctuation or, in any case, this word.
    pub(super) fn take(&mut self, wanted: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.eq_ignore_ascii_case(wanted));
        self.position += usize::from(found);
        found
    }

    /// Goes over the next token, which must be this one.
    pub(super) fn expect(&mut self, wanted: &str) -> Result<(), Failure> {
        if self.take(wanted) { Ok(()) } else { Err(self.syntax_error()) }
    }

    /// Whether nothing is left.
    pub(super) fn finish(&self) -> Result<(), Failure> {
        if self.peek().is_none() { Ok(()) } else { Err(self.syntax_error()) }
    }

    /// The next token as a function's name, if a parenthesis follows.
    pub(super) fn function(&mut self) -> Option<String> {
        let is_call = self.peek_second() == Some("(") && self.peek().is_some_and(|token| token.starts_with(is_word));
        if !is_call {
            return None;
        }
        let name = self.peek()?.to_owned();
        self.position += 2;
        Some(name)
    }

    /// A value placeholder, if the next token is one.
    pub(super) fn value(&mut self) -> Result<Option<Value>, Failure> {
        let Some(name) = self.peek().filter(|token| token.starts_with(':')).map(str::to_owned) else { return Ok(None) };
        let Some(value) = self.expression.values.get(&name).cloned() else {
            let text = "An expression attribute value used in expression is not defined; attribute value:";
            return Err(self.invalid(&format!("{text} {name}")));
        };
        self.position += 1;
        self.expression.used.insert(name);
        Ok(Some(value))
    }

    /// A document path.
    pub(super) fn path(&mut self) -> Result<Path, Failure> {
        let mut path = vec![self.attribute()?];
        loop {
            if self.take(".") {
                path.push(self.attribute()?);
            } else if self.take("[") {
                let Some(index) = self.peek().and_then(|token| token.parse().ok()) else {
                    return Err(self.syntax_error());
                };
                self.position += 1;
                self.expect("]")?;
                path.push(Step::Index(index));
            } else {
                return Ok(path);
            }
        }
    }

    fn attribute(&mut self) -> Result<Step, Failure> {
        let Some(token) = self.peek().map(str::to_owned) else { return Err(self.syntax_error()) };
        if !token.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_' || first == '#') {
            return Err(self.syntax_error());
        }
        let name = if token.starts_with('#') {
            let Some(name) = self.expression.names.get(&token).and_then(Value::as_str) else {
                let text = "An expression attribute name used in the document path is not defined; attribute name:";
                return Err(self.invalid(&format!("{text} {token}")));
            };
            let name = name.to_owned();
            self.expression.used.insert(token);
            name
        } else if is_reserved(&token) {
            let text = "Attribute name is a reserved keyword; reserved keyword:";
            return Err(self.invalid(&format!("{text} {token}")));
        } else {
            token
        };
        self.position += 1;
        Ok(Step::Attribute(name))
    }
}

const PUNCTUATION: [&str; 14] = ["(", ")", ",", ".", "[", "]", "=", "<", "<=", "<>", ">", ">=", "+", "-"];

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '#' | ':')
}

/// Words, and punctuation of one or two characters.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if is_word(first) {
            // A placeholder ends where the next one starts.
            rest.char_indices()
                .find(|(index, letter)| *index > 0 && !(letter.is_ascii_alphanumeric() || *letter == '_'))
                .map_or(rest.len(), |(index, _)| index)
        } else if rest.starts_with("<=") || rest.starts_with(">=") || rest.starts_with("<>") {
            2
        } else {
            first.len_utf8()
        };
        let (token, behind) = rest.split_at(length);
        tokens.push(token.to_owned());
        rest = behind.trim_start();
    }
    tokens
}

/// What a path names in an item.
pub(super) fn lookup<'i>(item: &'i Item, path: &[Step]) -> Option<&'i Value> {
    let (Step::Attribute(first), rest) = path.split_first()? else { return None };
    rest.iter().try_fold(item.get(first)?, |value, step| match (value::parts(value)?, step) {
        (("M", content), Step::Attribute(name)) => content.get(name),
        (("L", content), Step::Index(index)) => content.get(*index),
        _ => None,
    })
}
