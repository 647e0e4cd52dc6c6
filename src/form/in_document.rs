//! A value as it is being typed, in its place in the definition: so that what is known of the data there can be told before
//! the value is right.

use super::Place;
use crate::asl::Document;
use crate::text::json::NodeKind;

/// The definition with `typed` as the value of a field, and where in it that text starts, in bytes; none while the object
/// that would have the field is not there.
///
/// What is still open in the text is closed behind it, so that it does not take in what follows.
pub fn in_document(document: &Document, object: &Place, field: &str, typed: &str) -> Option<(String, usize)> {
    let typed = format!("{typed}{}", missing_end(typed));
    let tree = document.tree();
    let node = object.node(document)?;
    if let Some(value) = tree.get(node, field) {
        let span = tree.span(value);
        let (before, after) = (&document.text()[..span.start], &document.text()[span.end..]);
        return Some((format!("{before}{typed}{after}"), span.start));
    }
    let NodeKind::Object(members) = tree.kind(node) else { return None };
    // A field that is not there yet becomes the first one.
    let start = tree.span(node).start + 1;
    let (before, after) = document.text().split_at(start);
    let name = format!("{}: ", serde_json::Value::from(field));
    let comma = if members.is_empty() { "" } else { "," };
    Some((format!("{before}{name}{typed}{comma}{after}"), start + name.len()))
}

/// The quotes and brackets that close what a text leaves open.
fn missing_end(typed: &str) -> String {
    let mut open = Vec::new();
    let mut is_text = false;
    let mut characters = typed.chars();
    while let Some(character) = characters.next() {
        match (is_text, character) {
            (true, '\\') => drop(characters.next()),
            // A text ends with its line.
            (true, '"' | '\n') => is_text = false,
            (true, _) => {}
            (false, '"') => is_text = true,
            (false, '{') => open.push('}'),
            (false, '[') => open.push(']'),
            (false, '}' | ']') => drop(open.pop()),
            (false, _) => {}
        }
    }
    is_text.then_some('"').into_iter().chain(open.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, field: &str, typed: &str) -> (String, usize) {
        let document = Document::new(text.to_owned());
        let object = Place::of(document.machine().find("A"));
        in_document(&document, &object, field, typed).unwrap()
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_is_written() {
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"é": 1}, "End": true}}}"#;
        let (whole, start) = typed(text, "Parameters", r#"{"b.$": ["$.b"#);
        assert_eq!(whole, text.replace(r#"{"é": 1}"#, r#"{"b.$": ["$.b"]}"#));
        assert!(whole[start..].starts_with(r#"{"b.$""#));
    }

    #[test]
    fn what_is_open_is_closed() {
        for (typed, end) in [("{}", ""), (r#"{"a\"": [1, "]"#, "\"]}"), ("{\"a\n", "}"), ("}{", "}"), ("\"\\", "\"")] {
            assert_eq!(missing_end(typed), end, "{typed}");
        }
    }

    #[test]
    fn a_field_that_is_not_there_yet_is_put_in() {
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass"}}}"#;
        let (whole, start) = typed(text, "Assign", "{}");
        assert_eq!(whole, r#"{"StartAt": "A", "States": {"A": {"Assign": {},"Type": "Pass"}}}"#);
        assert!(whole[start..].starts_with("{},"));
        let (whole, _) = typed(r#"{"States": {"A": {}}}"#, "Assign", "{}");
        assert_eq!(whole, r#"{"States": {"A": {"Assign": {}}}}"#);
    }
}
