//! From characters to tokens.

use super::syntax_error::{SyntaxError, SyntaxProblem};
use crate::text::Span;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Open(char),
    Close(char),
    Colon,
    Comma,
    String(Box<str>),
    Number,
    Bool(bool),
    Null,
    /// Something that is no token of JSON; already reported.
    Unknown,
}

pub(super) struct Lexer<'a> {
    text: &'a str,
    offset: usize,
    pub(super) errors: Vec<SyntaxError>,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        // A byte order mark is not part of JSON, but Windows editors write it: it stays in the text and is skipped.
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, offset, errors: Vec::new() }
    }

    pub(super) fn report(&mut self, problem: SyntaxProblem, span: Span) {
        self.errors.push(SyntaxError { problem, span });
    }

    /// The next token and where it stands; none at the end of the text.
    pub(super) fn next(&mut self) -> Option<(Token, Span)> {
        self.skip_blanks();
        let start = self.offset;
        let byte = *self.text.as_bytes().get(start)?;
        let token = match byte {
            b'{' | b'[' => self.single(Token::Open(char::from(byte))),
            b'}' | b']' => self.single(Token::Close(char::from(byte))),
            b':' => self.single(Token::Colon),
            b',' => self.single(Token::Comma),
            b'"' => self.string(),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        };
        Some((token, Span::new(start, self.offset)))
    }

    fn single(&mut self, token: Token) -> Token {
        self.offset += 1;
        token
    }

    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            self.offset += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            let rest = self.rest();
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                return;
            };
            self.report(SyntaxProblem::Comment, Span::new(self.offset, self.offset + length));
            self.offset += length;
        }
    }

    fn string(&mut self) -> Token {
        let open = self.offset;
        self.offset += 1;
        let mut content = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(rest.len());
            content.push_str(&rest[..plain]);
            self.offset += plain;
            match rest[plain..].chars().next() {
                Some('"') => {
                    self.offset += 1;
                    return Token::String(content.into());
                }
                Some('\\') => self.escape(&mut content),
                // A string does not go past its line: the next lines are read as if it had been closed.
                Some('\n' | '\r') | None => {
                    self.report(SyntaxProblem::UnterminatedString, Span::new(open, self.offset));
                    return Token::String(content.into());
                }
                Some(control) => {
                    let start = self.offset;
                    self.offset += 1;
                    content.push(control);
                    self.report(SyntaxProblem::ControlCharacter, Span::new(start, self.offset));
                }
            }
        }
    }

    fn escape(&mut self, content: &mut String) {
        let start = self.offset;
        let bytes = self.text.as_bytes();
        let plain = match bytes.get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(content),
            _ => {
                self.offset += 1;
                self.report(SyntaxProblem::InvalidEscape, Span::new(start, self.offset));
                return;
            }
        };
        content.push(plain);
        self.offset += 2;
    }

    fn unicode_escape(&mut self, content: &mut String) {
        let start = self.offset;
        let unit = |offset: usize| {
            let digits = self.text.get(offset..offset + 6)?.strip_prefix("\\u")?;
            digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
        };
        let Some(first) = unit(start) else {
            self.offset += 2;
            self.report(SyntaxProblem::InvalidEscape, Span::new(start, self.offset));
            return;
        };
        if let Some(character) = char::from_u32(first.into()) {
            content.push(character);
            self.offset += 6;
            return;
        }
        let pair = unit(start + 6).and_then(|second| char::decode_utf16([first, second]).next()?.ok());
        if let Some(character) = pair {
            content.push(character);
            self.offset += 12;
        } else {
            content.push(char::REPLACEMENT_CHARACTER);
            self.offset += 6;
            self.report(SyntaxProblem::InvalidEscape, Span::new(start, self.offset));
        }
    }

    fn number(&mut self) -> Token {
        let start = self.offset;
        let rest = self.rest();
        let length = rest.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')).unwrap_or(rest.len());
        self.offset += length;
        let problem = if !is_number(&rest.as_bytes()[..length]) {
            Some(SyntaxProblem::InvalidNumber)
        } else if rest[..length].parse::<f64>().is_ok_and(f64::is_infinite) {
            Some(SyntaxProblem::NumberTooLarge)
        } else {
            None
        };
        match problem {
            Some(problem) => {
                self.report(problem, Span::new(start, self.offset));
                Token::Unknown
            }
            None => Token::Number,
        }
    }

    fn word(&mut self) -> Token {
        let start = self.offset;
        let rest = self.rest();
        let word = placeholder(rest).unwrap_or_else(|| {
            rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$' | '.' | '-')).unwrap_or(rest.len())
        });
        let length = word.max(rest.chars().next().map_or(1, char::len_utf8));
        self.offset += length;
        match &rest[..length] {
            "true" => Token::Bool(true),
            "false" => Token::Bool(false),
            "null" => Token::Null,
            other => {
                let shown = other.chars().take(20).collect();
                self.report(SyntaxProblem::UnexpectedText(shown), Span::new(start, self.offset));
                Token::Unknown
            }
        }
    }
}

/// The number grammar of RFC 8259, section 6.
fn is_number(bytes: &[u8]) -> bool {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    let integer = digits(at);
    if integer == 0 || (integer > 1 && bytes[at] == b'0') {
        return false;
    }
    at += integer;
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        if fraction == 0 {
            return false;
        }
        at += 1 + fraction;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at);
        if exponent == 0 {
            return false;
        }
        at += exponent;
    }
    at == bytes.len()
}

/// The length of a `${Name}` with which a text begins. What a template fills in is one word, so that its braces are none of
/// the text's own and what stands around it keeps its form.
fn placeholder(text: &str) -> Option<usize> {
    let name = text.strip_prefix("${")?;
    let end = name.find(['{', '}', '"', '\\', '\n'])?;
    name[end..].starts_with('}').then_some("${".len() + end + "}".len())
}
