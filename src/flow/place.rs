//! Places inside a string of the definition: where in the text a part of an expression stands.

use crate::asl::Document;
use crate::text::Span;
use crate::text::json::NodeId;
use std::ops::Range;

/// The span in the text of the bytes `range` of a string's content. Escapes take more room in the text than they mean.
pub fn span_inside(document: &Document, node: NodeId, range: Range<usize>) -> Span {
    let whole = document.tree().span(node);
    let source = document.source(node);
    let start = content_offset(source, range.start);
    let end = content_offset(source, range.end).max(start);
    Span::new((whole.start + start).min(whole.end), (whole.start + end).min(whole.end))
}

/// The offset in a quoted string at which the byte `wanted` of its content stands.
fn content_offset(source: &str, wanted: usize) -> usize {
    walk(source, |_, content| content < wanted).0
}

/// The byte of the content of a quoted string that stands at an offset of it, the opening quote being at 0.
pub(super) fn content_at(source: &str, offset: usize) -> usize {
    walk(source, |at, _| at < offset).1
}

/// Walks through a quoted string as long as `goes_on`; gives the offset and the byte of the content.
fn walk(source: &str, goes_on: impl Fn(usize, usize) -> bool) -> (usize, usize) {
    let mut offset = 1;
    let mut content = 0;
    while goes_on(offset, content) {
        let Some(rest) = source.get(offset..) else { break };
        let mut characters = rest.chars();
        let Some(first) = characters.next() else { break };
        if first != '\\' {
            offset += first.len_utf8();
            content += first.len_utf8();
            continue;
        }
        if characters.next() != Some('u') {
            offset += 2;
            content += 1;
            continue;
        }
        let unit = rest.get(2..6).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(0);
        let is_pair = (0xD800..0xDC00).contains(&unit) && rest.get(6..8) == Some("\\u");
        offset += if is_pair { 12 } else { 6 };
        content += if is_pair { 4 } else { char::from_u32(unit).map_or(3, char::len_utf8) };
    }
    (offset.min(source.len()), content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_counted() {
        let document = Document::new(r#"{"a": "x\"é\u00e9$b"}"#);
        let node = document.tree().get(document.tree().root().unwrap(), "a").unwrap();
        let content = document.tree().as_str(node).unwrap();
        let at = content.find("$b").unwrap();
        assert_eq!(span_inside(&document, node, at..at + 2).of(document.text()), "$b");
        let source = document.source(node);
        assert_eq!(content_at(source, source.find("$b").unwrap()), at);
    }
}
