//! `${Name}`: what a template fills in later.

use super::MappedText;
use crate::text::Span;
use std::collections::BTreeMap;

/// A text whose placeholders are texts of JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    /// The text.
    pub made: MappedText,
    /// The values of it that nobody knows before the template is deployed.
    pub unknown: Vec<Span>,
    /// Those of them that stood without quotes: they need not be texts.
    pub bare: Vec<Span>,
}

/// Puts quotes around every `${Name}` that stands for a whole value (`"Seconds": ${Delay}`), so that the text is JSON, and
/// tells which values of the text nobody knows before the template is deployed: those, and every string that is nothing
/// but a placeholder. `${AWS::Partition}` becomes `aws`, since the names of services stand behind it.
pub fn quote_placeholders(made: &MappedText) -> Quoted {
    let text = &made.text;
    if !text.contains("${") {
        return Quoted { made: made.clone(), ..Quoted::default() };
    }
    let bytes = text.as_bytes();
    let mut quoted = Quoted::default();
    let (mut copied, mut offset) = (0, 0);
    let mut string_start = None;
    while let Some(byte) = bytes.get(offset) {
        match (byte, string_start) {
            (b'\\', Some(_)) => offset += 1,
            (b'"', None) => string_start = Some(offset),
            (b'"', Some(start)) => {
                if is_placeholder(Span::new(start + 1, offset).of(text)) {
                    let length = offset + 1 - start;
                    let end = quoted.made.text.len() + offset + 1 - copied;
                    quoted.unknown.push(Span::new(end - length, end));
                }
                string_start = None;
            }
            (b'$', _) if bytes.get(offset + 1) == Some(&b'{') => {
                let Some(length) = text[offset..].find('}').map(|end| end + 1) else { break };
                let placeholder = &text[offset..offset + length];
                quoted.made.push_part(made, Span::new(copied, offset));
                let source = made.map.nearest(Span::new(offset, offset + length));
                if placeholder == "${AWS::Partition}" {
                    quoted.made.push("aws", source);
                } else if string_start.is_none() && is_placeholder(placeholder) {
                    let start = quoted.made.text.len();
                    quoted.made.push(&format!("\"{placeholder}\""), source);
                    let span = Span::new(start, quoted.made.text.len());
                    quoted.unknown.push(span);
                    quoted.bare.push(span);
                } else {
                    quoted.made.push_part(made, Span::new(offset, offset + length));
                }
                copied = offset + length;
                offset += length;
                continue;
            }
            _ => {}
        }
        offset += 1;
    }
    quoted.made.push_part(made, Span::new(copied.min(text.len()), text.len()));
    quoted
}

/// Fills in what is known: inside of a string the value as text, elsewhere as it is given.
pub fn fill_placeholders(made: &MappedText, values: &BTreeMap<String, String>) -> MappedText {
    let text = &made.text;
    let mut filled = MappedText::default();
    let (mut copied, mut is_inside, mut is_escaped) = (0, false, false);
    for (offset, character) in text.char_indices() {
        if is_escaped || offset < copied {
            is_escaped = false;
            continue;
        }
        match character {
            '\\' => is_escaped = is_inside,
            '"' => is_inside = !is_inside,
            '$' => {
                let name =
                    text[offset..].strip_prefix("${").and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
                let Some((name, value)) = name.and_then(|name| values.get_key_value(name)) else { continue };
                let end = offset + name.len() + 3;
                filled.push_part(made, Span::new(copied, offset));
                let text = serde_json::Value::String(value.clone()).to_string();
                let value = if is_inside { &text[1..text.len() - 1] } else { value };
                filled.push(value, made.map.nearest(Span::new(offset, end)));
                copied = end;
            }
            _ => {}
        }
    }
    filled.push_part(made, Span::new(copied, text.len()));
    filled
}

fn is_placeholder(text: &str) -> bool {
    let inner = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|name| !name.is_empty() && !name.contains(['{', '}', '"', '\\', '\n']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_ones_get_quotes_and_whole_values_are_unknown() {
        let text = r#"{"Seconds": ${Delay}, "Resource": "arn:${AWS::Partition}:${X}", "Next": "${Y}", "a": "\"${"}"#;
        let Quoted { made, unknown, bare } = quote_placeholders(&MappedText::original(text));
        assert_eq!(made.text, r#"{"Seconds": "${Delay}", "Resource": "arn:aws:${X}", "Next": "${Y}", "a": "\"${"}"#);
        let names: Vec<&str> = unknown.iter().map(|span| span.of(&made.text)).collect();
        assert_eq!(names, ["\"${Delay}\"", "\"${Y}\""]);
        assert_eq!(bare, unknown[..1]);
        assert_eq!(made.map.span(unknown[0]).of(text), "${Delay}");
        assert_eq!(made.map.span(unknown[1]).of(text), "\"${Y}\"");
    }

    #[test]
    fn places_lead_back_through_lines_that_were_moved() {
        let text = "A:\n  b: \"${X}\"\n  c: [1,\n2\n]\n  d: ${Y}\n  e: end\n";
        let read = crate::import::definition_text("a.yaml", text).unwrap().made;
        let original = |made: &MappedText, part: &str| {
            let start = made.text.find(part).unwrap();
            made.map.span(Span::new(start, start + part.len())).of(text).to_owned()
        };
        let quoted = quote_placeholders(&read).made;
        assert_eq!((original(&quoted, "${Y}"), original(&quoted, "end")), ("${Y}".to_owned(), "end".to_owned()));
        let filled = fill_placeholders(&read, &[("Y".to_owned(), "five".to_owned())].into());
        assert_eq!((original(&filled, "five"), original(&filled, "end")), ("${Y}".to_owned(), "end".to_owned()));
    }

    #[test]
    fn known_ones_are_filled_in_as_text_or_as_values() {
        let text = r#"{"Seconds": ${Delay}, "Url": "https://${Host}/\"${Host}\"", "Next": "${Other}"}"#;
        let values = [("Delay", "5"), ("Host", "a\"b")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let filled = fill_placeholders(&MappedText::original(text), &values.into());
        assert_eq!(filled.text, r#"{"Seconds": 5, "Url": "https://a\"b/\"a\"b\"", "Next": "${Other}"}"#);
        let place = filled.text.find("${Other}").unwrap();
        assert_eq!(filled.map.span(Span::new(place, place + 8)).of(text), "${Other}");
    }
}
