//! What the comparators of a filter say of two values. Constants are texts, so `1` and `'1'` are the same; a text is
//! read as what the other side is, but only where the text stands on the right.

use super::decimal::Decimal;
use super::filter::Comparator;
use super::pattern::Pattern;
use super::thrown::{Class, Thrown};
use crate::expr::java_text::{java_number, json_text};
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::rc::Rc;

/// One side of a comparison when it is asked.
pub(super) enum Side<'s> {
    Null,
    Text(Cow<'s, str>),
    Number(Number),
    Bool(bool),
    /// An array, an object, or an integer beyond 64 bits, none of which can be compared.
    Node(Cow<'s, Value>),
    /// One of these that the search keeps.
    Shared(Rc<Cow<'s, Value>>),
    Pattern(&'s Pattern),
}

impl<'s> Side<'s> {
    pub(super) fn of(found: Cow<'s, Value>) -> Self {
        match found {
            Cow::Borrowed(Value::String(text)) => Self::Text(Cow::Borrowed(text)),
            found => match found.as_ref() {
                Value::Null => Self::Null,
                Value::Bool(value) => Self::Bool(*value),
                Value::Number(number) if !is_large(number) => Self::Number(number.clone()),
                Value::String(text) => Self::Text(Cow::Owned(text.clone())),
                _ => Self::Node(found),
            },
        }
    }

    pub(super) fn of_shared(found: Rc<Cow<'s, Value>>) -> Self {
        match &*found {
            Cow::Borrowed(value) => Self::of(Cow::Borrowed(value)),
            // The `null` of a position that the array does not have.
            Cow::Owned(Value::Null) => Self::Null,
            Cow::Owned(_) => Self::Shared(found),
        }
    }

    /// `null`, or the word, in quotes or not.
    fn is_nullish(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text == "null",
            _ => false,
        }
    }

    /// As Java's `toString` writes it.
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Null => Cow::Borrowed("null"),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(java_number(number)),
            Self::Bool(value) => Cow::Owned(value.to_string()),
            Self::Node(value) => Cow::Owned(json_text(value)),
            Self::Shared(value) => Cow::Owned(json_text(value)),
            Self::Pattern(pattern) => Cow::Borrowed(pattern.source()),
        }
    }

    /// What Java calls its class; none for `null` and a pattern.
    fn java_class(&self) -> Option<&'static str> {
        let of_node = |value: &Value| match value {
            Value::Array(_) => "com.fasterxml.jackson.databind.node.ArrayNode",
            Value::Object(_) => "com.fasterxml.jackson.databind.node.ObjectNode",
            _ => "com.fasterxml.jackson.databind.node.BigIntegerNode",
        };
        Some(match self {
            Self::Null | Self::Pattern(_) => return None,
            Self::Text(_) => "java.lang.String",
            Self::Bool(_) => "java.lang.Boolean",
            Self::Number(number) if number.is_f64() => "java.lang.Double",
            Self::Number(number) if number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()) => {
                "java.lang.Integer"
            }
            Self::Number(_) => "java.lang.Long",
            Self::Node(value) => of_node(value),
            Self::Shared(value) => of_node(value),
        })
    }
}

/// Whether it is an integer that Java's `long` does not hold.
fn is_large(number: &Number) -> bool {
    number.is_u64() && number.as_i64().is_none()
}

/// Whether the comparison holds. `is_same` says that both sides are one and the same value.
pub(super) fn compare(
    left: &Side<'_>,
    comparator: Comparator,
    right: &Side<'_>,
    is_same: bool,
) -> Result<bool, Thrown> {
    if comparator == Comparator::Matches {
        return matches(left, right);
    }
    let is_ordering = !matches!(comparator, Comparator::Equal | Comparator::NotEqual);
    if is_ordering && matches!(left, Side::Null) != matches!(right, Side::Null) {
        return Ok(false);
    }
    let order = if is_same { Some(Ordering::Equal) } else { order(right, left)? };
    Ok(order.is_some_and(|order| match comparator {
        Comparator::Equal => order.is_eq(),
        Comparator::NotEqual => order.is_ne(),
        Comparator::Less => order.is_gt(),
        Comparator::LessOrEqual => order.is_ge(),
        Comparator::Greater => order.is_lt(),
        Comparator::GreaterOrEqual => order.is_le(),
        Comparator::Matches => false,
    }))
}

/// How the right side of a comparison stands to what the left side found; none where the engine cannot compare the two,
/// which makes every comparator false, `!=` too.
fn order(right: &Side<'_>, found: &Side<'_>) -> Result<Option<Ordering>, Thrown> {
    match (right.is_nullish(), found.is_nullish()) {
        (true, true) => return Ok(Some(Ordering::Equal)),
        (true, false) => return Ok(Some(Ordering::Less)),
        (false, true) => return Ok(Some(Ordering::Greater)),
        (false, false) => {}
    }
    Ok(Some(match (right, found) {
        (Side::Text(right), Side::Text(found)) => {
            // The only escape there is, and only where it is compared with a text.
            let right = right.replace("\\'", "'");
            right.encode_utf16().cmp(found.encode_utf16())
        }
        (Side::Text(right), Side::Number(found)) => {
            Decimal::parse(right)?.compare(&Decimal::parse(&java_number(found))?)
        }
        (Side::Number(right), Side::Number(found)) => {
            Decimal::parse(&java_number(right))?.compare(&Decimal::parse(&java_number(found))?)
        }
        (Side::Text(right), Side::Bool(found)) => right.eq_ignore_ascii_case("true").cmp(found),
        (Side::Bool(right), Side::Bool(found)) => right.cmp(found),
        _ => return Ok(None),
    }))
}

fn matches(left: &Side<'_>, right: &Side<'_>) -> Result<bool, Thrown> {
    let (pattern, subject) = match (left, right) {
        (Side::Pattern(pattern), subject) | (subject, Side::Pattern(pattern)) => (pattern, subject),
        (Side::Null, Side::Null) => return Ok(false),
        (_, right) => return Err(no_pattern(right)),
    };
    if matches!(subject, Side::Null) { Ok(false) } else { pattern.is_match(&subject.text()) }
}

/// What Java says where a pattern is wanted and something else stands.
fn no_pattern(found: &Side<'_>) -> Thrown {
    const PATTERN: &str = "java.util.regex.Pattern";
    let Some(class) = found.java_class() else {
        let message =
            "Cannot invoke \"java.util.regex.Pattern.matcher(java.lang.CharSequence)\" because \"pattern\" is null";
        return Thrown::new(Class::NullPointer, message);
    };
    let modules = match class.starts_with("java.") {
        true => format!("{class} and {PATTERN} are in module java.base of loader 'bootstrap'"),
        false => format!(
            "{class} is in unnamed module of loader 'app'; {PATTERN} is in module java.base of loader 'bootstrap'"
        ),
    };
    Thrown::new(Class::Cast, format!("class {class} cannot be cast to class {PATTERN} ({modules})"))
}
