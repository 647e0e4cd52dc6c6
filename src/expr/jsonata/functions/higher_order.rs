//! Functions that take functions, and those that ask what a value is.

use super::{Arguments, Evaluator, Fault, Outcome, Value, argument, function};
use crate::expr::jsonata::evaluator::{boolean as truth, merge_sort, text_order};
use crate::expr::jsonata::function::Function;
use std::cmp::Ordering;
use std::rc::Rc;

/// Calls a function with as many of a value, its place and the whole as it takes.
pub(super) fn call_with(
    evaluator: &Evaluator,
    function: &Rc<Function>,
    value: &Value,
    place: Value,
    whole: &Value,
) -> Outcome<Value> {
    evaluator.tick()?;
    let mut args = vec![value.clone()];
    let arity = function.arity();
    if arity >= 2 {
        args.push(place);
    }
    if arity >= 3 {
        args.push(whole.clone());
    }
    evaluator.apply(function, args, &Value::Null)
}

pub(super) fn map(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let whole = list(&args);
    let Value::Array(items) = &whole else { return Ok(Value::Undefined) };
    let function = function(&args, 1)?;
    let mut found = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let value = call_with(evaluator, &function, item, Value::Number(index as f64), &whole)?;
        if !value.is_undefined() {
            found.push(value);
        }
    }
    Ok(Value::sequence(found))
}

/// The first argument as an array; nothing for nothing.
fn list(args: &Arguments) -> Value {
    match argument(args, 0) {
        Value::Undefined => Value::Undefined,
        Value::Array(items) => Value::Array(items),
        other => Value::array(vec![other]),
    }
}

pub(super) fn filter(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let whole = list(&args);
    let Value::Array(items) = &whole else { return Ok(Value::Undefined) };
    let function = function(&args, 1)?;
    let mut found = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if truth(&call_with(evaluator, &function, item, Value::Number(index as f64), &whole)?)? {
            found.push(item.clone());
        }
    }
    Ok(Value::sequence(found))
}

pub(super) fn single(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let whole = list(&args);
    let Value::Array(items) = &whole else { return Ok(Value::Undefined) };
    let mut found = None;
    for (index, item) in items.iter().enumerate() {
        let fits = match args.get(1) {
            None | Some(Value::Undefined) => true,
            Some(_) => {
                let function = function(&args, 1)?;
                truth(&call_with(evaluator, &function, item, Value::Number(index as f64), &whole)?)?
            }
        };
        if fits && found.replace(item.clone()).is_some() {
            return Err(Fault::new("D3138").argument(index));
        }
    }
    found.ok_or_else(|| Fault::new("D3139"))
}

pub(super) fn reduce(evaluator: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    let whole = list(&args);
    let Value::Array(items) = &whole else { return Ok(Value::Undefined) };
    let function = function(&args, 1)?;
    let arity = function.arity();
    if arity < 2 {
        return Err(Fault::new("D3050").argument(1));
    }
    let mut result = args.get_mut(2).map_or(Value::Undefined, |first| std::mem::replace(first, Value::Undefined));
    // Only what the function is given holds the result, so that it may be changed in place.
    drop(args);
    let mut rest = items.iter().enumerate();
    if result.is_undefined() {
        result = rest.next().map_or(Value::Undefined, |(_, first)| first.clone());
    }
    for (index, item) in rest {
        evaluator.tick()?;
        let mut args = vec![result, item.clone()];
        if arity >= 3 {
            args.push(Value::Number(index as f64));
        }
        if arity >= 4 {
            args.push(whole.clone());
        }
        result = evaluator.apply(&function, args, &Value::Null)?;
    }
    Ok(result)
}

/// Whether ECMAScript takes a value for true.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Undefined | Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => *number != 0.0 && !number.is_nan(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    }
}

pub(super) fn sort(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let whole = list(&args);
    let Value::Array(items) = &whole else { return Ok(Value::Undefined) };
    if items.len() <= 1 {
        return Ok(whole);
    }
    if !argument(&args, 1).is_undefined() {
        let function = function(&args, 1)?;
        let mut is_behind = |left: &Value, right: &Value| {
            evaluator.tick()?;
            let args = vec![left.clone(), right.clone()];
            evaluator.apply(&function, args, &Value::Null).map(|value| is_truthy(&value))
        };
        return merge_sort(items.to_vec(), &mut is_behind).map(Value::array);
    }
    if let Some(infinite) = items.iter().find(|item| item.as_number().is_some_and(f64::is_infinite)) {
        return Err(Fault::new("D1001").with(infinite));
    }
    let mut sorted = items.to_vec();
    let are_numbers = items.iter().all(|item| item.as_number().is_some_and(|number| !number.is_nan()));
    if !are_numbers && !items.iter().all(|item| item.as_text().is_some()) {
        return Err(Fault::new("D3070").argument(1));
    }
    sorted.sort_by(|left, right| match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.partial_cmp(right).unwrap_or(Ordering::Equal),
        (Value::String(left), Value::String(right)) => text_order(left, right),
        _ => Ordering::Equal,
    });
    Ok(Value::array(sorted))
}

/// A function that is given as an argument is a bare one in the host language, which counts as false.
fn truth_of(value: &Value) -> Outcome<bool> {
    if value.as_function().is_some() { Ok(false) } else { truth(value) }
}

pub(super) fn boolean(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    match argument(&args, 0) {
        Value::Undefined => Ok(Value::Undefined),
        value => truth_of(&value).map(Value::Bool),
    }
}

pub(super) fn not(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    match argument(&args, 0) {
        Value::Undefined => Ok(Value::Undefined),
        value => truth_of(&value).map(|truth| Value::Bool(!truth)),
    }
}

pub(super) fn type_of(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    Ok(Value::text(match argument(&args, 0) {
        Value::Undefined => return Ok(Value::Undefined),
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        ref number @ Value::Number(value) if value.is_infinite() => return Err(Fault::new("D1001").with(number)),
        Value::Number(value) if value.is_nan() => "object",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) | Value::Tuples(_) => "array",
        Value::Object(_) => "object",
        Value::Function(_) => "function",
    }))
}
