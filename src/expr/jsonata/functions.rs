//! The functions that AWS adds to JSONata, and those whose results must be repeatable.

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

/// Adds and replaces functions. `random` is drawn from as the expression asks.
pub(super) fn register(
    evaluator: &mut Evaluator,
    random: &Rc<RefCell<Random>>,
    now: i64,
) -> std::result::Result<(), EvaluatorError> {
    evaluator.register_fn("partition", partition)?;
    evaluator.register_fn("range", range)?;
    evaluator.register_fn("hash", hash)?;
    evaluator.register_fn("parse", parse)?;
    let source = Rc::clone(random);
    evaluator.register_fn("uuid", move |_: &[JValue]| Ok(JValue::from(source.borrow_mut().uuid().as_str())))?;
    let source = Rc::clone(random);
    evaluator.register_fn_override("random", move |arguments: &[JValue]| {
        let fraction = match arguments.first().and_then(JValue::as_f64) {
            Some(seed) => JavaRandom::new(seed as i64).next_double(),
            None => source.borrow_mut().fraction(),
        };
        Ok(JValue::from_f64(fraction))
    })?;
    let source = Rc::clone(random);
    evaluator.register_fn_override("shuffle", move |arguments: &[JValue]| {
        let mut items = arguments.first().and_then(JValue::as_array).cloned().unwrap_or_default();
        for last in (1..items.len()).rev() {
            let other = source.borrow_mut().integer(0, last as i64 + 1);
            items.swap(last, other as usize);
        }
        Ok(JValue::array(items))
    })?;
    evaluator.register_fn_override("millis", move |_: &[JValue]| Ok(JValue::from_f64(now as f64)))?;
    evaluator.register_fn_override("now", move |arguments: &[JValue]| now_text(now, arguments))?;
    // AWS has no `$eval`; calling it is calling what is no function (measured).
    evaluator.register_fn_override("eval", |_: &[JValue]| Err(failure("T1006: Attempted to invoke a non-function")))
}

fn now_text(now: i64, arguments: &[JValue]) -> Result {
    let tree = parser::parse("$fromMillis(at, picture, zone)").map_err(|error| failure(error.to_string()))?;
    let mut data = JValue::from(serde_json::json!({ "at": now }));
    if let Some(object) = data.as_object_mut() {
        for (name, value) in ["picture", "zone"].into_iter().zip(arguments) {
            object.insert(name.to_owned(), value.clone());
        }
    }
    Evaluator::new().evaluate(&tree, &data)
}

fn number(arguments: &[JValue], index: usize) -> std::result::Result<f64, EvaluatorError> {
    arguments
        .get(index)
        .and_then(JValue::as_f64)
        .ok_or_else(|| failure(format!("T0410: Argument {} of function is not a number", index + 1)))
}

fn partition(arguments: &[JValue]) -> Result {
    let Some(items) = arguments.first().and_then(JValue::as_array) else { return Ok(JValue::Undefined) };
    let size = number(arguments, 1)?.trunc();
    if size < 1.0 {
        return Err(failure("The chunk size must be a positive integer"));
    }
    Ok(JValue::array(items.chunks(size as usize).map(|chunk| JValue::array(chunk.to_vec())).collect()))
}

/// The end is included when a step lands on it (measured; the documentation says otherwise).
fn range(arguments: &[JValue]) -> Result {
    let (start, end, step) =
        (number(arguments, 0)?.trunc(), number(arguments, 1)?.trunc(), number(arguments, 2)?.trunc());
    let count = if step == 0.0 { 0.0 } else { ((end - start) / step).floor() + 1.0 };
    if count > 1_000_000.0 {
        return Err(failure("D2014: The size of the sequence allocated by the range function is too large"));
    }
    let items: Vec<JValue> =
        (0..count.max(0.0) as u64).map(|index| JValue::from_f64(start + index as f64 * step)).collect();
    // A sequence of one is that one, as everywhere in JSONata.
    Ok(match items.len() {
        1 => items.into_iter().next().unwrap_or(JValue::Undefined),
        _ => JValue::array(items),
    })
}

fn hash(arguments: &[JValue]) -> Result {
    let text = |index: usize| arguments.get(index).and_then(JValue::as_str).unwrap_or_default();
    crate::expr::intrinsic::digest(text(0), text(1))
        .map(|digest| JValue::from(digest.as_str()))
        .ok_or_else(|| failure("The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512"))
}

fn parse(arguments: &[JValue]) -> Result {
    let text = arguments.first().and_then(JValue::as_str).unwrap_or_default();
    serde_json::from_str::<Value>(text).map(JValue::from).map_err(|error| failure(error.to_string()))
}
