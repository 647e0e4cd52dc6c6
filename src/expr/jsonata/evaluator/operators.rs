//! Operators.

use super::Evaluator;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::functions::written;
use crate::expr::jsonata::syntax::{Node, Operator};
use crate::expr::jsonata::value::Value;
use std::cmp::Ordering;
use std::rc::Rc;

/// The longest range of JSONata, which says so itself.
const MAX_RANGE: f64 = 1e7;

impl Evaluator {
    pub(super) fn binary(
        &self,
        operator: Operator,
        left: &Node,
        right: &Node,
        input: &Value,
        frame: &Rc<Frame>,
    ) -> Outcome<Value> {
        let at = |fault: Fault| fault.at(&Rc::from(operator.sign()));
        let left = self.evaluate(left, input, frame)?;
        if matches!(operator, Operator::And | Operator::Or) {
            let first = boolean(&left).map_err(at)?;
            if first == (operator == Operator::Or) {
                return Ok(Value::Bool(first));
            }
            return boolean(&self.evaluate(right, input, frame)?).map(Value::Bool).map_err(at);
        }
        let right = self.evaluate(right, input, frame)?;
        match operator {
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder => {
                arithmetic(operator, &left, &right)
            }
            Operator::Equal | Operator::NotEqual => Ok(Value::Bool(match (&left, &right) {
                (Value::Undefined, _) | (_, Value::Undefined) => false,
                (left, right) => deep_equal(left, right) == (operator == Operator::Equal),
            })),
            Operator::Concatenate => self.concatenate(&left, &right),
            Operator::Range => self.range(&left, &right),
            Operator::In => Ok(Value::Bool(is_in(&left, &right))),
            _ => compare(operator, &left, &right),
        }
        .map_err(at)
    }

    fn concatenate(&self, left: &Value, right: &Value) -> Outcome<Value> {
        let (left, right) = (written(left, self)?, written(right, self)?);
        self.check_text(left.len() + right.len())?;
        let mut text = String::with_capacity(left.len() + right.len());
        text.push_str(&left);
        text.push_str(&right);
        Ok(Value::String(Rc::from(text)))
    }

    fn range(&self, left: &Value, right: &Value) -> Outcome<Value> {
        let whole = |value: &Value, code: &'static str| match value {
            Value::Undefined => Ok(None),
            Value::Number(number) if number.is_finite() && number.fract() == 0.0 => Ok(Some(*number)),
            other => Err(Fault::new(code).with(other)),
        };
        let (from, to) = (whole(left, "T2003")?, whole(right, "T2004")?);
        let (Some(from), Some(to)) = (from, to) else { return Ok(Value::Undefined) };
        if from > to {
            return Ok(Value::Undefined);
        }
        let count = to - from + 1.0;
        if count > MAX_RANGE.min(self.limits.sequence as f64) {
            return Err(Fault::new("D2014").with(&Value::Number(count)));
        }
        Ok(Value::sequence((0..count as usize).map(|index| Value::Number(from + index as f64)).collect()))
    }
}

/// Whether a number is one to calculate with.
///
/// # Errors
/// When it is infinite.
pub(super) fn is_numeric(value: &Value) -> Outcome<bool> {
    match value {
        Value::Number(number) if number.is_infinite() => Err(Fault::new("D1001").with(value)),
        Value::Number(number) => Ok(!number.is_nan()),
        _ => Ok(false),
    }
}

pub(super) fn negate(value: &Value) -> Outcome<Value> {
    match value {
        Value::Undefined => Ok(Value::Undefined),
        Value::Number(number) if is_numeric(value)? => Ok(Value::Number(-number)),
        other => Err(Fault::new("D1002").with(other).at(&Rc::from("-"))),
    }
}

fn arithmetic(operator: Operator, left: &Value, right: &Value) -> Outcome<Value> {
    if !left.is_undefined() && !is_numeric(left)? {
        return Err(Fault::new("T2001").with(left));
    }
    if !right.is_undefined() && !is_numeric(right)? {
        return Err(Fault::new("T2002").with(right));
    }
    let (Value::Number(left), Value::Number(right)) = (left, right) else { return Ok(Value::Undefined) };
    Ok(Value::Number(match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        _ => left % right,
    }))
}

fn compare(operator: Operator, left: &Value, right: &Value) -> Outcome<Value> {
    let is_comparable = |value: &Value| matches!(value, Value::Undefined | Value::String(_) | Value::Number(_));
    if !is_comparable(left) || !is_comparable(right) {
        let wrong = if is_comparable(left) && !left.is_undefined() { right } else { left };
        return Err(Fault::new("T2010").with(wrong));
    }
    let order = match (left, right) {
        (Value::Undefined, _) | (_, Value::Undefined) => return Ok(Value::Undefined),
        (Value::Number(left), Value::Number(right)) => left.partial_cmp(right),
        (Value::String(left), Value::String(right)) => Some(text_order(left, right)),
        _ => return Err(Fault::new("T2009").with(left).and(right)),
    };
    Ok(Value::Bool(match operator {
        Operator::Less => order == Some(Ordering::Less),
        Operator::LessOrEqual => order.is_some_and(Ordering::is_le),
        Operator::Greater => order == Some(Ordering::Greater),
        _ => order.is_some_and(Ordering::is_ge),
    }))
}

/// The order of texts: by their UTF-16 units, as ECMAScript has it.
pub(in super::super) fn text_order(left: &str, right: &str) -> Ordering {
    let differing = left.bytes().zip(right.bytes()).position(|(left, right)| left != right);
    match differing {
        // Only characters beyond the sixteenth bit stand elsewhere than among their UTF-8 bytes.
        Some(at) if left.as_bytes()[at] >= 0x80 && right.as_bytes()[at] >= 0x80 => {
            left.encode_utf16().cmp(right.encode_utf16())
        }
        _ => left.cmp(right),
    }
}

/// Whether two values are the same, part by part. Recurses as deep as they nest, which is bounded.
pub(in super::super) fn deep_equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Array(left), Value::Array(right)) => {
            Rc::ptr_eq(left, right)
                || left.len() == right.len()
                    && left.iter().zip(right.iter()).all(|(left, right)| deep_equal(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            Rc::ptr_eq(left, right)
                || left.len() == right.len()
                    && left.iter().all(|(name, own)| right.get(name).is_some_and(|other| deep_equal(own, other)))
        }
        (left, right) => is_same(left, right),
    }
}

/// Whether two values are the same, of arrays and objects only the same one.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Undefined, Value::Undefined) | (Value::Null, Value::Null) => true,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Number(left), Value::Number(right)) => left == right,
        (Value::String(left), Value::String(right)) => left == right,
        (Value::Array(left), Value::Array(right)) => Rc::ptr_eq(left, right),
        (Value::Object(left), Value::Object(right)) => Rc::ptr_eq(left, right),
        (Value::Function(left), Value::Function(right)) => Rc::ptr_eq(left, right),
        _ => false,
    }
}

fn is_in(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Undefined, _) | (_, Value::Undefined) => false,
        (left, Value::Array(items)) => items.iter().any(|item| is_same(item, left)),
        (left, right) => is_same(right, left),
    }
}

/// Whether a value counts as true (`$boolean`).
///
/// # Errors
/// When it is, or holds, an infinite number.
pub(in super::super) fn boolean(value: &Value) -> Outcome<bool> {
    Ok(match value {
        Value::Undefined | Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => is_numeric(value)? && *number != 0.0,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => match &items[..] {
            [only] => boolean(only)?,
            items => {
                let mut any = false;
                for item in items {
                    any |= boolean(item)?;
                }
                any
            }
        },
        Value::Object(members) => members.len() > 0,
        // A pattern is a bare function of the host language there, which counts as false.
        Value::Function(function) => !matches!(**function, super::Function::Pattern(_) | super::Function::Next { .. }),
        Value::Tuples(tuples) => !tuples.is_empty(),
    })
}
