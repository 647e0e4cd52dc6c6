//! How JSONata writes texts, names and regular expressions.

use std::fmt::Write as _;

/// Words that are no names where they stand alone (JSONata 2.0, "Path operators" and its grammar).
const RESERVED: [&str; 6] = ["and", "or", "in", "true", "false", "null"];

/// A text in quotes: single ones where they do, as the expression itself stands in a JSON text.
pub(super) fn text(content: &str) -> String {
    // JSONata has no escape for the single quote.
    let quote = if content.contains('\'') { '"' } else { '\'' };
    let mut out = String::with_capacity(content.len() + 2);
    out.push(quote);
    for character in content.chars() {
        match character {
            '"' if quote == '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                let mut units = [0; 2];
                for unit in control.encode_utf16(&mut units) {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            other => out.push(other),
        }
    }
    out.push(quote);
    out
}

/// A name as a step of a path.
pub(super) fn name(name: &str) -> String {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    let is_plain = starts && characters.all(|other| other.is_ascii_alphanumeric() || other == '_');
    if is_plain && !RESERVED.contains(&name) {
        name.to_owned()
    } else if name.is_empty() || name.contains(['`', '\n', '\r', '\t']) {
        // A step may be a text; between backquotes nothing can be escaped.
        text(name)
    } else {
        format!("`{name}`")
    }
}

/// Characters that mean themselves, for a regular expression between slashes.
pub(super) fn escaped(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    for character in content.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' | '/' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '^' | '$' | '|' | '-' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_needs_quotes() {
        assert_eq!(text("it's \"so\""), "\"it's \\\"so\\\"\"");
        assert_eq!(text("a\\b\n\u{1}"), "'a\\\\b\\n\\u0001'");
        assert_eq!(name("item_1"), "item_1");
        assert_eq!(name("order-id"), "`order-id`");
        assert_eq!(name("1st"), "`1st`");
        assert_eq!(name("and"), "`and`");
        assert_eq!(name("a`b"), "'a`b'");
        assert_eq!(escaped("a/b.c"), "a\\/b\\.c");
    }
}
