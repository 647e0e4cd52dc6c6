//! The words of an expression with their places: what the library's parser does not tell.
//!
//! It serves three ends: bounding the nesting before the (recursive) parser runs, knowing which variables an
//! expression names, and pointing at a mistake. It need not be exact about what is no expression at all.

#[cfg(feature = "jsonata")]
use super::JsonataError;

/// How deep brackets, conditions and signs may nest in the text. The parser recurses as deep as they do, and the
/// stack of a web worker is small.
#[cfg(feature = "jsonata")]
const MAX_NESTING: usize = 250;

/// How many operators may follow each other without a bracket: the tree nests as deep, to the left. AWS evaluates no more
/// than a hundred.
#[cfg(feature = "jsonata")]
const MAX_CHAIN: usize = 500;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A field name, quoted with backquotes or not.
    Name,
    /// `$name`, `$` or `$$`.
    Variable,
    /// A string, number or regular expression.
    Literal,
    /// An operator or a bracket.
    Symbol,
}

/// A word and the bytes it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    /// As written.
    pub(super) text: &'a str,
    /// Where it starts, in bytes.
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether an operand ends with it, so that what follows is an operator.
    fn ends_operand(&self) -> bool {
        match self.kind {
            Kind::Symbol => matches!(self.text, ")" | "]" | "}"),
            Kind::Name => !matches!(self.text, "and" | "or" | "in"),
            Kind::Variable | Kind::Literal => true,
        }
    }
}

/// Splits an expression into its words. Blanks and comments are left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        let operand_before = found.last().is_some_and(Token::ends_operand);
        let (kind, length) = match first {
            blank if blank.is_whitespace() => (None, first.len_utf8()),
            '/' if rest.starts_with("/*") => (None, rest.find("*/").map_or(rest.len(), |end| end + 2)),
            '"' | '\'' => (Some(Kind::Literal), quoted(rest, first)),
            '`' => (Some(Kind::Name), rest[1..].find('`').map_or(rest.len(), |end| end + 2)),
            '/' if !operand_before => (Some(Kind::Literal), pattern(rest)),
            '0'..='9' => {
                let other = |character: char| !(character.is_ascii_alphanumeric() || character == '_');
                (Some(Kind::Literal), rest.find(other).unwrap_or(rest.len()))
            }
            '$' => {
                let name = word(&rest[1..]);
                (
                    Some(Kind::Variable),
                    if name == 0 && rest.starts_with("$$") { 2 + word(&rest[2..]) } else { 1 + name },
                )
            }
            _ => match word(rest) {
                0 => (Some(Kind::Symbol), symbol(rest, first)),
                length => (Some(Kind::Name), length),
            },
        };
        if let Some(kind) = kind {
            found.push(Token { kind, text: &rest[..length], start });
        }
        start += length;
    }
    found
}

/// Bytes of a quoted string with its quotes, to the end of the text when it is not closed.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (offset, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return offset + 1,
            _ => {}
        }
    }
    text.len()
}

/// Bytes of a regular expression with its flags. A slash in parentheses or brackets does not end it.
fn pattern(text: &str) -> usize {
    let (mut escaped, mut depth) = (false, 0_usize);
    for (offset, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                let flags = text[offset + 1..].bytes().take_while(u8::is_ascii_lowercase).count();
                return offset + 1 + flags;
            }
            _ => {}
        }
    }
    text.len()
}

/// Bytes of a name without quotes; 0 when none starts here. As in JSONata, it ends at a blank or an operator.
fn word(text: &str) -> usize {
    text.find(|character: char| character.is_whitespace() || "()[]{}.,;:?+-*/%|=<>^&!~@#\"'`$".contains(character))
        .unwrap_or(text.len())
}

fn symbol(text: &str, first: char) -> usize {
    ["..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??"]
        .iter()
        .find(|operator| text.starts_with(**operator))
        .map_or(first.len_utf8(), |operator| operator.len())
}

/// Refuses a text that would take the parser too deep.
#[cfg(feature = "jsonata")]
pub(super) fn check_nesting(tokens: &[Token<'_>]) -> Result<(), JsonataError> {
    // One number for each open bracket: what nests to the right in it without a bracket of its own.
    let mut open = vec![0_usize];
    let mut chains = vec![0_usize];
    let mut depth = 0;
    let mut operand_before = false;
    for token in tokens.iter().filter(|token| token.kind == Kind::Symbol || token.ends_operand()) {
        if token.kind == Kind::Symbol {
            match token.text {
                "(" | "[" | "{" => {
                    open.push(0);
                    chains.push(0);
                    depth += 1;
                }
                ")" | "]" | "}" if open.len() > 1 => {
                    chains.pop();
                    depth -= 1 + open.pop().unwrap_or_default();
                }
                "," | ";" => {
                    if let (Some(last), Some(chain)) = (open.last_mut(), chains.last_mut()) {
                        depth -= std::mem::take(last);
                        *chain = 0;
                    }
                }
                "?" | ":=" | "?:" | "??" | "|" => {
                    if let Some(last) = open.last_mut() {
                        *last += 1;
                        depth += 1;
                    }
                }
                "-" if !operand_before => {
                    if let Some(last) = open.last_mut() {
                        *last += 1;
                        depth += 1;
                    }
                }
                "." => {}
                _ => {
                    if let Some(chain) = chains.last_mut() {
                        *chain += 1;
                    }
                }
            }
        }
        if depth > MAX_NESTING || chains.last().is_some_and(|chain| *chain > MAX_CHAIN) {
            return Err(JsonataError::stack_overflow());
        }
        operand_before = token.ends_operand();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn splits_words_strings_and_patterns() {
        assert_eq!(texts("$a.b1 + 'x\\'y' /* no */ ~> $f"), ["$a", ".", "b1", "+", "'x\\'y'", "~>", "$f"]);
        assert_eq!(texts("a/b/c"), ["a", "/", "b", "/", "c"]);
        assert_eq!(texts("$match(s, /a[/]b(\\/)/i)"), ["$match", "(", "s", ",", "/a[/]b(\\/)/i", ")"]);
        assert_eq!(texts("`a b`.$$.$"), ["`a b`", ".", "$$", ".", "$"]);
        assert_eq!(texts("[1..3].é"), ["[", "1", "..", "3", "]", ".", "é"]);
        assert_eq!(texts("'open"), ["'open"]);
        assert_eq!(texts("a /* open"), ["a"]);
    }

    #[test]
    fn names_are_told_from_variables() {
        let kinds: Vec<Kind> = tokens("$x.y = 1").into_iter().map(|token| token.kind).collect();
        assert_eq!(kinds, [Kind::Variable, Kind::Symbol, Kind::Name, Kind::Symbol, Kind::Literal]);
    }

    #[cfg(feature = "jsonata")]
    #[test]
    fn nesting_is_bounded_and_long_lists_are_not() {
        let deep = |count: usize| format!("{}1{}", "(".repeat(count), ")".repeat(count));
        assert!(check_nesting(&tokens(&deep(MAX_NESTING))).is_ok());
        assert!(check_nesting(&tokens(&deep(10_000))).is_err());
        assert!(check_nesting(&tokens(&"-".repeat(10_000))).is_err());
        assert!(check_nesting(&tokens(&"a ? b : ".repeat(10_000))).is_err());
        assert!(check_nesting(&tokens(&format!("[{}1]", "(a ? b : c), ".repeat(10_000)))).is_ok());
        assert!(check_nesting(&tokens(&format!("[{}1]", "a ? b : c, ".repeat(10_000)))).is_ok());
        assert!(check_nesting(&tokens(&format!("1{}", "+1".repeat(MAX_CHAIN)))).is_ok());
        assert!(check_nesting(&tokens(&format!("1{}", "+1".repeat(MAX_CHAIN + 1)))).is_err());
        assert!(check_nesting(&tokens(&format!("[1{}]", "+1,2".repeat(10_000)))).is_ok());
        assert!(check_nesting(&tokens(&format!("a{}", ".b".repeat(10_000)))).is_ok());
        assert!(check_nesting(&tokens(")))]]]")).is_ok());
    }
}
