//! Functions of arrays.

use super::{Arguments, Evaluator, Fault, Outcome, Value, argument};
use crate::expr::jsonata::evaluator::deep_equal;
use crate::expr::jsonata::members::Members;
use crate::expr::jsonata::number_text::rounded_number_text;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

pub(super) fn count(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    Ok(Value::Number(match args.first() {
        None | Some(Value::Undefined) => 0.0,
        Some(Value::Array(items)) => items.len() as f64,
        Some(_) => 1.0,
    }))
}

pub(super) fn append(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let mut args = args.into_iter();
    let (first, second) = (args.next().unwrap_or(Value::Undefined), args.next().unwrap_or(Value::Undefined));
    if first.is_undefined() {
        return Ok(second);
    }
    if second.is_undefined() {
        return Ok(first);
    }
    let mut list = match first {
        Value::Array(list) => list,
        other => Rc::new(super::super::value::List::new(vec![other], Default::default())),
    };
    let added = second.into_items();
    evaluator.check_length(list.len() + added.len())?;
    // One that nobody else holds grows in place, so that a reduce does not copy it each time.
    Rc::make_mut(&mut list).append(added);
    Ok(Value::Array(list))
}

pub(super) fn reverse(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    Ok(match argument(&args, 0) {
        Value::Array(items) if items.len() > 1 => Value::array(items.iter().rev().cloned().collect()),
        other => other,
    })
}

pub(super) fn zip(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let lists: Vec<&[Value]> = args.iter().map(|argument| argument.as_list().map_or(&[][..], |list| list)).collect();
    let count = lists.iter().map(|list| list.len()).min().unwrap_or_default();
    let row = |index: usize| Value::array(lists.iter().map(|list| list[index].clone()).collect());
    Ok(Value::array((0..count).map(row).collect()))
}

/// A number that is the same for values that are the same. Recurses as deep as they nest, which is bounded.
fn hash(value: &Value, hasher: &mut DefaultHasher) {
    std::mem::discriminant(value).hash(hasher);
    match value {
        Value::Bool(truth) => truth.hash(hasher),
        Value::Number(number) => (number + 0.0).to_bits().hash(hasher),
        Value::String(text) => text.hash(hasher),
        Value::Array(items) => items.iter().for_each(|item| hash(item, hasher)),
        // The order of members does not count.
        Value::Object(members) => members.len().hash(hasher),
        _ => {}
    }
}

pub(super) fn distinct(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let value = argument(&args, 0);
    let Value::Array(items) = &value else { return Ok(value) };
    if items.len() <= 1 {
        return Ok(value);
    }
    let mut kept: Vec<Value> = Vec::new();
    let mut places: HashMap<u64, Vec<usize>> = HashMap::with_capacity(items.len());
    for item in items.iter() {
        evaluator.tick()?;
        let mut hasher = DefaultHasher::new();
        hash(item, &mut hasher);
        let known = places.entry(hasher.finish()).or_default();
        if !known.iter().any(|place| deep_equal(&kept[*place], item)) {
            known.push(kept.len());
            kept.push(item.clone());
        }
    }
    Ok(if items.marks.sequence { Value::sequence(kept) } else { Value::array(kept) })
}

pub(super) fn clone(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    cloned(&argument(&args, 0))
}

/// A copy in which every array and object is there once, as it comes back from JSON. Recurses as deep as it nests, which
/// is bounded.
fn cloned(value: &Value) -> Outcome<Value> {
    Ok(match value {
        Value::Array(items) => {
            let items = match (&items[..], items.marks.wrapper) {
                ([whole], true) => return cloned(whole),
                (items, _) => items,
            };
            let copies = items.iter().map(|item| match item {
                Value::Undefined => Ok(Value::Null),
                other => cloned(other),
            });
            Value::array(copies.collect::<Outcome<_>>()?)
        }
        Value::Object(members) => {
            let mut copy = Members::with_capacity(members.len());
            for (name, member) in members.iter().filter(|(_, member)| !member.is_undefined()) {
                copy.insert(Rc::clone(name), cloned(member)?);
            }
            Value::object(copy)
        }
        Value::Number(number) if number.is_infinite() => return Err(Fault::new("D1001").with(value)),
        Value::Number(number) if number.is_nan() => Value::Null,
        Value::Number(number) => Value::Number(rounded_number_text(*number).parse().unwrap_or(*number)),
        Value::Function(_) => Value::text(""),
        other => other.clone(),
    })
}
