//! Evaluating one expression.

use super::binding::{Binding, from_json};
use super::error_text::{evaluation_error, is_memory};
use super::limits::{Limits, MEMORY, STACK, TIME};
use super::parse::{Parsed, parse};
use super::value::{NotFinite, to_json};
use super::{JsonataError, blame, functions, guards, repairs};
use crate::expr::Random;
use jsonata_core::ast::AstNode;
use jsonata_core::evaluator::{Context, Evaluator, EvaluatorError, EvaluatorOptions};
use jsonata_core::value::JValue;
use serde_json::Value;
use std::cell::RefCell;
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
    let parsed = parse(expression)?;
    if let Some(name) = parsed.references.first() {
        return Err(JsonataError { code: String::new(), message: super::unsupported_reference(name) });
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
    let result = parse(expression).and_then(|parsed| run(&parsed, Dialect::Plain, input, &bindings, random, now));
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
    if parsed.depth > limits.depth {
        return Err(JsonataError::stack_overflow());
    }
    let data = Data { dialect, limits, input, bindings, now };
    let before = random.clone();
    let value = data.evaluate(&parsed.tree, parsed, random, &Rc::default()).map_err(|text| {
        let mut error = evaluation_error(&text, parsed, None);
        if blame::names_function(&error.code) {
            let last = Rc::default();
            // Only the name counts: the same error comes out again.
            let _ = data.evaluate(&blame::telling(&parsed.tree), parsed, &mut before.clone(), &last);
            error = evaluation_error(&text, parsed, last.borrow().as_deref());
        }
        match dialect {
            Dialect::Aws if is_memory(&error.code, &error.message) => JsonataError::too_large(),
            _ => error,
        }
    })?;
    if guards::weight(&value, limits.text) > limits.text {
        return Err(JsonataError::too_large());
    }
    to_json(&value, if dialect == Dialect::Aws { NotFinite::Name } else { NotFinite::Null })
}

/// What an evaluation works on.
struct Data<'a> {
    dialect: Dialect,
    limits: Limits,
    input: Option<&'a Value>,
    bindings: &'a [(&'a str, Binding<'a>)],
    now: i64,
}

impl Data<'_> {
    /// The value of a tree, or the library's message. `told` takes down the names that a tree tells ([`blame`]).
    fn evaluate(
        &self,
        tree: &AstNode,
        parsed: &Parsed,
        random: &mut Random,
        told: &Rc<RefCell<Option<String>>>,
    ) -> Result<JValue, String> {
        let options = EvaluatorOptions {
            max_stack_depth: Some(self.limits.depth),
            max_sequence_length: Some(self.limits.sequence),
            timeout_ms: self.limits.milliseconds,
            ..EvaluatorOptions::default()
        };
        let mut context = Context::new();
        // `$eval` may name what the text does not.
        let all = self.dialect == Dialect::Plain;
        for (name, value) in self.bindings.iter().filter(|(name, _)| all || parsed.names(name)) {
            context.bind((*name).to_owned(), value.value()?);
        }
        let mut evaluator = Evaluator::with_options(context, options);
        let shared = Rc::new(RefCell::new(random.clone()));
        let registered: Result<(), EvaluatorError> =
            functions::register(&mut evaluator, &shared, self.now, self.limits)
                .and_then(|()| repairs::register(&mut evaluator))
                .and_then(|()| guards::register(&mut evaluator, self.limits))
                .and_then(|()| blame::register(&mut evaluator, told))
                .and_then(|()| if all { Ok(()) } else { functions::forbid_eval(&mut evaluator) });
        registered.map_err(|error| error.message().to_owned())?;
        let input = self.input.map_or(Ok(JValue::Undefined), from_json)?;
        let result = evaluator.evaluate(tree, &input);
        *random = shared.borrow().clone();
        result.map_err(|error| error.message().to_owned())
    }
}
