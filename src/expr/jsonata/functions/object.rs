//! Functions of objects.

use super::higher_order::call_with;
use super::{Arguments, Evaluator, Outcome, Value, argument, function, text};
use crate::expr::jsonata::evaluator::boolean;
use crate::expr::jsonata::members::Members;
use std::rc::Rc;

/// The value of a field, of arrays those of all items. Recurses as deep as arrays nest, which is bounded.
pub(crate) fn lookup(input: &Value, name: &str) -> Value {
    fn gather(items: &[Value], name: &str, found: &mut Vec<Value>) {
        for item in items {
            match item {
                Value::Array(inner) => gather(inner, name, found),
                Value::Object(members) => match members.get(name) {
                    Some(Value::Array(values)) => found.extend_from_slice(values),
                    Some(Value::Undefined) | None => {}
                    Some(value) => found.push(value.clone()),
                },
                _ => {}
            }
        }
    }
    match input {
        Value::Object(members) => members.get(name).cloned().unwrap_or(Value::Undefined),
        Value::Array(items) => {
            let mut found = Vec::new();
            gather(items, name, &mut found);
            Value::sequence(found)
        }
        _ => Value::Undefined,
    }
}

pub(super) fn lookup_function(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let name = text(&args, 1)?.unwrap_or_else(|| Rc::from("undefined"));
    Ok(lookup(&argument(&args, 0), &name))
}

pub(super) fn keys(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    fn gather(value: &Value, names: &mut Members) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| gather(item, names)),
            Value::Object(members) => {
                members.iter().for_each(|(name, _)| names.insert(Rc::clone(name), Value::Null));
            }
            _ => {}
        }
    }
    let mut names = Members::default();
    gather(&argument(&args, 0), &mut names);
    Ok(Value::sequence(names.iter().map(|(name, _)| Value::String(Rc::clone(name))).collect()))
}

pub(super) fn spread(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    fn parts(value: &Value, found: &mut Vec<Value>) {
        match value {
            Value::Undefined => {}
            Value::Array(items) => items.iter().for_each(|item| parts(item, found)),
            Value::Object(members) => found.extend(
                members.iter().map(|(name, value)| Value::object(Members::of([(Rc::clone(name), value.clone())]))),
            ),
            other => found.push(other.clone()),
        }
    }
    let value = argument(&args, 0);
    let mut found = Vec::new();
    Ok(match &value {
        Value::Array(items) if !items.is_empty() => {
            parts(&value, &mut found);
            Value::array(found)
        }
        Value::Array(_) | Value::Object(_) => {
            parts(&value, &mut found);
            Value::sequence(found)
        }
        _ => value,
    })
}

pub(super) fn merge(_: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(items) = super::items(&mut args, 0) else { return Ok(Value::Undefined) };
    let mut items = items.into_iter();
    let mut whole = match items.next() {
        Some(Value::Object(first)) => Rc::unwrap_or_clone(first),
        _ => Members::default(),
    };
    for item in items {
        if let Value::Object(members) = item {
            members.iter().for_each(|(name, value)| whole.insert(Rc::clone(name), value.clone()));
        }
    }
    Ok(Value::object(whole))
}

pub(super) fn each(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let (object, function) = (argument(&args, 0), function(&args, 1)?);
    let mut found = Vec::new();
    if let Value::Object(members) = &object {
        for (name, value) in members.iter() {
            let value = call_with(evaluator, &function, value, Value::String(Rc::clone(name)), &object)?;
            if !value.is_undefined() {
                found.push(value);
            }
        }
    }
    Ok(Value::sequence(found))
}

pub(super) fn sift(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let object = argument(&args, 0);
    let Value::Object(members) = &object else { return Ok(Value::Undefined) };
    let mut kept = Members::default();
    for (name, value) in members.iter() {
        let function = function(&args, 1)?;
        if boolean(&call_with(evaluator, &function, value, Value::String(Rc::clone(name)), &object)?)? {
            kept.insert(Rc::clone(name), value.clone());
        }
    }
    Ok(if kept.len() == 0 { Value::Undefined } else { Value::object(kept) })
}
