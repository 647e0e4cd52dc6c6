//! Evaluating one expression.

use super::{JsonataError, functions};
use crate::expr::Random;
use jsonata_core::evaluator::{Context, Evaluator, EvaluatorError, EvaluatorOptions};
use jsonata_core::parser;
use jsonata_core::value::JValue;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;

/// How deep an evaluation may nest: what fits the stack of a web worker.
const MAX_DEPTH: usize = 400;

/// How many items a sequence may have (measured on AWS: `[1..873782]` is accepted, one more is refused).
const MAX_SEQUENCE: usize = 873_782;

/// The value of an expression; `None` when it is undefined. `bindings` are the variables by name without `$`;
/// `now` is the virtual clock in milliseconds since 1970.
///
/// # Errors
/// When the expression cannot be read or fails.
pub fn evaluate(
    expression: &str,
    input: &Value,
    bindings: &[(&str, &Value)],
    random: &mut Random,
    now: i64,
) -> Result<Option<Value>, JsonataError> {
    let tree = parser::parse(expression).map_err(|error| error_of(&error.to_string()))?;
    let options = EvaluatorOptions {
        max_stack_depth: Some(MAX_DEPTH),
        max_sequence_length: Some(MAX_SEQUENCE),
        ..EvaluatorOptions::default()
    };
    let mut context = Context::new();
    for (name, value) in bindings {
        context.bind((*name).to_owned(), JValue::from((*value).clone()));
    }
    let mut evaluator = Evaluator::with_options(context, options);
    let shared = Rc::new(RefCell::new(random.clone()));
    functions::register(&mut evaluator, &shared, now).map_err(|error| error_of(error.message()))?;
    let result = evaluator.evaluate(&tree, &JValue::from(input.clone()));
    *random = shared.borrow().clone();
    let value = result.map_err(|error: EvaluatorError| error_of(error.message()))?;
    if value.is_undefined() || value.is_function() || value.is_regex() {
        return Ok(None);
    }
    let text = value.to_json_string().map_err(|error| error_of(&error.to_string()))?;
    serde_json::from_str(&text).map(Some).map_err(|error| error_of(&error.to_string()))
}

/// Splits `T1006: Attempted …` into code and message.
fn error_of(text: &str) -> JsonataError {
    match text.split_once(": ") {
        Some((code, message)) if code.len() == 5 && code[1..].bytes().all(|byte| byte.is_ascii_digit()) => {
            JsonataError { code: code.to_owned(), message: message.to_owned() }
        }
        _ => JsonataError { code: String::new(), message: text.to_owned() },
    }
}
