//! The functions that AWS adds to JSONata, and those whose results must be repeatable
//! (developer guide, "Transforming data with JSONata"; what they do with odd arguments: measured, floci pull request 2676).

use super::{Arguments, Evaluator, Fault, Outcome, Value};
use crate::expr::JavaRandom;
use crate::expr::jsonata::json::from_json;
use crate::expr::jsonata::limits::MEMORY;

fn mismatch(argument: usize) -> Fault {
    Fault::new("T0410").argument(argument)
}

/// An argument that is there and not undefined.
fn argument(args: &Arguments, index: usize) -> Option<&Value> {
    args.get(index).filter(|value| !value.is_undefined())
}

fn at_most(args: &Arguments, count: usize) -> Outcome<()> {
    if argument(args, count).is_some() { Err(mismatch(count + 1)) } else { Ok(()) }
}

/// A whole number: what stands behind the point is cut off.
fn integer(args: &Arguments, index: usize) -> Outcome<f64> {
    match argument(args, index).and_then(Value::as_number) {
        Some(number) if number.is_finite() => Ok(number.trunc()),
        _ => Err(mismatch(index + 1)),
    }
}

fn said(message: impl Into<String>) -> Fault {
    Fault::new("D3137").said(message)
}

/// `$uuid()`
pub(super) fn uuid(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    at_most(&args, 0)?;
    Ok(Value::text(&evaluator.random.borrow_mut().uuid()))
}

/// `$random(seed)`: the same for the same seed.
pub(super) fn random(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    at_most(&args, 1)?;
    Ok(Value::Number(match argument(&args, 0) {
        Some(_) => JavaRandom::new(integer(&args, 0)? as i64).next_double(),
        None => evaluator.random.borrow_mut().fraction(),
    }))
}

/// `$shuffle(array)`
pub(super) fn shuffle(evaluator: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(mut items) = super::items(&mut args, 0) else { return Ok(Value::Undefined) };
    for last in (1..items.len()).rev() {
        let other = evaluator.random.borrow_mut().integer(0, last as i64 + 1);
        items.swap(last, other as usize);
    }
    Ok(Value::array(items))
}

/// `$partition(array, size)`: chunks. Nothing for an empty array and a size of zero; all in one without a size.
pub(super) fn partition(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    at_most(&args, 2)?;
    let Some(value) = argument(&args, 0) else { return Ok(Value::Undefined) };
    let Some(items) = value.as_list() else {
        return Err(Fault::new("T0412").argument(1).said("undefined"));
    };
    if items.is_empty() {
        return Ok(Value::Undefined);
    }
    let size = match argument(&args, 1) {
        Some(_) => integer(&args, 1)?,
        None => items.len() as f64,
    };
    if size < 0.0 {
        return Err(said("Second argument must be zero or greater"));
    }
    if size == 0.0 {
        return Ok(Value::Undefined);
    }
    Ok(Value::array(items.chunks(size as usize).map(|chunk| Value::array(chunk.to_vec())).collect()))
}

/// `$range(start, end, step)`. The end is included when a step lands on it (measured; the documentation says otherwise).
pub(super) fn range(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    at_most(&args, 3)?;
    let (start, end) = (integer(&args, 0)?, integer(&args, 1)?);
    if argument(&args, 2).is_none() {
        return Ok(Value::Undefined);
    }
    let step = integer(&args, 2)?;
    if step == 0.0 {
        return Ok(Value::array(Vec::new()));
    }
    let count = ((end - start) / step).floor() + 1.0;
    if count < 1.0 {
        return Ok(Value::Undefined);
    }
    if count > evaluator.limits.sequence as f64 {
        return Err(Fault::bound(MEMORY));
    }
    // A sequence of one is that one, as everywhere in JSONata.
    Ok(Value::sequence((0..count as u64).map(|index| Value::Number(start + index as f64 * step)).collect()))
}

/// `$hash(text, algorithm)`: hexadecimal. Nothing without an algorithm.
pub(super) fn hash(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    at_most(&args, 2)?;
    let text = argument(&args, 0).and_then(Value::as_text).ok_or_else(|| mismatch(1))?;
    let Some(algorithm) = argument(&args, 1) else { return Ok(Value::Undefined) };
    let algorithm = algorithm.as_text().ok_or_else(|| mismatch(2))?;
    crate::expr::intrinsic::digest(text, algorithm).map(|digest| Value::text(&digest)).ok_or_else(|| {
        said(format!("Hash algorithm '{algorithm}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"))
    })
}

/// `$parse(text)`: the value of a JSON text.
pub(super) fn parse(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    at_most(&args, 1)?;
    let Some(value) = argument(&args, 0) else { return Ok(Value::Undefined) };
    let text = value.as_text().ok_or_else(|| mismatch(1))?;
    serde_json::from_str(text).map(|json| from_json(&json)).map_err(|_| said("Invalid JSON"))
}
