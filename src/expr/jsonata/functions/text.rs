//! Functions of texts. Positions and lengths count characters.

use super::written::{written, written_json};
use super::{Arguments, Evaluator, Outcome, Value, number, text};
use std::rc::Rc;

pub(super) fn string(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let value = super::argument(&args, 0);
    let is_pretty = matches!(args.get(1), Some(Value::Bool(true)));
    Ok(match value {
        Value::Undefined => Value::Undefined,
        Value::Array(ref list) if is_pretty && list.marks.wrapper => {
            let whole = list.first().cloned().unwrap_or(Value::Null);
            Value::String(written_json(&whole, Some(0), evaluator)?)
        }
        Value::Array(_) | Value::Object(_) if is_pretty => Value::String(written_json(&value, Some(0), evaluator)?),
        other => Value::String(written(&other, evaluator)?),
    })
}

/// The place of a character in bytes; the end of the text when there are not so many.
fn byte_of(text: &str, place: usize) -> usize {
    if text.is_ascii() {
        return place.min(text.len());
    }
    text.char_indices().nth(place).map_or(text.len(), |(offset, _)| offset)
}

pub(super) fn substring(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let count = text.chars().count() as f64;
    let mut start = number(&args, 1)?.unwrap_or_default();
    if count + start < 0.0 {
        start = 0.0;
    }
    let mut end = f64::INFINITY;
    if let Some(length) = number(&args, 2)? {
        if length <= 0.0 {
            return Ok(Value::text(""));
        }
        end = if start >= 0.0 { start + length } else { count + start + length };
    }
    let place = |position: f64| {
        let whole = position.trunc();
        (if whole < 0.0 { count + whole } else { whole }).clamp(0.0, count) as usize
    };
    let (from, to) = (byte_of(&text, place(start)), byte_of(&text, place(end)));
    Ok(Value::text(text.get(from..to.max(from)).unwrap_or_default()))
}

pub(super) fn substring_before(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(whole) = text(&args, 0)? else { return Ok(Value::Undefined) };
    // A text that is sought and is not there is the word "undefined" in the host language.
    let sought = text(&args, 1)?.unwrap_or_else(|| Rc::from("undefined"));
    Ok(match whole.split_once(&*sought) {
        Some((before, _)) => Value::text(before),
        None => Value::String(whole),
    })
}

pub(super) fn substring_after(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(whole) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let sought = text(&args, 1)?.unwrap_or_else(|| Rc::from("undefined"));
    Ok(match whole.split_once(&*sought) {
        Some((_, behind)) => Value::text(behind),
        None => Value::String(whole),
    })
}

pub(super) fn lowercase(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    text(&args, 0)?.map_or(Ok(Value::Undefined), |text| evaluator.text(&text.to_lowercase()))
}

pub(super) fn uppercase(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    text(&args, 0)?.map_or(Ok(Value::Undefined), |text| evaluator.text(&text.to_uppercase()))
}

pub(super) fn length(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    Ok(text(&args, 0)?.map_or(Value::Undefined, |text| Value::Number(text.chars().count() as f64)))
}

pub(super) fn trim(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let words = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    Ok(Value::String(Rc::from(words.collect::<Vec<_>>().join(" "))))
}

pub(super) fn pad(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(own) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let width = number(&args, 1)?.unwrap_or_default();
    let filler = text(&args, 2)?.filter(|filler| !filler.is_empty()).unwrap_or_else(|| Rc::from(" "));
    let missing = width.abs().trunc() - own.chars().count() as f64;
    if missing.is_nan() || missing <= 0.0 {
        return Ok(Value::String(own));
    }
    evaluator.check_text(missing.min(u32::MAX.into()) as usize)?;
    let padding: String = filler.chars().cycle().take(missing as usize).collect();
    evaluator.text(&if width > 0.0 { format!("{own}{padding}") } else { format!("{padding}{own}") })
}

pub(super) fn join(evaluator: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    let separator = text(&args, 1)?.unwrap_or_else(|| Rc::from(""));
    let Some(items) = super::items(&mut args, 0) else { return Ok(Value::Undefined) };
    let length = items.iter().filter_map(Value::as_text).map(|item| item.len()).sum::<usize>();
    evaluator.check_text(length.saturating_add(separator.len().saturating_mul(items.len())))?;
    let mut joined = String::with_capacity(length);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            joined.push_str(&separator);
        }
        match item {
            Value::String(item) => joined.push_str(item),
            Value::Undefined | Value::Null => {}
            other => joined.push_str(&written(other, evaluator)?),
        }
    }
    Ok(Value::String(Rc::from(joined)))
}
