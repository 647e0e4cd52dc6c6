//! What a request costs, where it asks for that: `ReturnConsumedCapacity` (developer guide of DynamoDB, "Capacity unit
//! consumption", "DynamoDB item sizes and formats").

use super::table::Item;
use super::value::{bytes, parts};
use super::{Failure, Request};
use serde_json::{Map, Value, json};

/// What one unit reads, in bytes; an eventually consistent read takes half of one.
const READ_UNIT: usize = 4096;

/// What one unit writes, in bytes.
const WRITE_UNIT: usize = 1024;

/// How much of its cost a request wants to know.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Nothing,
    Total,
    Indexes,
}

impl Request<'_> {
    /// How much of its cost the request wants to know.
    pub(super) fn wanted_capacity(&self) -> Result<Wanted, Failure> {
        match self.text("ReturnConsumedCapacity") {
            None | Some("NONE") => Ok(Wanted::Nothing),
            Some("TOTAL") => Ok(Wanted::Total),
            Some("INDEXES") => Ok(Wanted::Indexes),
            Some(other) => {
                let text = format!("Value '{other}' at 'returnConsumedCapacity' failed to satisfy constraint: Member");
                let values = "[INDEXES, TOTAL, NONE]";
                let text = format!("1 validation error detected: {text} must satisfy enum value set: {values}");
                Err(Failure::Validation(text))
            }
        }
    }

    /// What reading so many bytes costs.
    pub(super) fn read_units(&self, size: usize) -> f64 {
        let units = size.div_ceil(READ_UNIT).max(1) as f64;
        let is_consistent = self.parameters.get("ConsistentRead") == Some(&Value::Bool(true));
        if is_consistent { units } else { units / 2.0 }
    }

    /// A response with what the request cost, if that is wanted.
    pub(super) fn with_capacity(&self, mut response: Value, units: f64) -> Result<Value, Failure> {
        let wanted = self.wanted_capacity()?;
        if let (Value::Object(members), Wanted::Total | Wanted::Indexes) = (&mut response, wanted) {
            let table = self.text("TableName").unwrap_or_default();
            members.insert("ConsumedCapacity".into(), consumed(table, units, wanted));
            members.sort_keys();
        }
        Ok(response)
    }
}

/// What a table's part of a request cost.
pub(super) fn consumed(table: &str, units: f64, wanted: Wanted) -> Value {
    let mut members = Map::new();
    members.insert("CapacityUnits".into(), units.into());
    if wanted == Wanted::Indexes {
        members.insert("Table".into(), json!({ "CapacityUnits": units }));
    }
    members.insert("TableName".into(), table.into());
    Value::Object(members)
}

/// What writing costs: the larger of the item before and after.
pub(super) fn write_units(items: [Option<&Item>; 2]) -> f64 {
    let size = items.into_iter().flatten().map(size_of).max().unwrap_or(0);
    size.div_ceil(WRITE_UNIT).max(1) as f64
}

/// The size of an item in bytes: its names and its values.
pub(super) fn size_of(item: &Item) -> usize {
    item.iter().map(|(name, value)| name.len() + size_of_value(value)).sum()
}

/// Recurses as deep as the value nests, which whoever reads JSON bounds.
fn size_of_value(value: &Value) -> usize {
    let texts = |content: &Value| content.as_array().map_or(&[][..], Vec::as_slice).to_vec();
    match parts(value) {
        Some(("S", content)) => content.as_str().map_or(0, str::len),
        Some(("N", content)) => number(content),
        Some(("B", _)) => bytes(value).map_or(0, |bytes| bytes.len()),
        Some(("SS", content)) => texts(content).iter().filter_map(Value::as_str).map(str::len).sum(),
        Some(("NS", content)) => texts(content).iter().map(number).sum(),
        Some(("BS", content)) => texts(content).into_iter().map(|item| size_of_value(&json!({ "B": item }))).sum(),
        // Three bytes, and one for each member.
        Some(("L", content)) => 3 + texts(content).iter().map(|item| 1 + size_of_value(item)).sum::<usize>(),
        Some(("M", Value::Object(members))) => 3 + members.len() + size_of(members),
        Some(_) => 1,
        None => 0,
    }
}

/// About a byte for two significant digits, and one more; another one below zero.
fn number(content: &Value) -> usize {
    let text = content.as_str().unwrap_or_default();
    let digits: String =
        text.split(['e', 'E']).next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    let n_significant = digits.trim_matches('0').len();
    n_significant.div_ceil(2) + 1 + usize::from(text.starts_with('-'))
}
