//! `States.Format` and `States.StringSplit`.

use super::parse::{Argument, Call};
use super::string_argument;
use crate::expr::java_text::java_text;
use serde_json::Value;

/// A string argument without its escapes: `\'`, `\{`, `\}`, `\\`.
pub(crate) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.extend(characters.next()),
            other => plain.push(other),
        }
    }
    plain
}

pub(super) fn format(call: &Call, arguments: &[Value]) -> Result<Value, String> {
    // A template that stands in the call keeps its escapes; one from a path has none.
    let template = match call.arguments.first() {
        Some(Argument::Template(text)) => text.clone(),
        _ => string_argument(arguments, 0)?.to_owned(),
    };
    let mut rest = arguments.iter().skip(1);
    let mut text = String::new();
    let mut characters = template.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            // Only a template from a path can end so; the parser takes such a literal as open.
            '\\' => text.push(characters.next().ok_or("the template ends with an open escape backslash")?),
            '{' if characters.peek() == Some(&'}') => {
                characters.next();
                text.push_str(&java_text(rest.next().ok_or("there are more {} in the template than arguments")?));
            }
            // AWS's words (aws-cdk issue 29261): a brace that opens nothing has to be escaped.
            '{' => return Err("Invalid template in States.Format: matching '}' not found for '{'".to_owned()),
            other => text.push(other),
        }
    }
    if rest.next().is_some() {
        return Err("there are more arguments than {} in the template".to_owned());
    }
    Ok(text.into())
}

/// The second argument is a set of characters; empty parts are left out (measured).
pub(super) fn split(arguments: &[Value]) -> Result<Value, String> {
    let (text, delimiters) = (string_argument(arguments, 0)?, string_argument(arguments, 1)?);
    if delimiters.is_empty() {
        return Ok(vec![text].into());
    }
    Ok(text.split(|character| delimiters.contains(character)).filter(|part| !part.is_empty()).collect())
}
