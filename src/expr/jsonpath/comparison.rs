//! What the comparators of a filter say of two values (Jayway's `EvaluatorFactory` and `ValueNodes`).

use super::filter::{Comparator, Pattern};
use serde_json::Value;
use std::cmp::Ordering;

/// One side of a comparison when it is asked.
#[derive(Clone, Copy)]
pub(super) enum Side<'v> {
    /// A path that finds nothing.
    Missing,
    Value(&'v Value),
    Pattern(&'v Pattern),
}

/// Whether the comparison holds; `None` where Jayway gives up, which refuses the item whatever else the filter says.
pub(super) fn compare(left: Side<'_>, comparator: Comparator, right: Side<'_>) -> Option<bool> {
    Some(match comparator {
        Comparator::Equal => equal(left, right),
        Comparator::NotEqual => !equal(left, right),
        Comparator::TypeSafeEqual => same_type(left, right) && equal(left, right),
        Comparator::TypeSafeNotEqual => !(same_type(left, right) && equal(left, right)),
        Comparator::Less => order(left, right).is_some_and(Ordering::is_lt),
        Comparator::LessOrEqual => order(left, right).is_some_and(Ordering::is_le),
        Comparator::Greater => order(left, right).is_some_and(Ordering::is_gt),
        Comparator::GreaterOrEqual => order(left, right).is_some_and(Ordering::is_ge),
        Comparator::Matches => matches(left, right),
        Comparator::In => list(right)?.is_some_and(|items| holds(items, left)),
        Comparator::NotIn => !list(right)?.is_some_and(|items| holds(items, left)),
        Comparator::SubsetOf => of_lists(left, right, |own, other| own.iter().all(other))?,
        Comparator::AnyOf => of_lists(left, right, |own, other| own.iter().any(other))?,
        Comparator::NoneOf => of_lists(left, right, |own, other| !own.iter().any(other))?,
        Comparator::Contains => match (left, right) {
            (Side::Value(Value::Array(items)), part) => holds(items, part),
            (Side::Value(Value::String(text)), Side::Value(Value::String(part))) => text.contains(part.as_str()),
            _ => false,
        },
        Comparator::Size => match (length(left), right) {
            (Some(length), Side::Value(Value::Number(size))) => size.as_f64() == Some(length as f64),
            _ => false,
        },
        Comparator::Empty => match (left, right) {
            (Side::Value(Value::Object(map)), Side::Value(Value::Bool(empty))) => map.is_empty() == *empty,
            (_, Side::Value(Value::Bool(empty))) => length(left).is_some_and(|length| (length == 0) == *empty),
            _ => return None,
        },
    })
}

/// The list on one side. `Some(None)` is an object where a list is wanted, which holds nothing; any other value cannot
/// be asked.
#[expect(clippy::option_option, reason = "giving up and having nothing are two answers")]
fn list(side: Side<'_>) -> Option<Option<&[Value]>> {
    match side {
        Side::Value(Value::Array(items)) => Some(Some(items)),
        Side::Value(Value::Object(_)) => Some(None),
        _ => None,
    }
}

fn of_lists(
    left: Side<'_>,
    right: Side<'_>,
    holds_for: impl Fn(&[Value], &dyn Fn(&Value) -> bool) -> bool,
) -> Option<bool> {
    let right = list(right)?;
    let left = list(left)?;
    Some(match (left, right) {
        (Some(own), Some(other)) => holds_for(own, &|item| holds(other, Side::Value(item))),
        _ => false,
    })
}

fn holds(items: &[Value], wanted: Side<'_>) -> bool {
    items.iter().any(|item| equal(wanted, Side::Value(item)))
}

fn matches(left: Side<'_>, right: Side<'_>) -> bool {
    let (pattern, subject) = match (left, right) {
        (Side::Pattern(_), Side::Pattern(_)) => return false,
        (subject, Side::Pattern(pattern)) | (Side::Pattern(pattern), subject) => (pattern, subject),
        _ => return false,
    };
    // What is no scalar is matched as an empty text.
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => String::new(),
    };
    match subject {
        Side::Value(Value::Array(items)) => items.iter().any(|item| pattern.is_match(&text(item))),
        Side::Value(value) => pattern.is_match(&text(value)),
        _ => pattern.is_match(""),
    }
}

/// The length of a text in UTF-16 units, as Java counts, or of an array.
fn length(side: Side<'_>) -> Option<usize> {
    match side {
        Side::Value(Value::Array(items)) => Some(items.len()),
        Side::Value(Value::String(text)) => Some(text.encode_utf16().count()),
        _ => None,
    }
}

/// Jayway has one class of node for arrays and objects.
fn same_type(left: Side<'_>, right: Side<'_>) -> bool {
    match (left, right) {
        (Side::Value(Value::Array(_) | Value::Object(_)), Side::Value(Value::Array(_) | Value::Object(_))) => true,
        (Side::Value(a), Side::Value(b)) => std::mem::discriminant(a) == std::mem::discriminant(b),
        (Side::Missing, Side::Missing) | (Side::Pattern(_), Side::Pattern(_)) => true,
        _ => false,
    }
}

/// Numbers by value, a number and a text by what the left side makes of the right, the rest as they are. What is
/// missing equals nothing, not even what is missing too.
fn equal(left: Side<'_>, right: Side<'_>) -> bool {
    match (left, right) {
        (Side::Value(Value::Number(a)), Side::Value(Value::Number(b))) => {
            a == b || a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| a.total_cmp(&b).is_eq())
        }
        (Side::Value(Value::Number(number)), Side::Value(Value::String(text))) => {
            text.parse::<f64>().is_ok_and(|text| number.as_f64() == Some(text))
        }
        (Side::Value(Value::String(text)), Side::Value(Value::Number(number))) => *text == number.to_string(),
        (Side::Value(a), Side::Value(b)) => a == b,
        (Side::Pattern(a), Side::Pattern(b)) => a == b,
        _ => false,
    }
}

/// Numbers by value; texts, and a text and a number, by their UTF-16 units; nothing else has an order.
fn order(left: Side<'_>, right: Side<'_>) -> Option<Ordering> {
    let (Side::Value(a), Side::Value(b)) = (left, right) else { return None };
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => match (a.as_i64(), b.as_i64()) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => a.as_f64()?.partial_cmp(&b.as_f64()?),
        },
        _ => Some(text(a)?.encode_utf16().cmp(text(b)?.encode_utf16())),
    }
}
