//! JSON text that is written around, or moved with, text that a person wrote: spelling and order of it stay.

use crate::asl::Document;
use crate::text::Style;
use crate::text::json::{NodeId, NodeKind, Tree};

/// A value on one line that is longer than this is spread over several, in bytes.
const LONGEST_LINE: usize = 60;

/// An object of members whose JSON is indented for their place, itself in a line indented by `indentation`.
pub(super) fn object(style: &Style, indentation: &str, members: &[(String, String)]) -> String {
    let members: Vec<String> =
        members.iter().map(|(key, json)| format!("{}: {json}", super::members::quoted(key))).collect();
    enclosed(style, indentation, '{', &members, '}')
}

/// An array of items whose JSON is indented for their place.
pub(super) fn array(style: &Style, indentation: &str, items: &[String]) -> String {
    enclosed(style, indentation, '[', items, ']')
}

fn enclosed(style: &Style, indentation: &str, open: char, entries: &[String], close: char) -> String {
    if entries.is_empty() {
        return format!("{open}{close}");
    }
    let (before, between) = if style.is_multiline() {
        (format!("{}{indentation}{}", style.line_ending, style.indent), format!("{}{indentation}", style.line_ending))
    } else {
        (" ".to_owned(), " ".to_owned())
    };
    format!("{open}{before}{}{between}{close}", entries.join(&format!(",{before}")))
}

/// The text of a value for another place: its lines start with `indentation`, in the style of where it goes.
pub(super) fn moved(document: &Document, node: NodeId, style: &Style, indentation: &str) -> String {
    let source = document.source(node);
    let own = document.style();
    if style.is_multiline() && !own.is_multiline() && source.len() > LONGEST_LINE {
        let mut out = String::new();
        spread(document.text(), document.tree(), node, style, indentation, &mut out);
        return out;
    }
    let start = document.tree().span(node).start;
    let outer = Style::indentation_at(document.text(), start);
    // Line breaks of JSON stand between values, never inside a string.
    let mut lines = source.lines();
    let mut out = lines.next().unwrap_or_default().trim_end_matches('\r').to_owned();
    for line in lines {
        if !style.is_multiline() {
            out.push(' ');
            out.push_str(line.trim_start());
            continue;
        }
        out.push_str(style.line_ending);
        let content = line.trim_start_matches([' ', '\t']);
        if content.is_empty() {
            continue;
        }
        let white = &line[..line.len() - content.len()];
        out.push_str(indentation);
        out.push_str(&converted(white.strip_prefix(outer).unwrap_or_default(), &own.indent, &style.indent));
        out.push_str(content);
    }
    out
}

/// White space in front of a line, its levels of indentation turned from one kind into the other.
fn converted(white: &str, from: &str, to: &str) -> String {
    if from.is_empty() || from == to {
        return white.to_owned();
    }
    let mut rest = white;
    let mut out = String::new();
    while let Some(inner) = rest.strip_prefix(from) {
        out.push_str(to);
        rest = inner;
    }
    out + rest
}

/// Writes a value that stands on one line over several. Recurses no deeper than the tree, which ends at
/// `json::MAX_DEPTH`.
fn spread(text: &str, tree: &Tree, node: NodeId, style: &Style, indentation: &str, out: &mut String) {
    let inner = format!("{indentation}{}", style.indent);
    let written = |value: NodeId| {
        let mut out = String::new();
        spread(text, tree, value, style, &inner, &mut out);
        out
    };
    match tree.kind(node) {
        NodeKind::Object(members) => {
            let entries: Vec<String> = members
                .iter()
                .map(|member| format!("{}: {}", member.key_span.of(text), written(member.value)))
                .collect();
            out.push_str(&enclosed(style, indentation, '{', &entries, '}'));
        }
        NodeKind::Array(items) => {
            let entries: Vec<String> = items.iter().map(|item| written(*item)).collect();
            out.push_str(&enclosed(style, indentation, '[', &entries, ']'));
        }
        _ => out.push_str(tree.span(node).of(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Pointer;

    #[track_caller]
    fn moves(text: &str, to: &str, indentation: &str, expected: &str) {
        let (document, to) = (Document::new(text), Document::new(to));
        let node = document.tree().at(&Pointer::parse("/a")).unwrap();
        assert_eq!(moved(&document, node, &to.style(), indentation), expected);
    }

    #[test]
    fn lines_follow_their_new_place() {
        let text = "{\n  \"a\": {\n    \"b\": [\n      1.0\n    ]\n  }\n}";
        moves(text, "{\r\n\t\"x\": 1\r\n}", "\t\t", "{\r\n\t\t\t\"b\": [\r\n\t\t\t\t1.0\r\n\t\t\t]\r\n\t\t}");
        moves(text, "{\"x\": 1}", "", "{ \"b\": [ 1.0 ] }");
    }

    #[test]
    fn a_long_line_is_spread_and_keeps_its_spelling() {
        let long = "x".repeat(60);
        let text = format!(r#"{{"a": {{"n": 1.50, "e": {{}}, "t": ["{long}", 2e3]}}}}"#);
        let expected = format!("{{\n  \"n\": 1.50,\n  \"e\": {{}},\n  \"t\": [\n    \"{long}\",\n    2e3\n  ]\n}}");
        moves(&text, "{\n  \"x\": 1\n}", "", &expected);
        moves(r#"{"a": {"n": 1.50}}"#, "{\n  \"x\": 1\n}", "", r#"{"n": 1.50}"#);
    }
}
