//! Ordering.

use super::Evaluator;
use super::operators::text_order;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::syntax::SortTerm;
use crate::expr::jsonata::value::{Tuple, Value};
use std::cmp::Ordering;
use std::rc::Rc;

impl Evaluator {
    /// What a step `^( )` makes of its input.
    pub(super) fn sort_step(&self, terms: &[SortTerm], input: Value, frame: &Rc<Frame>) -> Outcome<Value> {
        match &input {
            Value::Array(items) if items.len() > 1 => {
                let keyed = items.iter().map(|item| Ok((self.keys_of(terms, item, frame)?, item.clone())));
                let sorted = self.sorted(keyed.collect::<Outcome<_>>()?, terms)?;
                Ok(Value::array(sorted))
            }
            _ => Ok(input),
        }
    }

    pub(super) fn sort_tuples(&self, terms: &[SortTerm], tuples: Vec<Tuple>, frame: &Rc<Frame>) -> Outcome<Vec<Tuple>> {
        let keyed = tuples.into_iter().map(|tuple| {
            let inner = Frame::with(frame, tuple.bindings.clone());
            Ok((self.keys_of(terms, &tuple.value, &inner)?, tuple))
        });
        self.sorted(keyed.collect::<Outcome<_>>()?, terms)
    }

    fn keys_of(&self, terms: &[SortTerm], item: &Value, frame: &Rc<Frame>) -> Outcome<Vec<Outcome<Value>>> {
        // A later key that fails does so only when the earlier ones do not decide.
        let keys = terms.iter().map(|term| self.evaluate(&term.expression, item, frame));
        Ok(keys.collect())
    }

    fn sorted<T>(&self, keyed: Vec<(Vec<Outcome<Value>>, T)>, terms: &[SortTerm]) -> Outcome<Vec<T>> {
        let sorted = merge_sort(keyed, &mut |(left, _), (right, _)| is_behind(left, right, terms))?;
        Ok(sorted.into_iter().map(|(_, item)| item).collect())
    }
}

/// Whether the left one of two comes behind the right one.
fn is_behind(left: &[Outcome<Value>], right: &[Outcome<Value>], terms: &[SortTerm]) -> Outcome<bool> {
    for ((left, right), term) in left.iter().zip(right).zip(terms) {
        let (left, right) = (left.as_ref().map_err(Clone::clone)?, right.as_ref().map_err(Clone::clone)?);
        let order = match (left, right) {
            (Value::Undefined, Value::Undefined) => Ordering::Equal,
            // What has no value comes last, descending or not.
            (Value::Undefined, _) => return Ok(true),
            (_, Value::Undefined) => return Ok(false),
            (Value::Number(left), Value::Number(right)) => left.partial_cmp(right).unwrap_or(Ordering::Greater),
            (Value::String(left), Value::String(right)) => text_order(left, right),
            (Value::Number(_) | Value::String(_), Value::Number(_) | Value::String(_)) => {
                return Err(Fault::new("T2007").with(left).and(right));
            }
            (Value::Number(_) | Value::String(_), other) | (other, _) => return Err(Fault::new("T2008").with(other)),
        };
        match if term.descending { order.reverse() } else { order } {
            Ordering::Equal => {}
            order => return Ok(order == Ordering::Greater),
        }
    }
    Ok(false)
}

/// Sorts by a comparison that may fail. What is equal keeps its order.
pub(in super::super) fn merge_sort<T>(
    mut items: Vec<T>,
    is_behind: &mut dyn FnMut(&T, &T) -> Outcome<bool>,
) -> Outcome<Vec<T>> {
    if items.len() <= 1 {
        return Ok(items);
    }
    // Halves of halves: recursion is as deep as the logarithm of the length.
    let right = items.split_off(items.len() / 2);
    let left = merge_sort(items, is_behind)?;
    let right = merge_sort(right, is_behind)?;
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        let next = if is_behind(first, second)? { right.next() } else { left.next() };
        merged.extend(next);
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}
