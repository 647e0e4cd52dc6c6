//! The words of an expression with their places: known without the parser, so that the page, which lacks it, can tell
//! which variables an expression names. It need not be exact about what is no expression at all.

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
    ["..", ":=", "!=", ">=", "<=", "**", "~>"]
        .iter()
        .find(|operator| text.starts_with(**operator))
        .map_or(first.len_utf8(), |operator| operator.len())
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
}
