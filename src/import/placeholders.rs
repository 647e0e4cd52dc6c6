//! `${Name}`: what a template fills in later.

use super::MappedText;
use crate::text::Span;

/// Puts quotes around every `${Name}` that stands for a whole value (`"Seconds": ${Delay}`), so that the text is JSON, and
/// tells which values of the text nobody knows before the template is deployed: those, and every string that is nothing
/// but a placeholder. `${AWS::Partition}` becomes `aws`, since the names of services stand behind it.
pub fn quote_placeholders(made: &MappedText) -> (MappedText, Vec<Span>) {
    let text = &made.text;
    let bytes = text.as_bytes();
    let mut result = MappedText::default();
    let mut unknown = Vec::new();
    let (mut copied, mut offset) = (0, 0);
    let mut string_start = None;
    while let Some(byte) = bytes.get(offset) {
        match (byte, string_start) {
            (b'\\', Some(_)) => offset += 1,
            (b'"', None) => string_start = Some(offset),
            (b'"', Some(start)) => {
                result.push_part(made, Span::new(copied, offset + 1));
                copied = offset + 1;
                if is_placeholder(Span::new(start + 1, offset).of(text)) {
                    let length = offset + 1 - start;
                    unknown.push(Span::new(result.text.len() - length, result.text.len()));
                }
                string_start = None;
            }
            (b'$', _) if bytes.get(offset + 1) == Some(&b'{') => {
                let Some(length) = text[offset..].find('}').map(|end| end + 1) else { break };
                let placeholder = &text[offset..offset + length];
                result.push_part(made, Span::new(copied, offset));
                let source = made.map.span(Span::new(offset, offset + length));
                if placeholder == "${AWS::Partition}" {
                    result.push("aws", source);
                } else if string_start.is_none() && is_placeholder(placeholder) {
                    let start = result.text.len();
                    result.push(&format!("\"{placeholder}\""), source);
                    unknown.push(Span::new(start, result.text.len()));
                } else {
                    result.push_part(made, Span::new(offset, offset + length));
                }
                copied = offset + length;
                offset += length;
                continue;
            }
            _ => {}
        }
        offset += 1;
    }
    result.push_part(made, Span::new(copied.min(text.len()), text.len()));
    (result, unknown)
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
        let (made, unknown) = quote_placeholders(&MappedText::original(text));
        assert_eq!(made.text, r#"{"Seconds": "${Delay}", "Resource": "arn:aws:${X}", "Next": "${Y}", "a": "\"${"}"#);
        let names: Vec<&str> = unknown.iter().map(|span| span.of(&made.text)).collect();
        assert_eq!(names, ["\"${Delay}\"", "\"${Y}\""]);
        assert_eq!(made.map.span(unknown[0]).of(text), "${Delay}");
        assert_eq!(made.map.span(unknown[1]).of(text), "\"${Y}\"");
    }
}
