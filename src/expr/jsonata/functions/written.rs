//! Values as texts: what `$string` and `&` give.

use super::{Evaluator, Fault, Outcome, Value};
use crate::expr::jsonata::number_text::rounded_number_text;
use std::rc::Rc;

/// The text of a value; empty for nothing and for a function.
pub(crate) fn written(value: &Value, evaluator: &Evaluator) -> Outcome<Rc<str>> {
    Ok(match value {
        Value::Undefined | Value::Function(_) => Rc::from(""),
        Value::String(text) => Rc::clone(text),
        Value::Number(number) if !number.is_finite() => return Err(Fault::new("D3001").with(value)),
        Value::Array(list) if list.marks.wrapper => match list.first() {
            Some(whole) => written_json(whole, None, evaluator)?,
            None => Rc::from(""),
        },
        other => written_json(other, None, evaluator)?,
    })
}

/// The JSON of a value, with indentation where it is wanted.
pub(crate) fn written_json(value: &Value, indent: Option<usize>, evaluator: &Evaluator) -> Outcome<Rc<str>> {
    let mut text = String::new();
    write(&mut text, value, indent, evaluator)?;
    evaluator.check_text(text.len())?;
    Ok(Rc::from(text))
}

/// The JSON of a value as messages show it; `undefined` for nothing.
pub(crate) fn json_text(value: &Value) -> String {
    match value {
        Value::Undefined => "undefined".to_owned(),
        Value::Number(number) if number.is_finite() => crate::expr::jsonata::number_text::number_text(*number),
        other => match crate::expr::jsonata::json::to_json(other, crate::expr::jsonata::json::NotFinite::Null) {
            Ok(Some(json)) => json.to_string(),
            _ => "undefined".to_owned(),
        },
    }
}

fn quoted(text: &mut String, value: &str) {
    text.push_str(&crate::expr::jsonata::error_text::quoted(value));
}

// Recursion is as deep as the value nests, which is bounded.
fn write(text: &mut String, value: &Value, indent: Option<usize>, evaluator: &Evaluator) -> Outcome<()> {
    if text.len() > evaluator.limits.text {
        return evaluator.check_text(text.len());
    }
    match value {
        Value::Undefined | Value::Null => text.push_str("null"),
        Value::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) if number.is_infinite() => return Err(Fault::new("D1001").with(value)),
        Value::Number(number) if number.is_nan() => text.push_str("null"),
        Value::Number(number) => text.push_str(&rounded_number_text(*number)),
        Value::String(own) => quoted(text, own),
        Value::Function(_) => text.push_str("\"\""),
        Value::Tuples(tuples) => {
            let items = tuples.iter().map(|tuple| &tuple.value);
            between(text, ('[', ']'), items, indent, |text, item, indent| write(text, item, indent, evaluator))?;
        }
        Value::Array(items) => {
            between(text, ('[', ']'), items.iter(), indent, |text, item, indent| write(text, item, indent, evaluator))?;
        }
        Value::Object(members) => {
            let members = members.iter().filter(|(_, member)| !member.is_undefined());
            between(text, ('{', '}'), members, indent, |text, (name, member), indent| {
                quoted(text, name);
                text.push_str(if indent.is_some() { ": " } else { ":" });
                write(text, member, indent, evaluator)
            })?;
        }
    }
    Ok(())
}

/// Items between brackets.
fn between<T>(
    text: &mut String,
    brackets: (char, char),
    items: impl Iterator<Item = T>,
    indent: Option<usize>,
    mut write: impl FnMut(&mut String, T, Option<usize>) -> Outcome<()>,
) -> Outcome<()> {
    text.push(brackets.0);
    let inner = indent.map(|indent| indent + 2);
    let mut is_empty = true;
    for item in items {
        if !is_empty {
            text.push(',');
        }
        is_empty = false;
        if let Some(inner) = inner {
            text.push('\n');
            text.extend(std::iter::repeat_n(' ', inner));
        }
        write(text, item, inner)?;
    }
    if let (Some(indent), false) = (indent, is_empty) {
        text.push('\n');
        text.extend(std::iter::repeat_n(' ', indent));
    }
    text.push(brackets.1);
    Ok(())
}
