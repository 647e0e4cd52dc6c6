//! Functions of time, which all read the one clock.

use super::{Arguments, Evaluator, Outcome, Value, number, text};
use crate::expr::jsonata::pictures;

pub(super) fn millis(evaluator: &Evaluator, _: Arguments, _: &Value) -> Outcome<Value> {
    Ok(Value::Number(evaluator.now as f64))
}

fn written(millis: f64, args: &Arguments, first: usize) -> Outcome<Value> {
    let (picture, zone) = (text(args, first)?, text(args, first + 1)?);
    Ok(Value::text(&pictures::format_time(millis, picture.as_deref(), zone.as_deref())?))
}

pub(super) fn now(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    written(evaluator.now as f64, &args, 0)
}

pub(super) fn from_millis(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    number(&args, 0)?.map_or(Ok(Value::Undefined), |millis| written(millis, &args, 1))
}

pub(super) fn to_millis(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(time) = text(&args, 0)? else { return Ok(Value::Undefined) };
    Ok(match text(&args, 1)? {
        None => Value::Number(pictures::parse_iso(&time)?),
        Some(picture) => {
            pictures::parse_time(&time, &picture, evaluator.now as f64)?.map_or(Value::Undefined, Value::Number)
        }
    })
}
