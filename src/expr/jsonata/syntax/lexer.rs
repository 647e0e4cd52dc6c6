//! The words of an expression. A slash begins a pattern where no operand stands before it, which only the parser knows.

use super::Refusal;
use crate::expr::jsonata::error_text::quoted;
use crate::expr::regex::{BadPattern, Regex};
use std::ops::Range;
use std::rc::Rc;

/// What a word is.
#[derive(Clone, Debug)]
pub(super) enum Word {
    /// Behind the last word.
    End,
    Name(Rc<str>),
    Variable(Rc<str>),
    Text(Rc<str>),
    Number(f64),
    /// `true`, `false`.
    Truth(bool),
    Null,
    Pattern(Rc<Regex>),
    Operator(&'static str),
}

/// A word and the bytes it covers.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) word: Word,
    pub(super) span: Range<usize>,
}

impl Token {
    pub(super) fn is(&self, operator: &str) -> bool {
        matches!(self.word, Word::Operator(own) if own == operator)
    }

    pub(super) fn is_end(&self) -> bool {
        matches!(self.word, Word::End)
    }

    /// Its value as messages show it.
    pub(super) fn shown(&self, text: &str) -> String {
        match &self.word {
            Word::End => "(end)".to_owned(),
            Word::Name(name) | Word::Variable(name) | Word::Text(name) => (**name).to_owned(),
            Word::Operator(operator) => (*operator).to_owned(),
            _ => text[self.span.clone()].to_owned(),
        }
    }
}

/// Operators and brackets, the longer ones first. `!` and `~` are none, but end a name.
const OPERATORS: [&str; 32] = [
    "..", ":=", "!=", ">=", "<=", "**", "~>", ".", "[", "]", "{", "}", "(", ")", ",", "@", "#", ";", ":", "?", "+",
    "-", "*", "/", "%", "|", "=", "<", ">", "^", "&", "!",
];

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{b}')
}

fn ends_name(character: char) -> bool {
    is_blank(character) || ".[]{}(),@#;:?+-*/%|=<>^&!~".contains(character)
}

/// Reads one word after the other.
pub(super) struct Lexer<'a> {
    pub(super) text: &'a str,
    position: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, position: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.position..]
    }

    fn skip_blanks(&mut self) -> Result<(), Refusal> {
        loop {
            let rest = self.rest();
            self.position += rest.len() - rest.trim_start_matches(is_blank).len();
            if !self.rest().starts_with("/*") {
                return Ok(());
            }
            let start = self.position;
            let Some(length) = self.text[start + 2..].find("*/") else {
                return Err(Refusal::new("S0106", "Comment has no closing tag", start..self.text.len()));
            };
            self.position = start + 2 + length + 2;
        }
    }

    /// The next word. `infix` where an operand stands before it.
    pub(super) fn next(&mut self, infix: bool) -> Result<Token, Refusal> {
        self.skip_blanks()?;
        let start = self.position;
        let rest = self.rest();
        let word = match rest.chars().next() {
            None => Word::End,
            Some('/') if !infix => self.pattern()?,
            Some(quote @ ('"' | '\'')) => self.quoted(quote)?,
            Some('`') => {
                let Some(length) = rest[1..].find('`') else {
                    let message = "Quoted property name must be terminated with a backquote (`)";
                    return Err(Refusal::new("S0105", message, start..self.text.len()));
                };
                self.position += length + 2;
                Word::Name(Rc::from(&rest[1..=length]))
            }
            Some('0'..='9') => self.number()?,
            Some('~') if !rest.starts_with("~>") => {
                return Err(Refusal::new("S0204", "Unknown operator: \"~\"", start..start + 1));
            }
            Some(_) => match OPERATORS.into_iter().find(|operator| rest.starts_with(operator)) {
                Some("!") => return Err(Refusal::new("S0204", "Unknown operator: \"!\"", start..start + 1)),
                Some(operator) => {
                    self.position += operator.len();
                    Word::Operator(operator)
                }
                None => self.name(),
            },
        };
        Ok(Token { word, span: start..self.position })
    }

    fn name(&mut self) -> Word {
        let rest = self.rest();
        let name = &rest[..rest.find(ends_name).unwrap_or(rest.len())];
        self.position += name.len();
        match name {
            "and" => Word::Operator("and"),
            "or" => Word::Operator("or"),
            "in" => Word::Operator("in"),
            "true" => Word::Truth(true),
            "false" => Word::Truth(false),
            "null" => Word::Null,
            name => match name.strip_prefix('$') {
                Some(variable) => Word::Variable(Rc::from(variable)),
                None => Word::Name(Rc::from(name)),
            },
        }
    }

    fn number(&mut self) -> Result<Word, Refusal> {
        let start = self.position;
        let rest = self.rest().as_bytes();
        let digits = |from: usize| rest[from.min(rest.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let mut length = if rest[0] == b'0' { 1 } else { digits(0) };
        if rest.get(length) == Some(&b'.') && digits(length + 1) > 0 {
            length += 1 + digits(length + 1);
        }
        if matches!(rest.get(length), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(rest.get(length + 1), Some(b'+' | b'-')));
            let exponent = digits(length + 1 + sign);
            if exponent > 0 {
                length += 1 + sign + exponent;
            }
        }
        let written = &self.text[start..start + length];
        match written.parse::<f64>() {
            Ok(number) if number.is_finite() => {
                self.position += length;
                Ok(Word::Number(number))
            }
            _ => Err(Refusal::new("S0102", format!("Number out of range: {written}"), start..start + length)),
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Word, Refusal> {
        let start = self.position;
        // In UTF-16, as two escapes may write one character.
        let mut units: Vec<u16> = Vec::new();
        let mut characters = self.rest().char_indices().skip(1);
        while let Some((offset, character)) = characters.next() {
            let at = start + offset;
            if character == quote {
                self.position = at + 1;
                return Ok(Word::Text(Rc::from(String::from_utf16_lossy(&units))));
            }
            if character != '\\' {
                units.extend_from_slice(character.encode_utf16(&mut [0; 2]));
                continue;
            }
            let Some((_, escaped)) = characters.next() else { break };
            units.push(match escaped {
                '"' | '\\' | '/' => escaped as u16,
                'b' => 8,
                'f' => 12,
                'n' => 10,
                'r' => 13,
                't' => 9,
                'u' => {
                    let digits = self.text.get(at + 2..at + 6).and_then(|digits| u16::from_str_radix(digits, 16).ok());
                    let Some(unit) = digits.filter(|_| self.text.as_bytes()[at + 2] != b'+') else {
                        let message = "The escape sequence \\u must be followed by 4 hex digits";
                        return Err(Refusal::new("S0104", message, at..at + 2));
                    };
                    characters.nth(3);
                    unit
                }
                other => {
                    let message = format!("Unsupported escape sequence: \\{}", quoted(&other.to_string()));
                    return Err(Refusal::new("S0103", message, at..at + 1 + other.len_utf8()));
                }
            });
        }
        let message = "String literal must be terminated by a matching quote";
        Err(Refusal::new("S0101", message, start..self.text.len()))
    }

    /// A pattern with its flags. A slash within brackets does not end it, and a bracket behind a backslash is none.
    fn pattern(&mut self) -> Result<Word, Refusal> {
        let start = self.position;
        let body = start + 1;
        let mut depth = 0_i64;
        let mut backslashes = 0;
        for (at, byte) in self.text.bytes().enumerate().skip(body) {
            match byte {
                b'/' if depth == 0 && backslashes % 2 == 0 => return self.pattern_between(body, at),
                b'(' | b'[' | b'{' if backslashes == 0 => depth += 1,
                b')' | b']' | b'}' if backslashes == 0 => depth -= 1,
                _ => {}
            }
            backslashes = if byte == b'\\' { backslashes + 1 } else { 0 };
        }
        Err(Refusal::new("S0302", "No terminating / in regular expression", start..self.text.len()))
    }

    fn pattern_between(&mut self, body: usize, end: usize) -> Result<Word, Refusal> {
        let source = &self.text[body..end];
        if source.is_empty() {
            return Err(Refusal::new("S0301", "Empty regular expressions are not allowed", body - 1..end + 1));
        }
        let flags = &self.text[end + 1..];
        let flags = &flags[..flags.bytes().take_while(|flag| matches!(flag, b'i' | b'm')).count()];
        self.position = end + 1 + flags.len();
        let span = body - 1..self.position;
        match Regex::compile(source, flags) {
            Ok(regex) => Ok(Word::Pattern(Rc::new(regex))),
            Err(BadPattern::Invalid(reason)) => {
                let message = format!("Invalid regular expression: /{source}/: {reason}");
                Err(Refusal::new("S0201", format!("Syntax error: {}", quoted(&message)), span))
            }
            Err(BadPattern::TooLarge) => Err(Refusal { error: crate::expr::jsonata::JsonataError::too_large(), span }),
        }
    }
}
