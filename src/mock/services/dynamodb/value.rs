//! Attribute values: one member that names the type, as `{"S": "text"}`.

use super::Failure;
use super::number::Number;
use super::spelling;
use super::table::Item;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use std::cmp::Ordering;

/// The attribute values of an item or key in DynamoDB's spelling; an error for what is no attribute value.
pub(super) fn item(attributes: &Map<String, Value>) -> Result<Item, Failure> {
    attributes.iter().map(|(name, value)| Ok((name.clone(), normalized(value)?))).collect()
}

/// An attribute value in DynamoDB's spelling. Step Functions takes a number or truth value where a text is wanted.
pub(super) fn normalized(value: &Value) -> Result<Value, Failure> {
    let members = value.as_object().filter(|members| !members.is_empty());
    let Some((kind, content)) = members.and_then(|members| members.iter().next()) else {
        let text = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
        return Err(Failure::validation(text));
    };
    if members.is_some_and(|members| members.len() > 1) {
        let text = "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported";
        return Err(Failure::validation(format!("{text} datatypes")));
    }
    let kind = spelling::own_kind(kind);
    let content = match (kind, content) {
        ("S" | "B", _) => scalar(content)?.into(),
        ("N", _) => number(content)?,
        ("SS" | "BS", Value::Array(items)) => items.iter().map(scalar).collect::<Result<Vec<_>, _>>()?.into(),
        ("NS", Value::Array(items)) => items.iter().map(number).collect::<Result<Vec<_>, _>>()?.into(),
        ("L", Value::Array(items)) => items.iter().map(normalized).collect::<Result<Vec<_>, _>>()?.into(),
        ("M", Value::Object(members)) => item(members)?.into(),
        ("BOOL" | "NULL", Value::Bool(_)) => content.clone(),
        _ => return Err(unreadable(value)),
    };
    Ok(json!({ kind: content }))
}

fn unreadable(value: &Value) -> Failure {
    Failure::NotSimulated(format!("the attribute value {value} of DynamoDB"))
}

fn scalar(value: &Value) -> Result<String, Failure> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        _ => Err(unreadable(value)),
    }
}

fn number(value: &Value) -> Result<Value, Failure> {
    let text = scalar(value)?;
    match Number::parse(&text) {
        Ok(number) => Ok(number.text().into()),
        Err(message) => Err(Failure::validation(message)),
    }
}

/// The type and the content.
pub(super) fn parts(value: &Value) -> Option<(&str, &Value)> {
    value.as_object()?.iter().next().map(|(kind, content)| (kind.as_str(), content))
}

/// Whether the type is one that a key can have.
pub(super) fn can_be_key(value: &Value) -> bool {
    matches!(parts(value), Some(("S" | "N" | "B", _)))
}

/// The number that a value of type N has.
pub(super) fn as_number(value: &Value) -> Option<Number> {
    match parts(value) {
        Some(("N", content)) => Number::parse(content.as_str()?).ok(),
        _ => None,
    }
}

/// The order of two values of the same type: strings, numbers, binary.
pub(super) fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (parts(left)?, parts(right)?) {
        (("S", left), ("S", right)) => Some(left.as_str()?.cmp(right.as_str()?)),
        (("N", _), ("N", _)) => Some(as_number(left)?.cmp(&as_number(right)?)),
        (("B", _), ("B", _)) => Some(bytes(left)?.cmp(&bytes(right)?)),
        _ => None,
    }
}

/// The bytes of a value of type B.
pub(super) fn bytes(value: &Value) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(parts(value)?.1.as_str()?).ok()
}

/// Whether two values are the same; sets in any order.
pub(super) fn equal(left: &Value, right: &Value) -> bool {
    let (Some((kind, left_content)), Some((other, right_content))) = (parts(left), parts(right)) else { return false };
    if kind != other {
        return false;
    }
    match (kind, left_content, right_content) {
        ("S" | "N" | "B", ..) => order(left, right).map_or(left == right, Ordering::is_eq),
        ("SS" | "NS" | "BS", Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().all(|member| right.contains(member))
        }
        ("L", Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| equal(left, right))
        }
        ("M", Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(name, value)| right.get(name).is_some_and(|other| equal(value, other)))
        }
        _ => left_content == right_content,
    }
}

/// What `size()` says: characters of a string (UTF-8 bytes), bytes, or members.
pub(super) fn size(value: &Value) -> Option<usize> {
    match parts(value)? {
        ("S", content) => Some(content.as_str()?.len()),
        ("B", _) => Some(bytes(value)?.len()),
        ("SS" | "NS" | "BS" | "L", content) => Some(content.as_array()?.len()),
        ("M", content) => Some(content.as_object()?.len()),
        _ => None,
    }
}
