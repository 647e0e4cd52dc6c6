//! Filters: `[?(@.price < 10 && @.isbn)]`.

use super::{Path, evaluate};
use serde_json::Value;
use std::cmp::Ordering;

/// A condition on one item.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::expr) enum Filter {
    Or(Vec<Filter>),
    And(Vec<Filter>),
    Not(Box<Filter>),
    Exists(Operand),
    Compare { left: Operand, comparator: Comparator, right: Operand },
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::expr) enum Operand {
    /// A path from the item: `@.a`.
    Current(Path),
    /// A path from the whole: `$.a`.
    Root(Path),
    Value(Value),
    /// The inside of `/…/`, flags included.
    Pattern(String),
}

/// The comparators of Jayway's README.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::expr) enum Comparator {
    Equal,
    TypeSafeEqual,
    NotEqual,
    TypeSafeNotEqual,
    LessOrEqual,
    Less,
    GreaterOrEqual,
    Greater,
    Matches,
    NotIn,
    In,
    SubsetOf,
    AnyOf,
    NoneOf,
    Contains,
    Size,
    Empty,
}

impl Comparator {
    /// Longer spellings before those they begin with.
    pub(super) const ALL: [Self; 17] = [
        Self::TypeSafeEqual,
        Self::Equal,
        Self::TypeSafeNotEqual,
        Self::NotEqual,
        Self::LessOrEqual,
        Self::Less,
        Self::GreaterOrEqual,
        Self::Greater,
        Self::Matches,
        Self::NotIn,
        Self::In,
        Self::SubsetOf,
        Self::AnyOf,
        Self::NoneOf,
        Self::Contains,
        Self::Size,
        Self::Empty,
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::TypeSafeEqual => "===",
            Self::NotEqual => "!=",
            Self::TypeSafeNotEqual => "!==",
            Self::LessOrEqual => "<=",
            Self::Less => "<",
            Self::GreaterOrEqual => ">=",
            Self::Greater => ">",
            Self::Matches => "=~",
            Self::NotIn => "nin",
            Self::In => "in",
            Self::SubsetOf => "subsetof",
            Self::AnyOf => "anyof",
            Self::NoneOf => "noneof",
            Self::Contains => "contains",
            Self::Size => "size",
            Self::Empty => "empty",
        }
    }
}

impl Filter {
    /// Whether the item fulfils the condition. Recurses as deep as the parser let conditions nest.
    pub(super) fn accepts(&self, item: &Value, root: &Value) -> bool {
        match self {
            Self::Or(parts) => parts.iter().any(|part| part.accepts(item, root)),
            Self::And(parts) => parts.iter().all(|part| part.accepts(item, root)),
            Self::Not(inner) => !inner.accepts(item, root),
            Self::Exists(Operand::Value(value)) => value.as_bool().unwrap_or(true),
            Self::Exists(operand) => operand.value(item, root).is_some(),
            Self::Compare { left, comparator, right } => compare(left, *comparator, right, item, root),
        }
    }
}

impl Operand {
    fn value(&self, item: &Value, root: &Value) -> Option<Value> {
        let (path, start) = match self {
            Self::Current(path) => (path, item),
            Self::Root(path) => (path, root),
            Self::Value(value) => return Some(value.clone()),
            Self::Pattern(pattern) => return Some(pattern.as_str().into()),
        };
        let mut found = evaluate::evaluate(&path.steps, start, root).ok()?;
        if path.is_definite() {
            found.pop().map(std::borrow::Cow::into_owned)
        } else if found.is_empty() {
            None
        } else {
            Some(found.into_iter().map(std::borrow::Cow::into_owned).collect())
        }
    }
}

fn compare(left: &Operand, comparator: Comparator, right: &Operand, item: &Value, root: &Value) -> bool {
    let (left_value, right_value) = (left.value(item, root), right.value(item, root));
    let (Some(a), Some(b)) = (&left_value, &right_value) else {
        // What is missing is equal to nothing.
        return matches!(comparator, Comparator::NotEqual | Comparator::TypeSafeNotEqual)
            && left_value.is_some() != right_value.is_some();
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let ordered = |accepted: fn(Ordering) -> bool| order(a, b).is_some_and(accepted);
    match comparator {
        Comparator::Equal => equal(a, b),
        Comparator::NotEqual => !equal(a, b),
        Comparator::TypeSafeEqual => same_type(a, b) && equal(a, b),
        Comparator::TypeSafeNotEqual => !(same_type(a, b) && equal(a, b)),
        Comparator::Less => ordered(Ordering::is_lt),
        Comparator::LessOrEqual => ordered(Ordering::is_le),
        Comparator::Greater => ordered(Ordering::is_gt),
        Comparator::GreaterOrEqual => ordered(Ordering::is_ge),
        Comparator::Matches => matches(left, a, right, b),
        Comparator::In => list(b).iter().any(|entry| equal(a, entry)),
        Comparator::NotIn => !list(b).iter().any(|entry| equal(a, entry)),
        Comparator::SubsetOf => list(a).iter().all(|entry| list(b).contains(entry)),
        Comparator::AnyOf => list(a).iter().any(|entry| list(b).contains(entry)),
        Comparator::NoneOf => !list(a).iter().any(|entry| list(b).contains(entry)),
        Comparator::Contains => match a {
            Value::Array(items) => items.iter().any(|entry| equal(entry, b)),
            Value::String(text) => b.as_str().is_some_and(|part| text.contains(part)),
            _ => false,
        },
        Comparator::Size => length(a).is_some_and(|length| b.as_u64() == Some(length as u64)),
        Comparator::Empty => length(a).is_some_and(|length| b.as_bool() == Some(length == 0)),
    }
}

fn matches(left: &Operand, a: &Value, right: &Operand, b: &Value) -> bool {
    let (pattern, text) = match (left, right) {
        (_, Operand::Pattern(pattern)) => (pattern, a),
        (Operand::Pattern(pattern), _) => (pattern, b),
        _ => return false,
    };
    let text = text.as_str().map_or_else(|| text.to_string(), str::to_owned);
    regex_lite::Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|expression| expression.is_match(&text))
}

fn length(value: &Value) -> Option<usize> {
    match value {
        Value::Array(items) => Some(items.len()),
        Value::String(text) => Some(text.encode_utf16().count()),
        Value::Object(map) => Some(map.len()),
        _ => None,
    }
}

fn same_type(a: &Value, b: &Value) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// Numbers by value, whatever their spelling; the rest as they are.
fn equal(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a.total_cmp(&b).is_eq(),
        _ => a == b,
    }
}

fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64()?.partial_cmp(&b.as_f64()?),
        (Value::String(a), Value::String(b)) => Some(a.encode_utf16().cmp(b.encode_utf16())),
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
        _ => None,
    }
}
