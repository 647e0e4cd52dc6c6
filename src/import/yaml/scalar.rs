//! Scalars: what a plain one means, and where each character of a text stands in the YAML.

use crate::import::MappedText;
use crate::text::Span;
use saphyr_parser::ScalarStyle;

/// The JSON of a plain scalar that is no string, by the core schema of YAML 1.2 (section 10.3.2).
pub(super) fn json_of_plain(value: &str) -> Option<String> {
    match value {
        "" | "~" | "null" | "Null" | "NULL" => return Some("null".to_owned()),
        "true" | "True" | "TRUE" => return Some("true".to_owned()),
        "false" | "False" | "FALSE" => return Some("false".to_owned()),
        _ => {}
    }
    if let Some(digits) = value.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).ok().map(|number| number.to_string());
    }
    if let Some(digits) = value.strip_prefix("0o") {
        return u64::from_str_radix(digits, 8).ok().map(|number| number.to_string());
    }
    let unsigned = value.strip_prefix(['-', '+']).unwrap_or(value);
    let is_number = unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && unsigned.contains(|any: char| any.is_ascii_digit())
        && unsigned.chars().all(|any| any.is_ascii_digit() || matches!(any, '.' | 'e' | 'E' | '+' | '-'));
    if !is_number {
        return None;
    }
    if serde_json::from_str::<serde_json::Number>(value).is_ok() {
        return Some(value.to_owned());
    }
    if let Ok(number) = value.parse::<i64>() {
        return Some(number.to_string());
    }
    let number = value.parse::<f64>().ok()?;
    serde_json::Number::from_f64(number).map(|number| number.to_string())
}

/// Whether a reader of YAML 1.1 (PyYAML, which SAM and the AWS CLI use; go-yaml, which Terraform uses) takes a plain scalar
/// for another value: a truth value, an octal or sexagesimal number, a number with `_`, a power of ten without a point or
/// without a sign, which is a text there, infinity, what is no number, or a date (yaml.org, "Language-Independent Types for
/// YAML 1.1").
pub(super) fn is_read_otherwise(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_truth = ["yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"].contains(&value);
    let unsigned = value.strip_prefix(['-', '+']).unwrap_or(value);
    let is_octal = unsigned.len() > 1 && unsigned.starts_with('0') && digits(unsigned);
    let is_new_octal = unsigned.strip_prefix("0o").is_some_and(digits);
    let is_binary = unsigned
        .strip_prefix("0b")
        .is_some_and(|bits| !bits.is_empty() && bits.chars().all(|bit| matches!(bit, '0' | '1' | '_')));
    let is_grouped = unsigned.starts_with(|first: char| first.is_ascii_digit())
        && unsigned.contains('_')
        && unsigned.chars().all(|any| any.is_ascii_digit() || any == '_');
    let is_sexagesimal = unsigned.split(':').count() > 1
        && unsigned.split(':').all(digits)
        && unsigned.split(':').skip(1).all(|part| part.len() <= 2 && part < "60");
    let is_power = unsigned.split_once(['e', 'E']).is_some_and(|(number, power)| {
        let is_number = !number.is_empty() && number.split('.').count() <= 2 && digits(&number.replacen('.', "", 1));
        let is_full = number.contains('.') && power.starts_with(['-', '+']);
        is_number && digits(power.strip_prefix(['-', '+']).unwrap_or(power)) && !is_full
    });
    let is_no_number = [".inf", ".Inf", ".INF"].contains(&unsigned) || [".nan", ".NaN", ".NAN"].contains(&value);
    let date: Vec<&str> = value.get(..10).unwrap_or_default().split('-').collect();
    let is_date = matches!(date[..], [year, month, day] if [year, month, day].into_iter().all(digits) && year.len() == 4 && month.len() == 2)
        && value.get(10..).is_some_and(|time| time.is_empty() || time.starts_with(['T', 't', ' ']));
    is_truth
        || is_octal
        || is_new_octal
        || is_binary
        || is_grouped
        || is_sexagesimal
        || is_power
        || is_no_number
        || is_date
}

/// Adds a text as a JSON string. Its quotes stand at the ends of the scalar without YAML's own quotes.
pub(super) fn push_string(made: &mut MappedText, source: &str, value: &str, style: ScalarStyle, span: Span) {
    let mut places = Places::new(source, value, style, span);
    made.push("\"", Span::empty(places.inner.start));
    for character in value.chars() {
        let place = places.next(character);
        let mut buffer = [0; 4];
        let text: &str = character.encode_utf8(&mut buffer);
        match character {
            '"' => made.push("\\\"", place),
            '\\' => made.push("\\\\", place),
            '\n' => made.push("\\n", place),
            character if (character as u32) < 0x20 => made.push(&format!("\\u{:04x}", character as u32), place),
            _ if place.of(source) == text => made.push_copy(text, place.start),
            _ => made.push(text, place),
        }
    }
    made.push("\"", Span::empty(places.inner.end));
}

/// Walks the YAML of a scalar along its value.
struct Places<'a> {
    source: &'a str,
    style: ScalarStyle,
    inner: Span,
    offset: usize,
    /// How many blanks stand before each line of a block.
    indent: usize,
}

impl<'a> Places<'a> {
    fn new(source: &'a str, value: &str, style: ScalarStyle, span: Span) -> Self {
        let span = without_properties(source, span);
        let text = span.of(source);
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let mut places = Self { source, style, inner: span, offset: span.start, indent: 0 };
        if is_block {
            // The parser's place is that of the first character behind the blanks of its line.
            let line_start = source[..span.start].rfind('\n').map_or(0, |end| end + 1);
            let lines = source.get(line_start..span.end).unwrap_or_default().lines();
            let blanks = |line: &str| line.len() - line.trim_start_matches(' ').len();
            let first = lines.filter(|line| !line.trim().is_empty()).map(blanks).next().unwrap_or_default();
            let own = value.lines().filter(|line| !line.trim().is_empty()).map(blanks).next().unwrap_or_default();
            places.indent = first.saturating_sub(own);
            let end = span.start + span.of(source).trim_end().len();
            places.offset = line_start;
            places.inner = Span::new(line_start, span.end);
            places.skip_indent();
            places.inner = Span::new(places.offset.min(end), end);
        } else if text.len() >= 2 && text.starts_with(['"', '\'']) && style != ScalarStyle::Plain {
            places.inner = Span::new(span.start + 1, span.end - 1);
            places.offset = places.inner.start;
        } else {
            let end = span.start + text.trim_end().len();
            places.inner = Span::new(span.start, end);
        }
        places
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.offset..self.inner.end).unwrap_or_default()
    }

    fn skip_indent(&mut self) {
        let blanks = self.source[self.offset..].bytes().take(self.indent).take_while(|byte| *byte == b' ').count();
        self.offset += blanks;
    }

    /// Where the next character of the value comes from.
    fn next(&mut self, character: char) -> Span {
        while self.style == ScalarStyle::DoubleQuoted
            && (self.rest().starts_with("\\\n") || self.rest().starts_with("\\\r"))
        {
            // An escaped line end stands for nothing.
            let behind = &self.rest()[1..];
            self.offset += 1 + behind.len() - behind.trim_start().len();
        }
        let is_block = matches!(self.style, ScalarStyle::Literal | ScalarStyle::Folded);
        while is_block && !matches!(character, '\n' | ' ') && self.rest().starts_with(['\n', '\r']) {
            // Folding left this line end out.
            self.offset += 1;
            self.skip_indent();
        }
        let rest = self.rest();
        let start = self.offset;
        if is_block && matches!(character, '\n' | ' ') && (rest.starts_with('\n') || rest.starts_with("\r\n")) {
            self.offset += if rest.starts_with('\r') { 2 } else { 1 };
            self.skip_indent();
            return Span::new(start, start + 1);
        }
        let folds = rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
        if !is_block && matches!(character, '\n' | ' ') && folds {
            // A break in a flow scalar: one blank, or one `\n` less than there are line ends.
            let end = rest.len() - rest.trim_start().len();
            let n_breaks = rest[..end].matches('\n').count();
            if character == ' ' || n_breaks <= 2 {
                self.offset += end;
            } else {
                self.offset += rest.find('\n').map_or(1, |found| found + 1);
            }
            return Span::new(start, self.offset);
        }
        let length = match self.style {
            ScalarStyle::DoubleQuoted if rest.starts_with('\\') => match rest.as_bytes().get(1) {
                Some(b'x') => 4,
                Some(b'u') => 6,
                Some(b'U') => 10,
                _ => 2,
            },
            ScalarStyle::SingleQuoted if rest.starts_with("''") => 2,
            _ if rest.starts_with(character) => character.len_utf8(),
            _ => 0,
        };
        self.offset = (start + length).min(self.inner.end);
        Span::new(start, self.offset)
    }
}

/// A scalar without the tag and the anchor before it, which the parser counts in, and without the header of a block then.
fn without_properties(source: &str, span: Span) -> Span {
    let text = span.of(source);
    let mut rest = text;
    while rest.starts_with(['!', '&']) {
        let end = rest.find([' ', '\t', '\n', '\r']).unwrap_or(rest.len());
        rest = rest[end..].trim_start();
    }
    if rest.len() < text.len() && rest.starts_with(['|', '>']) {
        let body = rest.find('\n').map_or("", |end| &rest[end..]);
        rest = body.trim_start();
    }
    Span::new(span.end - rest.len(), span.end)
}
