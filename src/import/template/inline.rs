//! A definition that a template holds as an object.

use super::Template;
use crate::import::MappedText;
use crate::text::Span;
use crate::text::json::NodeId;

impl Template<'_> {
    /// The object's own text, with a string in the place of every function of the template.
    pub(super) fn inline(&self, definition: NodeId) -> MappedText {
        let mut functions = Vec::new();
        let mut open = vec![definition];
        while let Some(node) = open.pop() {
            if self.is_function(node) {
                functions.push(node);
            } else {
                // `Fn::Transform` and `Fn::ForEach::…` among other fields: what they give comes beside these.
                let (made, own): (Vec<_>, Vec<_>) =
                    self.tree.members(node).iter().partition(|member| member.key.starts_with("Fn::"));
                functions.extend(made.into_iter().map(|member| member.value));
                open.extend(own.into_iter().map(|member| member.value));
                open.extend(self.tree.items(node));
            }
        }
        functions.sort_by_key(|node| self.tree.span(*node).start);
        let whole = self.tree.span(definition);
        let mut made = MappedText::default();
        let mut copied = whole.start;
        for function in functions {
            let span = self.tree.span(function);
            made.push_copy(Span::new(copied, span.start).of(self.text), copied);
            self.push_function(&mut made, function);
            copied = span.end;
        }
        made.push_copy(Span::new(copied, whole.end).of(self.text), copied);
        made
    }

    /// What a function gives, as far as that is known, as a JSON string.
    fn push_function(&self, made: &mut MappedText, function: NodeId) {
        let span = self.tree.span(function);
        let text = self.joined(function).unwrap_or_else(|| {
            let mut text = MappedText::default();
            text.push(&self.placeholder(function), span);
            text
        });
        made.push("\"", Span::empty(text.map.span(Span::empty(0)).start));
        for (offset, character) in text.text.char_indices() {
            let part = Span::new(offset, offset + character.len_utf8());
            match character {
                '"' | '\\' | '\0'..='\x1f' => {
                    let escaped = serde_json::Value::String(character.to_string()).to_string();
                    made.push(&escaped[1..escaped.len() - 1], text.map.span(part));
                }
                _ => made.push_part(&text, part),
            }
        }
        made.push("\"", Span::empty(span.end));
    }
}
