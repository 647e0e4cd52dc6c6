//! From text to a call with its arguments.

use super::{MAX_NESTING, NAMES};
use crate::expr::SyntaxFault;
use crate::expr::jsonpath::Path;
use serde_json::Value;

/// A call: `States.Name(argument, …)`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) arguments: Vec<Argument>,
}

/// An argument.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Argument {
    /// A number, `true`, `false` or `null`.
    Value(Value),
    /// What stands between single quotes, escapes included: `States.Format` has to tell `{}` from `\{\}`.
    Template(String),
    /// A path of any root.
    Path(Path),
    /// What other engines read as a path and the one that AWS runs does not: the call fails when it is evaluated.
    RefusedPath(String),
    /// A call inside the call.
    Call(Box<Call>),
}

pub(super) fn parse(text: &str) -> Result<Call, SyntaxFault> {
    let mut parser = Parser { text, offset: 0 };
    let call = parser.call(1).map_err(|reason| SyntaxFault { reason, offset: parser.offset })?;
    parser.blanks();
    if parser.offset < text.len() {
        let reason = format!("unexpected text after the call: {}", parser.rest());
        return Err(SyntaxFault { reason, offset: parser.offset });
    }
    Ok(call)
}

struct Parser<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    fn blanks(&mut self) {
        self.offset += self.rest().len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.offset += wanted.len_utf8();
        }
        found
    }

    fn call(&mut self, depth: usize) -> Result<Call, String> {
        if depth > MAX_NESTING {
            return Err(format!("calls nest deeper than {MAX_NESTING} levels"));
        }
        self.blanks();
        let end = self.rest().find('(').ok_or("a '(' is missing")?;
        let name = self.rest()[..end].trim().to_owned();
        if !NAMES.contains(&name.as_str()) {
            return Err(format!("'{name}' is not an intrinsic function"));
        }
        self.offset += end + 1;
        let mut arguments = Vec::new();
        self.blanks();
        if self.eat(')') {
            return Ok(Call { name, arguments });
        }
        loop {
            self.blanks();
            arguments.push(self.argument(depth)?);
            self.blanks();
            if self.eat(')') {
                return Ok(Call { name, arguments });
            }
            if !self.eat(',') {
                return Err("a ',' or ')' is missing after an argument".to_owned());
            }
        }
    }

    fn argument(&mut self, depth: usize) -> Result<Argument, String> {
        let rest = self.rest();
        if self.eat('\'') {
            return self.string();
        }
        if rest.starts_with("States.") {
            return self.call(depth + 1).map(|call| Argument::Call(Box::new(call)));
        }
        if rest.starts_with('$') {
            let (path, length) = Path::parse_start(rest);
            let argument = match path {
                Ok(path) => Argument::Path(path),
                Err(fault) if fault.is_malformed => return Err(format!("Invalid path: {}", fault.reason)),
                Err(_) => Argument::RefusedPath(rest[..length].to_owned()),
            };
            self.offset += length;
            return Ok(argument);
        }
        let end = rest.find(|character: char| matches!(character, ',' | ')') || character.is_whitespace());
        let text = &rest[..end.unwrap_or(rest.len())];
        if text.is_empty() {
            return Err("an argument is missing".to_owned());
        }
        match serde_json::from_str(text) {
            Ok(value @ (Value::Null | Value::Bool(_) | Value::Number(_))) => {
                self.offset += text.len();
                Ok(Argument::Value(value))
            }
            _ => Err(format!("'{text}' is not an argument")),
        }
    }

    fn string(&mut self) -> Result<Argument, String> {
        let rest = self.rest();
        let mut escaped = false;
        for (index, character) in rest.char_indices() {
            match character {
                '\'' | '{' | '}' | '\\' if escaped => escaped = false,
                // AWS refuses such a call when the machine is created (measured).
                other if escaped => {
                    self.offset += index;
                    return Err(format!("'\\{other}' is not an escape: only \\', \\{{, \\}} and \\\\ are"));
                }
                '\\' => escaped = true,
                '\'' => {
                    self.offset += index + 1;
                    return Ok(Argument::Template(rest[..index].to_owned()));
                }
                _ => {}
            }
        }
        Err("a closing quote is missing".to_owned())
    }
}
