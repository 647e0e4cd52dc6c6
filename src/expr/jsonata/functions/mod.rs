//! The functions of the library: those of JSONata 2.0.6, and those that AWS adds.

mod array;
mod aws;
mod encode;
mod higher_order;
mod number;
mod object;
mod pattern;
mod table;
mod text;
mod time;
mod written;

pub(super) use number::round;
pub(super) use object::lookup;
pub(super) use pattern::{first_match, next_match};
pub(super) use table::{Native, invoke, native};
pub(super) use written::{json_text, written};

use super::evaluator::Evaluator;
use super::fault::{Fault, Outcome};
use super::function::Function;
use super::value::Value;
use std::rc::Rc;

/// What a function gets: its arguments, checked, and the data of the place.
type Arguments = Vec<Value>;

fn wrong(index: usize) -> Fault {
    Fault::new("T0410").argument(index + 1)
}

/// A text; nothing for nothing.
fn text(args: &Arguments, index: usize) -> Outcome<Option<Rc<str>>> {
    match args.get(index) {
        None | Some(Value::Undefined) => Ok(None),
        Some(Value::String(text)) => Ok(Some(Rc::clone(text))),
        Some(_) => Err(wrong(index)),
    }
}

/// A number; nothing for nothing.
fn number(args: &Arguments, index: usize) -> Outcome<Option<f64>> {
    match args.get(index) {
        None | Some(Value::Undefined) => Ok(None),
        Some(Value::Number(number)) => Ok(Some(*number)),
        Some(_) => Err(wrong(index)),
    }
}

/// Items; nothing for nothing.
fn items(args: &mut Arguments, index: usize) -> Option<Vec<Value>> {
    match args.get_mut(index).map(|argument| std::mem::replace(argument, Value::Undefined)) {
        None | Some(Value::Undefined) => None,
        Some(value) => Some(value.into_items()),
    }
}

fn function(args: &Arguments, index: usize) -> Outcome<Rc<Function>> {
    args.get(index).and_then(Value::as_function).cloned().ok_or_else(|| wrong(index))
}

fn argument(args: &Arguments, index: usize) -> Value {
    args.get(index).cloned().unwrap_or(Value::Undefined)
}
