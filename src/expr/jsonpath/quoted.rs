//! What stands between quotes in a path: names and strings, and what a backslash does in each.

/// The length of what stands before the closing quote of a text that starts after the opening one; a backslash keeps
/// the character after it from closing.
pub(super) fn length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (index, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return Some(index),
            _ => {}
        }
    }
    None
}

/// A name as written in brackets. AWS keeps a backslash that does not stand before the enclosing quote: it reads
/// `$['a\"b']` as the member `a\"b` (recorded on AWS in February 2025), other than newer versions of Jayway's JsonPath.
pub(super) fn name(written: &str, quote: char) -> String {
    written.replace(&format!("\\{quote}"), &quote.to_string())
}

/// A string of a filter, with the escapes of JavaScript (Jayway's `Utils.unescape`).
///
/// # Errors
/// When `\u` is not followed by four hexadecimal digits.
pub(super) fn string(written: &str) -> Result<String, String> {
    let mut units: Vec<u16> = Vec::with_capacity(written.len());
    let mut buffer = [0; 2];
    let mut characters = written.chars();
    while let Some(character) = characters.next() {
        let plain = match character {
            '\\' => match characters.next() {
                Some('u') => {
                    let digits: String = characters.by_ref().take(4).collect();
                    let is_unit = digits.len() == 4 && digits.chars().all(|digit| digit.is_ascii_hexdigit());
                    let unit = u16::from_str_radix(&digits, 16).ok().filter(|_| is_unit);
                    units.push(unit.ok_or_else(|| format!("Unable to parse unicode value: {digits}"))?);
                    continue;
                }
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('b') => '\u{8}',
                Some('f') => '\u{c}',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        };
        units.extend_from_slice(plain.encode_utf16(&mut buffer));
    }
    Ok(String::from_utf16_lossy(&units))
}
