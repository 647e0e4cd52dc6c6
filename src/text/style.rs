//! How a JSON text is laid out, so that what an edit inserts looks like its surroundings.

use super::json::{NodeKind, Tree};
use serde_json::Value;

/// Indentation, line ending and spacing of a JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// One level of indentation: spaces or a tab; empty when the text stands on one line.
    pub indent: String,
    /// `"\n"` or `"\r\n"`; empty when the text stands on one line.
    pub line_ending: &'static str,
}

impl Default for Style {
    fn default() -> Self {
        Self { indent: "  ".to_owned(), line_ending: "\n" }
    }
}

impl Style {
    /// Reads the style off the first member of the outermost object or array.
    pub fn detect(text: &str, tree: &Tree) -> Self {
        let line_ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let Some(root) = tree.root() else { return Self { line_ending, ..Self::default() } };
        let first = match tree.kind(root) {
            NodeKind::Object(members) => members.first().map(|member| member.key_span.start),
            NodeKind::Array(items) => items.first().map(|item| tree.span(*item).start),
            _ => None,
        };
        let Some(first) = first else { return Self { line_ending, ..Self::default() } };
        let before = &text[tree.span(root).start..first];
        match before.rfind('\n') {
            Some(newline) => Self { indent: before[newline + 1..].to_owned(), line_ending },
            None => Self { indent: String::new(), line_ending: "" },
        }
    }

    /// Whether values are written on several lines.
    pub fn is_multiline(&self) -> bool {
        !self.line_ending.is_empty()
    }

    /// The indentation of the line in which `offset` stands.
    pub fn indentation_at(text: &str, offset: usize) -> &str {
        let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
        let line = &text[start..offset];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    /// `value` as JSON text whose first line stands where it is put and whose other lines start with `indentation`.
    pub fn write(&self, value: &Value, indentation: &str) -> String {
        let mut out = String::new();
        self.write_into(value, indentation, &mut out);
        out
    }

    fn write_into(&self, value: &Value, indentation: &str, out: &mut String) {
        let inner = format!("{indentation}{}", self.indent);
        match value {
            Value::Object(map) if !map.is_empty() => {
                out.push('{');
                for (index, (key, item)) in map.iter().enumerate() {
                    self.separate(index, &inner, out);
                    out.push_str(&Value::from(key.as_str()).to_string());
                    out.push_str(": ");
                    self.write_into(item, &inner, out);
                }
                self.close(indentation, out);
                out.push('}');
            }
            Value::Array(items) if !items.is_empty() => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.separate(index, &inner, out);
                    self.write_into(item, &inner, out);
                }
                self.close(indentation, out);
                out.push(']');
            }
            scalar => out.push_str(&scalar.to_string()),
        }
    }

    fn separate(&self, index: usize, indentation: &str, out: &mut String) {
        if index > 0 {
            out.push(',');
        }
        if self.is_multiline() {
            out.push_str(self.line_ending);
            out.push_str(indentation);
        } else {
            out.push(' ');
        }
    }

    fn close(&self, indentation: &str, out: &mut String) {
        if self.is_multiline() {
            out.push_str(self.line_ending);
            out.push_str(indentation);
        } else {
            out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::json::parse;
    use serde_json::json;

    fn detect(text: &str) -> Style {
        Style::detect(text, &parse(text).tree)
    }

    #[test]
    fn sees_tabs_windows_line_ends_and_single_lines() {
        assert_eq!(detect("{\r\n\t\"a\": 1\r\n}"), Style { indent: "\t".into(), line_ending: "\r\n" });
        assert_eq!(detect("{\"a\": 1}"), Style { indent: String::new(), line_ending: "" });
        assert_eq!(detect(""), Style::default());
    }

    #[test]
    fn writes_in_the_style_of_the_text() {
        let value = json!({"a": [1, {}], "b": "x"});
        assert_eq!(detect("{\n    \"a\": 1}").write(&json!({"a": 1}), "  "), "{\n      \"a\": 1\n  }");
        assert_eq!(detect("{\"a\": 1}").write(&value, ""), r#"{ "a": [ 1, {} ], "b": "x" }"#);
    }
}
