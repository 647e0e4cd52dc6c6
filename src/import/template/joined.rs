//! A text that a template puts together: a string, `Fn::Sub`, or `Fn::Join` of them.

use super::Template;
use crate::import::MappedText;
use crate::text::Span;
use crate::text::json::{NodeId, NodeKind};

/// How deep joins may stand inside of joins; CDK writes one.
const MAX_JOINS: usize = 8;

impl Template<'_> {
    /// The text, with `${Name}` for what is filled in later; none when no part of it is known.
    pub(super) fn joined(&self, node: NodeId) -> Option<MappedText> {
        let mut made = MappedText::default();
        self.push_joined(&mut made, node, 0).then_some(made)
    }

    fn push_joined(&self, made: &mut MappedText, node: NodeId, depth: usize) -> bool {
        if matches!(self.tree.kind(node), NodeKind::String(_)) {
            self.push_decoded(made, node);
            return true;
        }
        let [function] = self.tree.members(node) else { return false };
        let items = self.tree.items(function.value);
        match (&*function.key, items) {
            ("Fn::Sub", []) if self.tree.as_str(function.value).is_some() => self.push_decoded(made, function.value),
            ("Fn::Sub", [text, ..]) if self.tree.as_str(*text).is_some() => self.push_decoded(made, *text),
            ("Fn::Join", [separator, list]) if depth < MAX_JOINS && !self.is_function(*list) => {
                let Some(between) = self.tree.as_str(*separator) else { return false };
                for (index, item) in self.tree.items(*list).iter().enumerate() {
                    let span = self.tree.span(*item);
                    if index > 0 {
                        made.push(between, Span::empty(span.start));
                    }
                    if !self.push_joined(made, *item, depth + 1) {
                        made.push(&self.placeholder(*item), span);
                    }
                }
            }
            _ => return false,
        }
        true
    }

    /// The characters of a string, each with the place of its escape.
    fn push_decoded(&self, made: &mut MappedText, node: NodeId) {
        let span = self.tree.span(node);
        let source = span.of(self.text);
        let mut offset = 1;
        for character in self.tree.as_str(node).unwrap_or_default().chars() {
            let rest = source.get(offset..).unwrap_or_default();
            let length = match rest.as_bytes() {
                [b'\\', b'u', ..] if character.len_utf16() == 2 => 12,
                [b'\\', b'u', ..] => 6,
                [b'\\', ..] => 2,
                _ => character.len_utf8(),
            };
            let start = span.start + offset;
            let mut buffer = [0; 4];
            let text: &str = character.encode_utf8(&mut buffer);
            if rest.starts_with(character) && character != '\\' {
                made.push_copy(text, start);
            } else {
                made.push(text, Span::new(start, (start + length).min(span.end)));
            }
            offset += length;
        }
    }
}
