//! The functions that AWS adds to JSONata, and those whose results must be repeatable
//! (developer guide, "Transforming data with JSONata"; what they do with odd arguments: measured, floci pull request 2676).

use super::limits::{Limits, MEMORY};
use crate::expr::{JavaRandom, Random};
use jsonata_core::evaluator::{Evaluator, EvaluatorError};
use jsonata_core::parser;
use jsonata_core::value::JValue;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;

type Result = std::result::Result<JValue, EvaluatorError>;

fn failure(message: impl Into<String>) -> EvaluatorError {
    EvaluatorError::EvaluationError(message.into())
}

fn mismatch(function: &str, argument: usize) -> EvaluatorError {
    failure(format!("T0410: Argument {argument} of function {function} does not match function signature"))
}

/// Adds and replaces functions. `random` is drawn from as the expression asks.
pub(super) fn register(
    evaluator: &mut Evaluator,
    random: &Rc<RefCell<Random>>,
    now: i64,
    limits: Limits,
) -> std::result::Result<(), EvaluatorError> {
    evaluator.register_fn("partition", partition)?;
    evaluator.register_fn("range", move |arguments: &[JValue]| range(arguments, limits.sequence))?;
    evaluator.register_fn("hash", hash)?;
    evaluator.register_fn("parse", parse)?;
    let source = Rc::clone(random);
    evaluator.register_fn("uuid", move |arguments: &[JValue]| {
        at_most("uuid", arguments, 0)?;
        Ok(JValue::from(source.borrow_mut().uuid().as_str()))
    })?;
    let source = Rc::clone(random);
    evaluator.register_fn_override("random", move |arguments: &[JValue]| {
        at_most("random", arguments, 1)?;
        let fraction = match argument(arguments, 0) {
            Some(_) => JavaRandom::new(integer("random", arguments, 0)? as i64).next_double(),
            None => source.borrow_mut().fraction(),
        };
        Ok(JValue::from_f64(fraction))
    })?;
    let source = Rc::clone(random);
    evaluator.register_fn_override("shuffle", move |arguments: &[JValue]| match argument(arguments, 0) {
        None => Ok(JValue::Undefined),
        Some(value) => {
            let mut items = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            for last in (1..items.len()).rev() {
                let other = source.borrow_mut().integer(0, last as i64 + 1);
                items.swap(last, other as usize);
            }
            Ok(JValue::array(items))
        }
    })?;
    evaluator.register_fn_override("millis", move |arguments: &[JValue]| {
        at_most("millis", arguments, 0)?;
        Ok(JValue::from_f64(now as f64))
    })?;
    evaluator.register_fn_override("now", move |arguments: &[JValue]| now_text(now, arguments))
}

/// AWS has no `$eval`; calling it is calling what is no function (measured, floci issue 2737).
pub(super) fn forbid_eval(evaluator: &mut Evaluator) -> std::result::Result<(), EvaluatorError> {
    evaluator.register_fn_override("eval", |_: &[JValue]| Err(failure("T1006: Attempted to invoke a non-function")))
}

fn now_text(now: i64, arguments: &[JValue]) -> Result {
    at_most("now", arguments, 2)?;
    let tree = parser::parse("$fromMillis(at, picture, zone)").map_err(|error| failure(error.to_string()))?;
    let mut data = JValue::from(serde_json::json!({ "at": now }));
    if let Some(object) = data.as_object_mut() {
        for (name, value) in ["picture", "zone"].into_iter().zip(arguments) {
            object.insert(name.to_owned(), value.clone());
        }
    }
    Evaluator::new().evaluate(&tree, &data)
}

/// An argument that is there and not undefined.
fn argument(arguments: &[JValue], index: usize) -> Option<&JValue> {
    arguments.get(index).filter(|value| !value.is_undefined())
}

fn at_most(function: &str, arguments: &[JValue], count: usize) -> std::result::Result<(), EvaluatorError> {
    if argument(arguments, count).is_some() { Err(mismatch(function, count + 1)) } else { Ok(()) }
}

/// A whole number: what stands behind the point is cut off.
fn integer(function: &str, arguments: &[JValue], index: usize) -> std::result::Result<f64, EvaluatorError> {
    match argument(arguments, index).and_then(JValue::as_f64) {
        Some(number) if number.is_finite() => Ok(number.trunc()),
        _ => Err(mismatch(function, index + 1)),
    }
}

/// `$partition(array, size)`: chunks. Nothing for an empty array and a size of zero; all in one without a size.
fn partition(arguments: &[JValue]) -> Result {
    at_most("partition", arguments, 2)?;
    let Some(value) = argument(arguments, 0) else { return Ok(JValue::Undefined) };
    let Some(items) = value.as_array() else {
        return Err(failure("T0412: Argument 1 of function partition must be an array of undefined"));
    };
    if items.is_empty() {
        return Ok(JValue::Undefined);
    }
    let size = match argument(arguments, 1) {
        Some(_) => integer("partition", arguments, 1)?,
        None => items.len() as f64,
    };
    if size < 0.0 {
        return Err(failure("D3137: Second argument must be zero or greater"));
    }
    if size == 0.0 {
        return Ok(JValue::Undefined);
    }
    Ok(JValue::array(items.chunks(size as usize).map(|chunk| JValue::array(chunk.to_vec())).collect()))
}

/// `$range(start, end, step)`. The end is included when a step lands on it (measured; the documentation says otherwise).
fn range(arguments: &[JValue], longest: usize) -> Result {
    at_most("range", arguments, 3)?;
    let (start, end) = (integer("range", arguments, 0)?, integer("range", arguments, 1)?);
    if argument(arguments, 2).is_none() {
        return Ok(JValue::Undefined);
    }
    let step = integer("range", arguments, 2)?;
    if step == 0.0 {
        return Ok(JValue::array(Vec::new()));
    }
    let count = ((end - start) / step).floor() + 1.0;
    if count < 1.0 {
        return Ok(JValue::Undefined);
    }
    if count > longest as f64 {
        return Err(failure(MEMORY));
    }
    let items: Vec<JValue> = (0..count as u64).map(|index| JValue::from_f64(start + index as f64 * step)).collect();
    // A sequence of one is that one, as everywhere in JSONata.
    Ok(match items.len() {
        1 => items.into_iter().next().unwrap_or(JValue::Undefined),
        _ => JValue::array(items),
    })
}

/// `$hash(text, algorithm)`: hexadecimal. Nothing without an algorithm.
fn hash(arguments: &[JValue]) -> Result {
    at_most("hash", arguments, 2)?;
    let text = argument(arguments, 0).and_then(JValue::as_str).ok_or_else(|| mismatch("hash", 1))?;
    let Some(algorithm) = argument(arguments, 1) else { return Ok(JValue::Undefined) };
    let algorithm = algorithm.as_str().ok_or_else(|| mismatch("hash", 2))?;
    crate::expr::intrinsic::digest(text, algorithm).map(|digest| JValue::from(digest.as_str())).ok_or_else(|| {
        failure(format!("D3137: Hash algorithm '{algorithm}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"))
    })
}

/// `$parse(text)`: the value of a JSON text.
fn parse(arguments: &[JValue]) -> Result {
    at_most("parse", arguments, 1)?;
    let Some(value) = argument(arguments, 0) else { return Ok(JValue::Undefined) };
    let text = value.as_str().ok_or_else(|| mismatch("parse", 1))?;
    serde_json::from_str::<Value>(text).map(JValue::from).map_err(|_| failure("D3137: Invalid JSON"))
}
