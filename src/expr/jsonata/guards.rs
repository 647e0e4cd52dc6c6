//! Guards against values that outgrow the memory: the library bounds sequences, but no texts.
//!
//! Before an expression runs, the calls and operators that can make a long text out of short ones get a check of their
//! operands' sizes put before them. Elsewhere a text is at most as long as the data and the expression together.

use super::limits::{Limits, MEMORY};
use super::repairs::NEED_CONTEXT;
use super::tree::children_mut;
use jsonata_core::ast::{AstNode, BinaryOp, UnaryOp};
use jsonata_core::evaluator::{Evaluator, EvaluatorError, HostFnResult};
use jsonata_core::functions::string::build_regex;
use jsonata_core::value::JValue;
use std::cell::Cell;
use std::rc::Rc;

/// Names that no expression can write.
const CONCATENATE: &str = "\u{1}concatenate";
const CHECK_JOIN: &str = "\u{1}join";
const CHECK_REPLACE: &str = "\u{1}replace";
const CHECK_NUMBER: &str = "\u{1}number";
const CHECK_VALUE: &str = "\u{1}value";
const CHECK_INTEGER: &str = "\u{1}integer";
const CLAMP: &str = "\u{1}clamp";

/// What all checked texts of one evaluation may take together, in bytes. Most of it may be free again by then, but that
/// cannot be told.
const MAX_TOTAL: usize = 1 << 30;

/// Positions in a text are cut off here: the library adds them up.
const MAX_POSITION: f64 = 1e9;

/// The largest number written in Roman numerals, of which a thousand is the largest.
const MAX_ROMAN: f64 = 1e6;

fn call(name: &str, args: Vec<AstNode>) -> AstNode {
    AstNode::Function { name: name.to_owned(), args, is_builtin: true }
}

/// Puts the checks into a tree. Recurses as deep as the tree, which the parser bounds.
pub(super) fn guard(tree: &mut AstNode) {
    let repeats = has_function(tree);
    visit(tree, repeats);
}

/// Whether the expression has functions of its own: without, nothing happens more often than its data are long.
fn has_function(node: &mut AstNode) -> bool {
    matches!(node, AstNode::Lambda { .. }) || children_mut(node).into_iter().any(has_function)
}

fn visit(node: &mut AstNode, repeats: bool) {
    unchain(node);
    unwrap_partial(node);
    children_mut(node).into_iter().for_each(|child| visit(child, repeats));
    match node {
        AstNode::Binary { op: BinaryOp::Concatenate, lhs, rhs } if repeats => {
            *node = call(CONCATENATE, vec![take(lhs), take(rhs)]);
        }
        // The library bounds every sequence but what stands in brackets.
        AstNode::Array(items) if repeats => {
            let variables = items.iter_mut().filter(|item| matches!(item, AstNode::Variable(_)));
            variables.for_each(|item| wrap(item, CHECK_VALUE));
        }
        AstNode::Function { name, args, is_builtin: true } => match name.as_str() {
            "pad" => args.iter_mut().for_each(|argument| wrap(argument, CHECK_NUMBER)),
            "string" if repeats => args.iter_mut().take(1).for_each(|argument| wrap(argument, CHECK_VALUE)),
            "substring" => args.iter_mut().skip(1).for_each(clamp),
            name if args.is_empty() && NEED_CONTEXT.contains(&name) => args.push(AstNode::Variable(String::new())),
            "formatInteger" => *node = checked_first(CHECK_INTEGER, "formatInteger", std::mem::take(args)),
            "join" => *node = checked_first(CHECK_JOIN, "join", std::mem::take(args)),
            "replace" => *node = checked_first(CHECK_REPLACE, "replace", std::mem::take(args)),
            _ => {}
        },
        _ => {}
    }
}

/// Whether calls of a function are changed here.
fn is_changed(name: &str) -> bool {
    matches!(name, "join" | "replace" | "string" | "pad" | "substring" | "formatInteger")
        || NEED_CONTEXT.contains(&name)
}

/// Writes `$pad(?, 5)` as `function($a) { $pad($a, 5) }`, which it means.
fn unwrap_partial(node: &mut AstNode) {
    let AstNode::Function { name, args, is_builtin: true } = node else { return };
    if !is_changed(name) {
        return;
    }
    let mut params = Vec::new();
    for argument in args.iter_mut().filter(|argument| matches!(argument, AstNode::Placeholder)) {
        let name = format!("\u{1}parameter{}", params.len());
        *argument = AstNode::Variable(name.clone());
        params.push(name);
    }
    if !params.is_empty() {
        *node = AstNode::Lambda { params, body: Box::new(take(node)), signature: None, thunk: false };
    }
}

fn take(node: &mut AstNode) -> AstNode {
    std::mem::replace(node, AstNode::Null)
}

fn wrap(argument: &mut AstNode, check: &str) {
    let inner = take(argument);
    *argument = call(check, vec![inner]);
}

/// Cuts off a position, unless it is written as a small number.
fn clamp(argument: &mut AstNode) {
    let mut written = &*argument;
    if let AstNode::Unary { op: UnaryOp::Negate, operand } = written {
        written = operand;
    }
    if !matches!(written, AstNode::Number(number) if number.abs() < MAX_POSITION) {
        wrap(argument, CLAMP);
    }
}

/// Writes `a ~> $join(b)` as `$join(a, b)`, which it means.
fn unchain(node: &mut AstNode) {
    let AstNode::Binary { op: BinaryOp::ChainPipe, lhs, rhs } = node else { return };
    let AstNode::Function { name, args, is_builtin: true } = &mut **rhs else { return };
    if is_changed(name) && !args.iter().any(|argument| matches!(argument, AstNode::Placeholder)) {
        let mut all = vec![take(lhs)];
        all.append(args);
        *node = call(name, all);
    }
}

/// A block that evaluates the arguments once, looks at them, and calls the function.
fn checked_first(check: &str, name: &str, args: Vec<AstNode>) -> AstNode {
    let mut block = Vec::with_capacity(args.len() + 2);
    let mut variables = Vec::with_capacity(args.len());
    for (index, argument) in args.into_iter().enumerate() {
        let variable = AstNode::Variable(format!("\u{1}{index}"));
        block.push(AstNode::Binary {
            op: BinaryOp::ColonEqual,
            lhs: Box::new(variable.clone()),
            rhs: Box::new(argument),
        });
        variables.push(variable);
    }
    block.push(call(check, variables.clone()));
    block.push(call(name, variables));
    AstNode::Block(block)
}

/// What one evaluation may still take.
#[derive(Clone)]
struct Budget {
    longest: usize,
    total: Rc<Cell<usize>>,
}

impl Budget {
    /// Refuses a text that would be too long, or one too many.
    fn take(&self, length: usize) -> Result<(), EvaluatorError> {
        self.total.set(self.total.get().saturating_add(length));
        if length > self.longest || self.total.get() > MAX_TOTAL {
            return Err(EvaluatorError::EvaluationError(MEMORY.to_owned()));
        }
        Ok(())
    }

    /// Refuses a value that is too large already.
    fn check_value(&self, arguments: &[JValue]) -> HostFnResult {
        let value = first(arguments);
        if weight(&value, self.longest) > self.longest {
            return Err(EvaluatorError::EvaluationError(MEMORY.to_owned()));
        }
        Ok(value)
    }

    fn concatenate(&self, parts: &[JValue]) -> HostFnResult {
        let mut written = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                JValue::Undefined => {}
                JValue::String(_) => written.push(part.clone()),
                other => {
                    self.take(weight(other, self.longest))?;
                    written.push(jsonata_core::functions::string::string(other, None)?);
                }
            }
        }
        self.take(written.iter().filter_map(JValue::as_str).map(str::len).sum())?;
        Ok(JValue::string(written.iter().filter_map(JValue::as_str).collect::<String>()))
    }

    fn check_join(&self, arguments: &[JValue]) -> Result<(), EvaluatorError> {
        let separator = arguments.get(1).and_then(JValue::as_str).map_or(0, str::len);
        let items = arguments.first().and_then(JValue::as_array).into_iter().flatten();
        let lengths = items.map(|item| separator + item.as_str().map_or(0, str::len));
        self.take(lengths.fold(0, usize::saturating_add))
    }

    fn check_replace(&self, arguments: &[JValue]) -> Result<(), EvaluatorError> {
        let [Some(text), Some(replacement)] = [0, 2].map(|index| arguments.get(index).and_then(JValue::as_str)) else {
            return Ok(());
        };
        let matches = match arguments.get(1) {
            Some(JValue::String(part)) if !part.is_empty() => text.matches(&**part).count(),
            Some(JValue::Regex { pattern, flags }) => build_regex(pattern, flags)?.find_iter(text).count(),
            _ => 0,
        };
        // `$1` stands for a part of the match, and the matches together are no longer than the text.
        let groups = replacement.matches('$').count().saturating_mul(text.len());
        self.take(matches.saturating_mul(replacement.len()).saturating_add(text.len()).saturating_add(groups))
    }

    /// Roman numerals grow with the number, all others with its digits.
    fn check_integer(&self, arguments: &[JValue]) -> Result<(), EvaluatorError> {
        let number = arguments.first().and_then(JValue::as_f64).unwrap_or_default();
        if !number.is_finite() {
            return Err(EvaluatorError::EvaluationError(format!("D1001: Number out of range: {number}")));
        }
        let roman = arguments.get(1).and_then(JValue::as_str).is_some_and(|picture| picture.starts_with(['I', 'i']));
        self.take(if roman && number.abs() > MAX_ROMAN { usize::MAX } else { 0 })
    }
}

fn first(arguments: &[JValue]) -> JValue {
    arguments.first().cloned().unwrap_or(JValue::Undefined)
}

/// Makes the checks known to an evaluator.
pub(super) fn register(evaluator: &mut Evaluator, limits: Limits) -> Result<(), EvaluatorError> {
    let budget = Budget { longest: limits.text, total: Rc::default() };
    let own = budget.clone();
    evaluator.register_fn(CONCATENATE, move |arguments: &[JValue]| own.concatenate(arguments))?;
    let own = budget.clone();
    evaluator.register_fn(CHECK_NUMBER, move |arguments: &[JValue]| {
        let value = first(arguments);
        own.take(value.as_f64().map_or(0, |number| number.abs() as usize)).map(|()| value)
    })?;
    let own = budget.clone();
    evaluator.register_fn(CHECK_VALUE, move |arguments: &[JValue]| own.check_value(arguments))?;
    evaluator.register_fn(CLAMP, move |arguments: &[JValue]| {
        let value = first(arguments);
        Ok(value.as_f64().map_or(value, |number| JValue::from_f64(number.clamp(-MAX_POSITION, MAX_POSITION))))
    })?;
    for (name, check) in [
        (CHECK_JOIN, Budget::check_join as fn(&Budget, &[JValue]) -> Result<(), EvaluatorError>),
        (CHECK_REPLACE, Budget::check_replace),
        (CHECK_INTEGER, Budget::check_integer),
    ] {
        let own = budget.clone();
        evaluator.register_fn(name, move |arguments: &[JValue]| check(&own, arguments).map(|()| JValue::Undefined))?;
    }
    Ok(())
}

/// Bytes that a value holds at least: a text its length, all else eight. Stops counting above `enough`, so that a value
/// that holds the same part very often costs no more than a large one.
pub(super) fn weight(value: &JValue, enough: usize) -> usize {
    let mut total = 0_usize;
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        total = total.saturating_add(value.as_str().map_or(8, str::len));
        if total > enough {
            break;
        }
        if let Some(items) = value.as_array() {
            open.extend(items);
        }
        if let Some(members) = value.as_object() {
            open.extend(members.values());
        }
    }
    total
}
