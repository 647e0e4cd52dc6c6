//! Changes to a text as data: what every command of the editor yields in the end.

use super::Span;
use serde::{Deserialize, Serialize};

/// Replace the bytes of `span` by `insert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What goes, in bytes of the text before the change.
    pub span: Span,
    /// What comes in its place.
    pub insert: String,
}

/// Two edits of one list cover the same byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverlappingEdits;

/// Edits that apply together, each against the text before any of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    // Invariant: sorted by `span.start` and disjoint.
    list: Vec<Edit>,
}

impl Edits {
    /// No change.
    pub fn none() -> Self {
        Self::default()
    }

    /// One replacement.
    pub fn replace(span: Span, insert: impl Into<String>) -> Self {
        Self { list: vec![Edit { span, insert: insert.into() }] }
    }

    /// Sorts the edits; insertions at one place keep their order.
    ///
    /// # Errors
    /// When two of them cover the same byte.
    pub fn new(mut list: Vec<Edit>) -> Result<Self, OverlappingEdits> {
        list.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let disjoint = list.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        if disjoint { Ok(Self { list }) } else { Err(OverlappingEdits) }
    }

    /// The least single replacement that turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Self {
        if before == after {
            return Self::none();
        }
        let mut prefix = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
        while !before.is_char_boundary(prefix) || !after.is_char_boundary(prefix) {
            prefix -= 1;
        }
        let longest = before.len().min(after.len()) - prefix;
        let mut suffix =
            before.bytes().rev().zip(after.bytes().rev()).take(longest).take_while(|(a, b)| a == b).count();
        while !before.is_char_boundary(before.len() - suffix) || !after.is_char_boundary(after.len() - suffix) {
            suffix -= 1;
        }
        Self::replace(Span::new(prefix, before.len() - suffix), &after[prefix..after.len() - suffix])
    }

    /// The edits, first place first.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.list.iter()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The text after the change. Edits that do not fit the text (they were made for another one) are left out.
    pub fn apply(&self, text: &str) -> String {
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for edit in &self.list {
            let Some(kept) = text.get(done..edit.span.start) else { continue };
            if text.get(edit.span.start..edit.span.end).is_none() {
                continue;
            }
            changed.push_str(kept);
            changed.push_str(&edit.insert);
            done = edit.span.end;
        }
        changed.push_str(&text[done..]);
        changed
    }

    /// The edits that turn `self.apply(text)` back into `text`.
    pub fn inverse(&self, text: &str) -> Self {
        let mut shift = 0_isize;
        let list = self
            .list
            .iter()
            .map(|edit| {
                let start = edit.span.start.saturating_add_signed(shift);
                shift += edit.insert.len().cast_signed() - edit.span.len().cast_signed();
                Edit { span: Span::new(start, start + edit.insert.len()), insert: edit.span.of(text).to_owned() }
            })
            .collect();
        Self { list }
    }

    /// This change and the next one as one, where each is one edit and the next one is about what this one put in, as with
    /// a key typed behind another, or about what stands right before what this one took away. None where they do not meet.
    pub fn joined(&self, next: &Self) -> Option<Self> {
        let ([own], [other]) = (self.list.as_slice(), next.list.as_slice()) else { return None };
        let (start, end) = (own.span.start, own.span.start + own.insert.len());
        if own.insert.is_empty() && other.span.end == start {
            return Some(Self::replace(Span::new(other.span.start, own.span.end), other.insert.clone()));
        }
        if other.span.start < start || other.span.end > end {
            return None;
        }
        let head = own.insert.get(..other.span.start - start)?;
        let tail = own.insert.get(other.span.end - start..)?;
        Some(Self::replace(own.span, format!("{head}{}{tail}", other.insert)))
    }

    /// Where an offset of the text before the change is after it. An offset inside a replaced part goes to its end.
    pub fn map_offset(&self, offset: usize) -> usize {
        let mut shift = 0_isize;
        for edit in &self.list {
            if edit.span.start >= offset {
                break;
            }
            shift += edit.insert.len().cast_signed() - edit.span.len().cast_signed();
            if edit.span.end > offset {
                return edit.span.end.saturating_add_signed(shift);
            }
        }
        offset.saturating_add_signed(shift)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn refuses_edits_that_overlap() {
        let edit = |start, end| Edit { span: Span::new(start, end), insert: String::new() };
        assert_eq!(Edits::new(vec![edit(0, 2), edit(1, 3)]), Err(OverlappingEdits));
        assert!(Edits::new(vec![edit(2, 3), edit(0, 2)]).is_ok());
    }

    #[test]
    fn applies_several_edits_against_the_text_before() {
        let edits = Edits::new(vec![
            Edit { span: Span::new(4, 5), insert: "D".into() },
            Edit { span: Span::new(0, 1), insert: "long".into() },
        ])
        .unwrap();
        assert_eq!(edits.apply("a b d e"), "long b D e");
        assert_eq!(edits.map_offset(6), 9);
    }

    #[test]
    fn keys_typed_one_behind_the_other_become_one_change() {
        let key = |at: usize, key: &str| Edits::replace(Span::empty(at), key);
        assert_eq!(key(3, "a").joined(&key(4, "b")), Some(key(3, "ab")));
        let gone = |start, end| Edits::replace(Span::new(start, end), "");
        assert_eq!(gone(4, 5).joined(&gone(3, 4)), Some(gone(3, 5)));
        assert_eq!(key(3, "a").joined(&key(9, "b")), None);
    }

    proptest! {
        #[test]
        fn between_then_inverse_restores_the_text(before in ".{0,40}", after in ".{0,40}") {
            let edits = Edits::between(&before, &after);
            prop_assert_eq!(edits.apply(&before), after.as_str());
            prop_assert_eq!(edits.inverse(&before).apply(&after), before);
        }

        #[test]
        fn two_changes_joined_do_what_both_do(texts in proptest::collection::vec("[aé]{0,6}", 3)) {
            let (first, second) = (Edits::between(&texts[0], &texts[1]), Edits::between(&texts[1], &texts[2]));
            if let Some(joined) = first.joined(&second) {
                prop_assert_eq!(joined.apply(&texts[0]), texts[2].as_str());
            }
        }
    }
}
