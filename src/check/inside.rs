//! Where something inside a JSON string stands in the text: escapes take more bytes there than in the value.

use crate::text::Span;
use std::ops::Range;

/// The bytes of the text that hold a part of a string's value. `source` is the string as written, quotes included, and
/// `start` where it begins. An empty part is widened to the character behind it, so that there is something to mark.
pub(super) fn span_inside(source: &str, start: usize, part: Range<usize>) -> Span {
    let mut ends = Vec::new();
    let mut rest = source.strip_prefix('"').unwrap_or(source);
    let mut offset = source.len() - rest.len();
    let mut value = 0;
    let end_of_string = source.len() - usize::from(source.len() > 1 && source.ends_with('"'));
    while offset < end_of_string {
        let (written, read) = character(rest);
        ends.push((value, offset));
        value += read;
        offset += written;
        rest = &source[offset..];
    }
    ends.push((value, end_of_string));
    let place = |wanted: usize| {
        let index = ends.partition_point(|(value, _)| *value <= wanted).saturating_sub(1);
        (index, ends[index].1)
    };
    let (index, from) = place(part.start);
    let (_, to) = place(part.end.max(part.start));
    let next = ends.get(index + 1).map_or(end_of_string, |(_, offset)| *offset);
    let to = if to > from { to } else { next.max(from) };
    if to > from { Span::new(start + from, start + to) } else { Span::new(start, start + source.len()) }
}

/// How many bytes the first character takes as written, and in the value.
fn character(rest: &str) -> (usize, usize) {
    let Some(first) = rest.chars().next() else { return (1, 1) };
    if first != '\\' {
        return (first.len_utf8(), first.len_utf8());
    }
    let unit = |text: &str| u16::from_str_radix(text.get(2..6)?, 16).ok();
    match rest.as_bytes().get(1) {
        Some(b'u') => {
            let one = unit(rest);
            match one.and_then(|unit| char::from_u32(unit.into())) {
                Some(character) => (6, character.len_utf8()),
                // Two halves of a surrogate pair make one character of four bytes.
                None if one.is_some() && rest.get(6..8) == Some("\\u") && rest.get(8..12).is_some() => (12, 4),
                None => (rest.len().min(2), 0),
            }
        }
        Some(second) if second.is_ascii() => (2, 1),
        _ => (1, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn marks(source: &str, part: Range<usize>, expected: &str) {
        let text = format!("xx{source}");
        assert_eq!(span_inside(source, 2, part).of(&text), expected);
    }

    #[test]
    fn counts_escapes_as_written() {
        marks(r#""$.a b""#, 3..4, " ");
        marks(r#""\"$.é.x""#, 6..7, "x");
        marks(r#""\u00e9x""#, 2..3, "x");
        marks(r#""\ud83d\ude00x""#, 4..5, "x");
        marks(r#""abc""#, 3..3, r#""abc""#);
        marks(r#""abc""#, 1..1, "b");
        marks(r#""""#, 0..0, r#""""#);
    }
}
