//! Evaluating one expression.

use super::JsonataError;
use super::binding::Binding;
use super::error_text::{evaluation_error, is_memory};
use super::evaluator::Evaluator;
use super::frame::Frame;
use super::json::{NotFinite, from_json, to_json};
use super::limits::{Limits, MEMORY, STACK, TIME};
use super::parse::{Parsed, parse};
use super::value::{Value as Own, wrapped};
use crate::expr::Random;
use serde_json::Value;
use std::rc::Rc;

/// What the language is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// As AWS has it: no data at the top level, no `$eval`, tight bounds.
    Aws,
    /// As the reference implementation has it.
    Plain,
}

/// The value of an expression as AWS evaluates it; `None` when it is undefined. `input` is what functions without
/// arguments see: AWS has nothing there, which is `null` here. `bindings` are the variables by name without `$`; `now`
/// is the virtual clock in milliseconds since 1970.
///
/// # Errors
/// When the expression cannot be read, refers to data at its top level, fails, or exceeds AWS's bounds.
pub fn evaluate(
    expression: &str,
    input: &Value,
    bindings: &[(&str, &Value)],
    random: &mut Random,
    now: i64,
) -> Result<Option<Value>, JsonataError> {
    let bindings = json_bindings(bindings);
    evaluate_bound(expression, input, &bindings, random, now)
}

fn json_bindings<'a>(bindings: &[(&'a str, &'a Value)]) -> Vec<(&'a str, Binding<'a>)> {
    bindings.iter().map(|(name, value)| (*name, Binding::Json(value))).collect()
}

/// The same as [`evaluate`], with variables that may have been made ready before.
///
/// # Errors
/// As [`evaluate`].
pub fn evaluate_bound(
    expression: &str,
    input: &Value,
    bindings: &[(&str, Binding<'_>)],
    random: &mut Random,
    now: i64,
) -> Result<Option<Value>, JsonataError> {
    let parsed = parse(expression).map_err(|refusal| refusal.error)?;
    if let Some(reference) = parsed.references.first() {
        return Err(JsonataError { code: String::new(), message: super::unsupported_reference(&reference.name) });
    }
    let input = (!input.is_null()).then_some(input);
    run(&parsed, Dialect::Aws, input, bindings, random, now)
}

/// The value of an expression in plain JSONata, with the functions that AWS adds; `None` when it is undefined. `input`
/// is what `$` is.
///
/// # Errors
/// When the expression cannot be read, fails, or would take too long or too much memory.
pub fn evaluate_plain(
    expression: &str,
    input: Option<&Value>,
    bindings: &[(&str, &Value)],
    random: &mut Random,
    now: i64,
) -> Result<Option<Value>, JsonataError> {
    let bindings = json_bindings(bindings);
    let parsed = parse(expression).map_err(|refusal| refusal.error);
    let result = parsed.and_then(|parsed| run(&parsed, Dialect::Plain, input, &bindings, random, now));
    result.map_err(|error| match (error.code.as_str(), error.message.as_str()) {
        // The reference implementation has no such bounds of its own: these are the codes of its test suite.
        ("", MEMORY) => JsonataError { code: "D2015".to_owned(), ..error },
        ("", STACK | TIME) => JsonataError { code: "U1001".to_owned(), ..error },
        _ => error,
    })
}

fn run(
    parsed: &Parsed,
    dialect: Dialect,
    input: Option<&Value>,
    bindings: &[(&str, Binding<'_>)],
    random: &mut Random,
    now: i64,
) -> Result<Option<Value>, JsonataError> {
    let limits = match dialect {
        Dialect::Aws => Limits::AWS,
        Dialect::Plain => Limits::PLAIN,
    };
    let is_plain = dialect == Dialect::Plain;
    let input = wrapped(input.map_or(Own::Undefined, from_json));
    let frame = Rc::new(Frame::default());
    // `$eval` may name what the text does not.
    for (name, value) in bindings.iter().filter(|(name, _)| is_plain || parsed.names(name)) {
        frame.bind(&Rc::from(*name), value.value());
    }
    frame.bind(&Rc::from("$"), input.clone());
    let evaluator = Evaluator::new(limits, random.clone(), now, is_plain);
    let result = evaluator.evaluate(&parsed.tree, &input, &frame);
    *random = evaluator.random.borrow().clone();
    let value = result.map_err(|fault| match evaluation_error(&fault) {
        error if !is_plain && is_memory(&error) => JsonataError::too_large(),
        error => error,
    })?;
    if weight(&value, limits.text) > limits.text {
        return Err(JsonataError::too_large());
    }
    to_json(&value, if is_plain { NotFinite::Null } else { NotFinite::Name })
}

/// Bytes that a value holds at least: a text its length, all else eight. Stops counting above `enough`, so that a value
/// that holds the same part very often costs no more than a large one.
fn weight(value: &Own, enough: usize) -> usize {
    let mut total = 0_usize;
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        total = total.saturating_add(value.as_text().map_or(8, |text| text.len()));
        if total > enough {
            break;
        }
        match value {
            Own::Array(items) => open.extend(items.iter()),
            Own::Object(members) => open.extend(members.iter().map(|(_, member)| member)),
            _ => {}
        }
    }
    total
}
