//! Where in a state something is being typed: in the name of a member, or in a value. What is typed is rarely right JSON
//! yet, so what stands around it counts only as far as it can be read.

use crate::asl::{Document, State};
use crate::text::Span;
use crate::text::json::{NodeId, NodeKind};

/// What is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// The name of a member, or a place where one may be; the object that has it.
    Name(NodeId),
    /// A value, or a place where one may be.
    Value,
}

/// A place in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The names and numbers that lead from the state to the value, or to the object whose member is named.
    pub path: Vec<String>,
    /// What is being typed.
    pub spot: Spot,
    /// What a proposal takes the place of, quotes included.
    pub span: Span,
    /// What stands before the cursor of a text that is being typed, without its quote. None outside of texts.
    pub typed: Option<String>,
}

impl Place {
    /// Finds the place of an offset in bytes.
    pub(super) fn find(document: &Document, state: &State, offset: usize) -> Option<Self> {
        let tree = document.tree();
        let text = document.text();
        let (mut node, mut path) = (state.node, Vec::new());
        loop {
            let before = text.get(..offset)?.trim_end();
            let next = match tree.kind(node) {
                NodeKind::Object(members) => {
                    if let Some(member) = members.iter().find(|member| is_inside(member.key_span, offset)) {
                        return Some(Self::text(text, path, Spot::Name(node), member.key_span, offset));
                    }
                    let at = |member: &&crate::text::json::Member| {
                        let end = member.key_span.end;
                        let is_missing = *tree.kind(member.value) == NodeKind::Invalid;
                        let is_next = end < offset && text.get(end..offset).is_some_and(|gap| gap.trim() == ":");
                        tree.span(member.value).touches(offset) && !is_missing || is_missing && is_next
                    };
                    match members.iter().find(at) {
                        Some(member) => (member.key.to_string(), member.value),
                        None => return before.ends_with(['{', ',']).then(|| Self::gap(path, Spot::Name(node), offset)),
                    }
                }
                NodeKind::Array(items) => match items.iter().position(|item| tree.span(*item).touches(offset)) {
                    Some(index) => (index.to_string(), items[index]),
                    None => {
                        path.push(items.len().to_string());
                        return before.ends_with(['[', ',']).then(|| Self::gap(path, Spot::Value, offset));
                    }
                },
                _ => return None,
            };
            path.push(next.0);
            node = next.1;
            let span = tree.span(node);
            match tree.kind(node) {
                NodeKind::Object(_) | NodeKind::Array(_) if span.start < offset => {}
                NodeKind::Object(_) | NodeKind::Array(_) => return None,
                NodeKind::String(_) if is_inside(span, offset) => {
                    return Some(Self::text(text, path, Spot::Value, span, offset));
                }
                NodeKind::Invalid if span.is_empty() => return Some(Self::gap(path, Spot::Value, offset)),
                _ => return None,
            }
        }
    }

    fn gap(path: Vec<String>, spot: Spot, offset: usize) -> Self {
        Self { path, spot, span: Span::empty(offset), typed: None }
    }

    /// A text that is not closed may have swallowed what follows it: only what looks like a name is taken along. Right behind
    /// its second quote, all of a text is typed.
    fn text(text: &str, path: Vec<String>, spot: Spot, span: Span, offset: usize) -> Self {
        let offset = if is_closed(text, span) { offset.min(span.end - 1) } else { offset };
        let rest = text.get(offset..span.end).unwrap_or_default();
        let is_name = |rest: &str| rest.chars().all(|letter| letter.is_alphanumeric() || ":._-$/".contains(letter));
        let end = if rest.strip_suffix('"').is_some_and(is_name) { span.end } else { offset };
        let typed = text.get(span.start + 1..offset).unwrap_or_default().to_owned();
        Self { path, spot, span: Span::new(span.start, end), typed: Some(typed) }
    }
}

/// Whether an offset stands behind the first quote of a text, and not beyond its end.
fn is_inside(span: Span, offset: usize) -> bool {
    span.start < offset && offset <= span.end
}

/// Whether a text has its second quote.
fn is_closed(text: &str, span: Span) -> bool {
    let source = span.of(text);
    source.len() > 1 && source.ends_with('"')
}
