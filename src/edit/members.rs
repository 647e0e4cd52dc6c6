//! Text edits on the members of a JSON object: the bricks of which the commands are made.
//!
//! Each function yields the smallest edit that leaves the rest of the text as it was, in the style of its surroundings.

use super::Refusal;
use crate::asl::Document;
use crate::text::json::{Member, NodeId, NodeKind};
use crate::text::{Edit, Span, Style};
use serde_json::Value;

/// A JSON string literal.
pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Replaces a value by JSON text.
pub(super) fn replace_value(document: &Document, node: NodeId, json: impl Into<String>) -> Edit {
    Edit { span: document.tree().span(node), insert: json.into() }
}

/// Where the lines of an object's members are indented to.
pub(super) fn member_indentation(document: &Document, object: NodeId) -> String {
    let text = document.text();
    let tree = document.tree();
    let style = document.style();
    match tree.members(object).first() {
        Some(first) if is_first_on_line(text, first.key_span.start) => {
            Style::indentation_at(text, first.key_span.start).to_owned()
        }
        _ => format!("{}{}", Style::indentation_at(text, tree.span(object).start), style.indent),
    }
}

pub(super) fn is_first_on_line(text: &str, offset: usize) -> bool {
    let before = text[..offset].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r'])
}

/// Where new members go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberPlace {
    /// Before all others.
    First,
    /// Behind the member with this index.
    After(usize),
    /// Behind the last member.
    Last,
}

/// Adds `"key": json` pairs to an object. The JSON is already indented for its place.
pub(super) fn insert_member(
    document: &Document,
    object: NodeId,
    place: MemberPlace,
    added: &[(String, String)],
) -> Result<Edit, Refusal> {
    let tree = document.tree();
    let text = document.text();
    let span = tree.span(object);
    let NodeKind::Object(members) = tree.kind(object) else { return Err(Refusal::BrokenText) };
    // An object that is not closed has no safe place for more.
    if !span.of(text).ends_with('}') {
        return Err(Refusal::BrokenText);
    }
    let style = document.style();
    let multiline =
        style.is_multiline() && members.first().is_none_or(|first| is_first_on_line(text, first.key_span.start));
    let separator = if multiline {
        format!("{}{}", style.line_ending, member_indentation(document, object))
    } else {
        " ".to_owned()
    };
    let written: Vec<String> = added.iter().map(|(key, json)| format!("{}: {json}", quoted(key))).collect();
    let written = written.join(&format!(",{separator}"));
    let previous = match place {
        MemberPlace::First => None,
        MemberPlace::After(index) => members.get(index).or(members.last()),
        MemberPlace::Last => members.last(),
    };
    if let Some(previous) = previous {
        let end = tree.span(previous.value).end.max(previous.key_span.end);
        return Ok(Edit { span: Span::empty(end), insert: format!(",{separator}{written}") });
    }
    if let Some(first) = members.first() {
        return Ok(Edit { span: Span::empty(first.key_span.start), insert: format!("{written},{separator}") });
    }
    let close = if multiline {
        format!("{}{}", style.line_ending, Style::indentation_at(text, span.start))
    } else {
        " ".to_owned()
    };
    Ok(Edit { span: Span::new(span.start + 1, span.end - 1), insert: format!("{separator}{written}{close}") })
}

/// Turns the member `from` into `to` with another value, in its place.
pub(super) fn rename_member_to(
    document: &Document,
    object: NodeId,
    from: &str,
    to: &str,
    json: &str,
) -> Result<Edit, Refusal> {
    let member = document.tree().member(object, from).ok_or(Refusal::NotFound)?;
    if document.tree().member(object, to).is_some() {
        return Err(Refusal::BrokenText);
    }
    let end = document.tree().span(member.value).end.max(member.key_span.end);
    Ok(Edit { span: Span::new(member.key_span.start, end), insert: format!("{}: {json}", quoted(to)) })
}

/// Removes a member with its comma and, where it stands alone on its lines, those lines.
pub(super) fn remove_member(document: &Document, object: NodeId, index: usize) -> Result<Edit, Refusal> {
    remove_members(document, object, &[index])?.pop().ok_or(Refusal::NotFound)
}

/// Removes several members with their commas: one edit for each run of neighbours.
pub(super) fn remove_members(document: &Document, object: NodeId, indexes: &[usize]) -> Result<Vec<Edit>, Refusal> {
    let tree = document.tree();
    let spans: Vec<Span> = tree.members(object).iter().map(|member| member_span(document, member)).collect();
    remove_entries(document, tree.span(object), &spans, indexes)
}

/// From the name of a member to the end of its value.
pub(super) fn member_span(document: &Document, member: &Member) -> Span {
    Span::new(member.key_span.start, document.tree().span(member.value).end.max(member.key_span.end))
}

/// Removes several items of an array with their commas.
pub(super) fn remove_items(document: &Document, array: NodeId, indexes: &[usize]) -> Result<Vec<Edit>, Refusal> {
    let tree = document.tree();
    let spans: Vec<Span> = tree.items(array).iter().map(|item| tree.span(*item)).collect();
    remove_entries(document, tree.span(array), &spans, indexes)
}

/// `indexes` are sorted.
fn remove_entries(
    document: &Document,
    container: Span,
    entries: &[Span],
    indexes: &[usize],
) -> Result<Vec<Edit>, Refusal> {
    let mut edits = Vec::new();
    let mut rest = indexes;
    while let Some(first) = rest.first() {
        let n_run = rest.iter().zip(*first..).take_while(|(index, expected)| **index == *expected).count();
        let last = first + n_run - 1;
        let run = Span::new(
            entries.get(*first).ok_or(Refusal::NotFound)?.start,
            entries.get(last).ok_or(Refusal::NotFound)?.end,
        );
        let span = if let Some(next) = entries.get(last + 1) {
            // Up to the next entry: its indentation takes the place of this one's.
            Span::new(run.start, next.start)
        } else if *first > 0 {
            Span::new(entries[first - 1].end, run.end)
        } else if container.of(document.text()).ends_with(['}', ']']) {
            Span::new(container.start + 1, container.end - 1)
        } else {
            run
        };
        edits.push(Edit { span, insert: String::new() });
        rest = &rest[n_run..];
    }
    Ok(edits)
}

/// The place of the first member with that name.
pub(super) fn index_of(document: &Document, object: NodeId, key: &str) -> Option<usize> {
    document.tree().members(object).iter().position(|member| &*member.key == key)
}

/// Gives a member a value, adding it behind the first of `after` that exists, or at the front, when it is missing.
pub(super) fn set_member(
    document: &Document,
    object: NodeId,
    key: &str,
    json: &str,
    after: &[&str],
) -> Result<Edit, Refusal> {
    if let Some(node) = document.tree().get(object, key) {
        return Ok(replace_value(document, node, json));
    }
    let place =
        after.iter().find_map(|name| index_of(document, object, name)).map_or(MemberPlace::First, MemberPlace::After);
    insert_member(document, object, place, &[(key.to_owned(), json.to_owned())])
}
