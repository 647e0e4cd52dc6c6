//! Line ends: an editor in a browser knows only `\n`, a text may have others.

use super::{Edit, Edits, Span};

/// A text with every line end as `\n`.
pub fn normalized(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

/// The change of `original` that an editor means which showed it normalized and now shows `edited`. Line ends outside of
/// the change stay as they are; those inside it become those of the text.
pub fn edits_from_normalized(original: &str, edited: &str) -> Edits {
    let shown = normalized(original);
    let edits = Edits::between(&shown, edited);
    if !original.contains('\r') {
        return edits;
    }
    let ending = if original.contains("\r\n") { "\r\n" } else { "\r" };
    let mapped = edits.iter().map(|edit| Edit {
        span: Span::new(original_offset(original, edit.span.start), original_offset(original, edit.span.end)),
        insert: edit.insert.replace('\n', ending),
    });
    let mapped = Edits::new(mapped.collect()).unwrap_or_default();
    // Where lone `\r` and `\n` are mixed, a new line end may merge with its neighbour: then the text gets one kind.
    if normalized(&mapped.apply(original)) == edited { mapped } else { Edits::between(original, edited) }
}

/// The byte offset in the original of an offset in the normalized text.
fn original_offset(original: &str, offset: usize) -> usize {
    let bytes = original.as_bytes();
    let mut seen = 0;
    let mut index = 0;
    while seen < offset && index < bytes.len() {
        index += if bytes[index..].starts_with(b"\r\n") { 2 } else { 1 };
        seen += 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keeps_the_line_ends_around_a_change() {
        let original = "a\r\nb\nc\r\n";
        let edits = edits_from_normalized(original, "a\nb\nX\nY\nc\n");
        assert_eq!(edits.apply(original), "a\r\nb\nX\r\nY\r\nc\r\n");
    }

    proptest! {
        #[test]
        fn the_editor_shows_what_the_text_became(original in "[ab\r\n]{0,20}", edited in "[ab\n]{0,20}") {
            let changed = edits_from_normalized(&original, &edited).apply(&original);
            prop_assert_eq!(normalized(&changed), edited);
        }
    }
}
