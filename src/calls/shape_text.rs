//! The type of a parameter in a line, as `flow` writes the shapes of data: in every language alike.

use crate::services::{Api, Shape, ShapeId};

/// How deep structures are told.
const MAX_DEPTH: usize = 2;

/// How many fields of a structure are told, and how many texts of a choice.
const MAX_SHOWN: usize = 6;

/// `string`, `integer 1..10`, `"A" | "B"`, `[{Key: string, Value: string}]`.
pub(super) fn shape_text(api: &Api, name: &str, shape: ShapeId) -> String {
    let mut out = String::new();
    write(api, name, shape, 0, &mut out);
    out
}

/// Recurses no deeper than [`MAX_DEPTH`] and the lists around it.
fn write(api: &Api, name: &str, shape: ShapeId, depth: usize, out: &mut String) {
    match api.service.shape(shape) {
        Shape::Text { .. } | Shape::Bytes { .. } if api.takes_json(name, shape) => out.push_str("string | JSON"),
        Shape::Text { least, most } => {
            out.push_str("string");
            limits(*least, 0, *most, usize::MAX, out);
        }
        Shape::Choice(known) => {
            let shown: Vec<String> = known.iter().take(MAX_SHOWN).map(|text| format!("\"{text}\"")).collect();
            out.push_str(&shown.join(" | "));
            if known.len() > MAX_SHOWN {
                out.push_str(" | …");
            }
        }
        Shape::Integer { least, most } => {
            out.push_str("integer");
            limits(*least, i64::MIN, *most, i64::MAX, out);
        }
        Shape::Number => out.push_str("number"),
        Shape::Boolean => out.push_str("boolean"),
        Shape::Timestamp => out.push_str("timestamp"),
        Shape::Bytes { .. } => out.push_str("bytes"),
        Shape::Stream | Shape::Document => out.push_str("JSON"),
        Shape::List(_) | Shape::Map(_) | Shape::Structure { .. } if depth >= MAX_DEPTH => out.push('…'),
        Shape::List(item) => {
            out.push('[');
            write(api, name, *item, depth + 1, out);
            out.push(']');
        }
        Shape::Map(of) => {
            out.push_str("{*: ");
            write(api, name, *of, depth + 1, out);
            out.push('}');
        }
        Shape::Structure { fields, is_union } => {
            out.push('{');
            for (index, field) in fields.iter().take(MAX_SHOWN).enumerate() {
                match (index, is_union) {
                    (0, _) => {}
                    (_, true) => out.push_str(" | "),
                    (_, false) => out.push_str(", "),
                }
                out.push_str(&field.name);
                if !field.is_required && !is_union {
                    out.push('?');
                }
                out.push_str(": ");
                write(api, &field.name, field.shape, depth + 1, out);
            }
            if fields.len() > MAX_SHOWN {
                out.push_str(", …");
            }
            out.push('}');
        }
    }
}

/// ` 1..256`, where there are limits.
fn limits<T: PartialEq + Copy + ToString>(least: T, lowest: T, most: T, highest: T, out: &mut String) {
    let shown = |value: T, end: T| if value == end { String::new() } else { value.to_string() };
    let (least, most) = (shown(least, lowest), shown(most, highest));
    if !(least.is_empty() && most.is_empty()) {
        out.push_str(&format!(" {least}..{most}"));
    }
}
