//! A document on its way through several edits, each worked out against the text as it then is, and their sum as edits
//! of the text before all of them.

use super::Refusal;
use crate::asl::Document;
use crate::text::{Edit, Edits, Span};

/// A part of the present text.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    /// These bytes of the first text.
    Kept(Span),
    /// Something new.
    New(String),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(span) => span.len(),
            Self::New(text) => text.len(),
        }
    }

    /// The part from `start` to `end`, in bytes of the piece.
    fn part(&self, start: usize, end: usize) -> Self {
        match self {
            Self::Kept(span) => Self::Kept(Span::new(span.start + start, span.start + end)),
            Self::New(text) => Self::New(Span::new(start, end).of(text).to_owned()),
        }
    }
}

/// A document and how it came from another one.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    first: Document,
    document: Document,
    pieces: Vec<Piece>,
}

impl Draft {
    pub(super) fn new(document: &Document) -> Self {
        let pieces = vec![Piece::Kept(document.span())];
        Self { first: document.clone(), document: document.clone(), pieces }
    }

    /// The document as it is by now.
    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    /// Does some edits, all against the text as it is by now.
    pub(super) fn apply(&mut self, edits: Vec<Edit>) -> Result<(), Refusal> {
        let edits = Edits::new(edits).map_err(|_| Refusal::BrokenText)?;
        if edits.is_empty() {
            return Ok(());
        }
        let mut pieces = Vec::new();
        let mut done = 0;
        for edit in edits.iter() {
            self.keep(done, edit.span.start, &mut pieces);
            pieces.push(Piece::New(edit.insert.clone()));
            done = edit.span.end;
        }
        self.keep(done, self.document.text().len(), &mut pieces);
        self.pieces = pieces;
        self.document = self.document.edited(&edits);
        Ok(())
    }

    /// The pieces between two offsets of the present text.
    fn keep(&self, start: usize, end: usize, into: &mut Vec<Piece>) {
        let mut offset = 0;
        for piece in &self.pieces {
            let from = start.max(offset);
            let to = end.min(offset + piece.len());
            if from < to {
                into.push(piece.part(from - offset, to - offset));
            }
            offset += piece.len();
        }
    }

    /// All that was done, as edits of the first text.
    pub(super) fn edits(&self) -> Edits {
        let text = self.first.text();
        let mut list = Vec::new();
        let mut done = 0;
        let mut insert = String::new();
        let end = Piece::Kept(Span::empty(text.len()));
        for piece in self.pieces.iter().chain([&end]) {
            match piece {
                Piece::New(added) => insert.push_str(added),
                Piece::Kept(span) => {
                    let replaced = Span::new(done, span.start);
                    if replaced.of(text) != insert {
                        list.push(Edit { span: replaced, insert: std::mem::take(&mut insert) });
                    }
                    insert.clear();
                    done = span.end;
                }
            }
        }
        // Kept pieces never change their order, so what lies between them is sorted and disjoint.
        Edits::new(list).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_sum_gives_the_last_text(
            first in "[a-z]{0,20}",
            steps in prop::collection::vec((0_usize..30, 0_usize..5, "[A-Z]{0,3}"), 0..8),
        ) {
            let mut draft = Draft::new(&Document::new(first.as_str()));
            for (start, length, insert) in steps {
                let n_bytes = draft.document().text().len();
                let start = start % (n_bytes + 1);
                let span = Span::new(start, (start + length).min(n_bytes));
                draft.apply(vec![Edit { span, insert }]).unwrap();
                prop_assert_eq!(draft.edits().apply(&first), draft.document().text());
            }
        }
    }

    #[test]
    fn untouched_parts_are_in_no_edit() {
        let mut draft = Draft::new(&Document::new("abcdef"));
        draft.apply(vec![Edit { span: Span::new(5, 6), insert: "F".into() }]).unwrap();
        draft.apply(vec![Edit { span: Span::new(0, 1), insert: String::new() }]).unwrap();
        draft.apply(vec![Edit { span: Span::empty(0), insert: "a".into() }]).unwrap();
        assert_eq!(draft.edits(), Edits::replace(Span::new(5, 6), "F"), "what came back is no change");
    }
}
