//! A text that was made from another one, and where each part of it comes from.

use crate::text::Span;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it starts in the made text.
    start: usize,
    /// What it was made of.
    source: Span,
    /// Whether it is a copy, byte for byte.
    exact: bool,
}

/// The way back from a made text to the text it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PositionMap {
    /// In the order of the made text; none for a text that stands for itself.
    pieces: Vec<Piece>,
    outer: Option<Arc<PositionMap>>,
}

impl PositionMap {
    /// The bytes of the original that a part of the made text comes from.
    pub fn span(&self, span: Span) -> Span {
        let found = self.nearest(span);
        match &self.outer {
            Some(outer) => outer.span(found),
            None => found,
        }
    }

    /// The bytes that a part of the made text comes from, of the text from which the way goes on: what is
    /// [pushed](MappedText::push) beside [parts](MappedText::push_part) of this text stands there.
    pub(super) fn nearest(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.lookup(span.start).start;
        let end = if span.is_empty() { start } else { self.lookup(span.end - 1).end };
        Span::new(start, end.max(start))
    }

    /// The same way, and from there on the way of `outer`.
    #[must_use]
    pub fn through(mut self, outer: &Arc<Self>) -> Self {
        self.outer = Some(Arc::clone(outer));
        self
    }

    fn lookup(&self, offset: usize) -> Span {
        let after = self.pieces.partition_point(|piece| piece.start <= offset);
        let Some(piece) = self.pieces.get(after.saturating_sub(1)) else { return Span::empty(offset) };
        if !piece.exact {
            return piece.source;
        }
        let start = (piece.source.start + offset.saturating_sub(piece.start)).min(piece.source.end);
        Span::new(start, (start + 1).min(piece.source.end))
    }
}

/// A text under construction, with its [`PositionMap`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    /// What was made so far.
    pub text: String,
    /// The way back.
    pub map: PositionMap,
}

impl MappedText {
    /// A text that stands for itself.
    pub fn original(text: impl Into<String>) -> Self {
        Self { text: text.into(), map: PositionMap::default() }
    }

    /// Adds a copy of what stands at `start` in the original.
    pub(super) fn push_copy(&mut self, text: &str, start: usize) {
        self.push_piece(text, Span::new(start, start + text.len()), true);
    }

    /// Adds a text that was made from a part of the original, but is no copy of it.
    pub(super) fn push(&mut self, text: &str, source: Span) {
        self.push_piece(text, source, false);
    }

    /// Adds a part of another made text, with its places. All parts come from texts with the same way on.
    pub(super) fn push_part(&mut self, other: &Self, part: Span) {
        self.map.outer.clone_from(&other.map.outer);
        let pieces = &other.map.pieces;
        if pieces.is_empty() {
            self.push_copy(part.of(&other.text), part.start);
            return;
        }
        let first = pieces.partition_point(|piece| piece.start <= part.start).saturating_sub(1);
        for (index, piece) in pieces.iter().enumerate().skip(first) {
            let end = pieces.get(index + 1).map_or(other.text.len(), |next| next.start).min(part.end);
            let start = piece.start.max(part.start);
            if start >= part.end {
                break;
            }
            let source =
                if piece.exact { Span::empty(piece.source.start + (start - piece.start)) } else { piece.source };
            let text = Span::new(start, end.max(start)).of(&other.text);
            if piece.exact {
                self.push_copy(text, source.start);
            } else {
                self.push(text, source);
            }
        }
    }

    fn push_piece(&mut self, text: &str, source: Span, exact: bool) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        if let Some(last) = self.map.pieces.last_mut()
            && exact
            && last.exact
            && last.source.end == source.start
        {
            last.source.end = source.end;
            return;
        }
        self.map.pieces.push(Piece { start, source, exact });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_back_to_where_each_part_comes_from() {
        let mut made = MappedText::default();
        made.push("\"", Span::empty(10));
        made.push_copy("ab", 10);
        made.push_copy("c", 12);
        made.push("\\n", Span::new(13, 14));
        made.push_copy("d", 20);
        assert_eq!(made.text, "\"abc\\nd");
        assert_eq!(made.map.pieces.len(), 4, "neighbours are one piece");
        assert_eq!(made.map.span(Span::new(0, 4)), Span::new(10, 13));
        assert_eq!(made.map.span(Span::new(2, 3)), Span::new(11, 12));
        assert_eq!(made.map.span(Span::new(2, 7)), Span::new(11, 21));
        assert_eq!(made.map.span(Span::empty(4)), Span::empty(13));
        assert_eq!(MappedText::original("x").map.span(Span::new(3, 5)), Span::new(3, 5));
    }

    #[test]
    fn parts_keep_their_places() {
        let mut first = MappedText::default();
        first.push_copy("abcdef", 100);
        first.push("<>", Span::new(200, 210));
        let mut second = MappedText::default();
        second.push_part(&first, Span::new(2, 7));
        assert_eq!(second.text, "cdef<");
        assert_eq!(second.map.span(Span::new(0, 2)), Span::new(102, 104));
        assert_eq!(second.map.span(Span::new(4, 5)), Span::new(200, 210));
        let outer = Arc::new(first.map);
        let mut third = MappedText::default();
        third.push_copy("bc", 1);
        let third = MappedText { map: third.map.through(&outer), ..third };
        assert_eq!(third.map.span(Span::new(0, 2)), Span::new(101, 103));
        let mut fourth = MappedText::default();
        fourth.push("-", third.map.nearest(Span::new(1, 2)));
        fourth.push_part(&third, Span::new(1, 2));
        assert_eq!(fourth.map.span(Span::new(0, 1)), Span::new(102, 103), "no step of the way is lost, or gone twice");
        assert_eq!(fourth.map.span(Span::new(1, 2)), Span::new(102, 103));
    }
}
