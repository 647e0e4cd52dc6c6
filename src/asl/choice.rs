//! The comparators of Choice rules in the JSONPath language (specification, "Choice rule").

use super::timestamp;
use serde_json::Value;
use std::cmp::Ordering;

/// What kind of values a comparator compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// Strings, in the order of their UTF-16 units, as Java compares them.
    String,
    /// Numbers.
    Numeric,
    /// RFC 3339 timestamps, compared as instants.
    Timestamp,
    /// Truth values.
    Boolean,
}

/// What a comparator asks.
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// The order of two values of one kind.
    Order(Operand, fn(Ordering) -> bool),
    /// A string with `*` for any characters.
    StringMatches,
    /// Whether the variable is there at all.
    IsPresent,
    /// Whether the value is `null`.
    IsNull,
    /// Whether the value is of a kind.
    IsKind(Operand),
}

/// A comparator without its `Path` variant.
#[derive(Clone, Copy, Debug)]
pub struct Comparator {
    /// The field's name.
    pub name: &'static str,
    /// What it asks.
    pub test: Test,
    /// How people write it: `=`, `≥`, …
    pub symbol: &'static str,
}

const fn order(
    name: &'static str,
    operand: Operand,
    symbol: &'static str,
    accepts: fn(Ordering) -> bool,
) -> Comparator {
    Comparator { name, test: Test::Order(operand, accepts), symbol }
}

/// The 23 comparators that take a literal; the 16 that compare two values also come with `Path`, which makes 39.
pub static COMPARATORS: [Comparator; 23] = [
    order("StringEquals", Operand::String, "=", Ordering::is_eq),
    order("StringLessThan", Operand::String, "<", Ordering::is_lt),
    order("StringGreaterThan", Operand::String, ">", Ordering::is_gt),
    order("StringLessThanEquals", Operand::String, "≤", Ordering::is_le),
    order("StringGreaterThanEquals", Operand::String, "≥", Ordering::is_ge),
    order("NumericEquals", Operand::Numeric, "=", Ordering::is_eq),
    order("NumericLessThan", Operand::Numeric, "<", Ordering::is_lt),
    order("NumericGreaterThan", Operand::Numeric, ">", Ordering::is_gt),
    order("NumericLessThanEquals", Operand::Numeric, "≤", Ordering::is_le),
    order("NumericGreaterThanEquals", Operand::Numeric, "≥", Ordering::is_ge),
    order("TimestampEquals", Operand::Timestamp, "=", Ordering::is_eq),
    order("TimestampLessThan", Operand::Timestamp, "<", Ordering::is_lt),
    order("TimestampGreaterThan", Operand::Timestamp, ">", Ordering::is_gt),
    order("TimestampLessThanEquals", Operand::Timestamp, "≤", Ordering::is_le),
    order("TimestampGreaterThanEquals", Operand::Timestamp, "≥", Ordering::is_ge),
    order("BooleanEquals", Operand::Boolean, "=", Ordering::is_eq),
    Comparator { name: "StringMatches", test: Test::StringMatches, symbol: "~" },
    Comparator { name: "IsPresent", test: Test::IsPresent, symbol: "is present" },
    Comparator { name: "IsNull", test: Test::IsNull, symbol: "is null" },
    Comparator { name: "IsString", test: Test::IsKind(Operand::String), symbol: "is a string" },
    Comparator { name: "IsNumeric", test: Test::IsKind(Operand::Numeric), symbol: "is a number" },
    Comparator { name: "IsTimestamp", test: Test::IsKind(Operand::Timestamp), symbol: "is a timestamp" },
    Comparator { name: "IsBoolean", test: Test::IsKind(Operand::Boolean), symbol: "is a boolean" },
];

/// The comparator that a field of a rule names, and whether its operand is a path.
pub fn find(field: &str) -> Option<(&'static Comparator, bool)> {
    if let Some(comparator) = COMPARATORS.iter().find(|comparator| comparator.name == field) {
        return Some((comparator, false));
    }
    let name = field.strip_suffix("Path")?;
    let comparator = COMPARATORS.iter().find(|comparator| comparator.name == name)?;
    matches!(comparator.test, Test::Order(..)).then_some((comparator, true))
}

impl Comparator {
    /// What kind of literal it takes.
    pub fn operand(&self) -> Operand {
        match self.test {
            Test::Order(operand, _) => operand,
            Test::StringMatches => Operand::String,
            Test::IsPresent | Test::IsNull | Test::IsKind(_) => Operand::Boolean,
        }
    }

    /// Whether a value passes. Values of another kind than the comparator's do not, and that is no error.
    pub fn accepts(&self, value: &Value, operand: &Value) -> bool {
        let wanted = operand.as_bool().unwrap_or(true);
        match self.test {
            Test::Order(kind, accepts) => compare(kind, value, operand).is_some_and(accepts),
            Test::StringMatches => {
                matches!((value.as_str(), operand.as_str()), (Some(text), Some(pattern)) if matches_pattern(text, pattern))
            }
            Test::IsPresent => wanted,
            Test::IsNull => value.is_null() == wanted,
            Test::IsKind(kind) => compare(kind, value, value).is_some() == wanted,
        }
    }
}

fn compare(kind: Operand, a: &Value, b: &Value) -> Option<Ordering> {
    match kind {
        Operand::String => Some(a.as_str()?.encode_utf16().cmp(b.as_str()?.encode_utf16())),
        Operand::Numeric => match (a.as_i64(), b.as_i64()) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => a.as_f64()?.partial_cmp(&b.as_f64()?),
        },
        Operand::Timestamp => Some(timestamp::parse(a.as_str()?)?.cmp(&timestamp::parse(b.as_str()?)?)),
        Operand::Boolean => Some(a.as_bool()?.cmp(&b.as_bool()?)),
    }
}

/// `*` stands for any characters; `\*` and `\\` for themselves.
fn matches_pattern(text: &str, pattern: &str) -> bool {
    let mut parts = vec![String::new()];
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '*' => parts.push(String::new()),
            '\\' => {
                if let Some(part) = parts.last_mut() {
                    part.extend(characters.next());
                }
            }
            other => {
                if let Some(part) = parts.last_mut() {
                    part.push(other);
                }
            }
        }
    }
    let last = parts.pop().unwrap_or_default();
    let mut parts = parts.into_iter();
    let Some(first) = parts.next() else { return text == last };
    let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
    for part in parts {
        match rest.find(&part) {
            Some(index) => rest = &rest[index + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(&last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn asks(field: &str, value: Value, operand: Value, expected: bool) {
        assert_eq!(find(field).unwrap().0.accepts(&value, &operand), expected, "{field} {value} {operand}");
    }

    #[test]
    fn there_are_39_of_them() {
        let n_paths =
            COMPARATORS.iter().filter(|comparator| find(&format!("{}Path", comparator.name)).is_some()).count();
        assert_eq!(COMPARATORS.len() + n_paths, 39);
        assert!(find("IsNullPath").is_none());
    }

    #[test]
    fn another_kind_of_value_is_simply_not_matched() {
        asks("NumericEquals", json!("1"), json!(1), false);
        asks("StringEquals", json!(1), json!("1"), false);
        asks("NumericEquals", json!(1), json!(1.0), true);
        asks("StringLessThan", json!("a"), json!("b"), true);
        asks("BooleanEquals", json!(false), json!(false), true);
        asks("TimestampLessThan", json!("2024-01-01T00:00:00Z"), json!("2024-01-01T02:00:00+01:00"), true);
        asks("TimestampEquals", json!("2024-01-01"), json!("2024-01-01"), false);
    }

    #[test]
    fn patterns_and_types() {
        asks("StringMatches", json!("log-1.txt"), json!("log-*.txt"), true);
        asks("StringMatches", json!("log-1.pdf"), json!("log-*.txt"), false);
        asks("StringMatches", json!("a*b"), json!("a\\*b"), true);
        asks("StringMatches", json!("axb"), json!("a\\*b"), false);
        asks("StringMatches", json!("aa"), json!("a*a*a"), false);
        asks("IsNull", Value::Null, json!(true), true);
        asks("IsString", json!(1), json!(false), true);
        asks("IsTimestamp", json!("2024-01-01T00:00:00Z"), json!(true), true);
        asks("IsNumeric", json!("1"), json!(true), false);
    }
}
