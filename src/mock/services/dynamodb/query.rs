//! `query` and `scan`. The items of an index are in the order in which they came: its sort key is not known.

use super::capacity::size_of;
use super::table::{Item, Table};
use super::{Failure, Request, condition, projection, value};
use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;

const OF_BOTH: [&str; 7] =
    ["ConsistentRead", "ExclusiveStartKey", "FilterExpression", "IndexName", "Limit", "ProjectionExpression", "Select"];

impl Request<'_> {
    pub(super) fn query(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        self.allow(&[&OF_BOTH[..], &["KeyConditionExpression", "ScanIndexForward"]].concat())?;
        let Some(text) = self.text("KeyConditionExpression") else {
            let message =
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.";
            return Err(Failure::validation(message));
        };
        let table = self.table(tables)?;
        let mut expression = self.expression()?;
        let mut items: Vec<&Item> = Vec::new();
        // Read once without an item, so that its placeholders count where the table is empty.
        condition::holds(&mut expression, "KeyConditionExpression", text, &Map::new())?;
        for item in table.items() {
            if condition::holds(&mut expression, "KeyConditionExpression", text, item)? {
                items.push(item);
            }
        }
        if self.text("IndexName").is_none()
            && let Some(first) = items.first()
        {
            let names = table.key_names(first);
            items.sort_by(|left, right| by_key(&names, left, right));
        }
        if self.parameters.get("ScanIndexForward") == Some(&Value::Bool(false)) {
            items.reverse();
        }
        self.page(table, expression, items)
    }

    pub(super) fn scan(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        self.allow(&OF_BOTH)?;
        let table = self.table(tables)?;
        self.page(table, self.expression()?, table.items().iter().collect())
    }

    /// The part of the items that the request wants, behind `ExclusiveStartKey` and up to `Limit`, and the key of the
    /// last one where the limit was reached.
    fn page(&self, table: &Table, mut expression: super::Expression, items: Vec<&Item>) -> Result<Value, Failure> {
        let limit = self.parameters.get("Limit").and_then(Value::as_u64).map(|limit| limit as usize);
        let paths = projection::read(&mut expression, self.text("ProjectionExpression"))?;
        let filter = self.text("FilterExpression");
        let holds = |expression: &mut super::Expression, item: &Item| match filter {
            Some(text) => condition::holds(expression, "FilterExpression", text, item),
            None => Ok(true),
        };
        holds(&mut expression, &Map::new())?;
        expression.all_used()?;
        let start = match self.parameters.get("ExclusiveStartKey").and_then(Value::as_object) {
            None => 0,
            Some(key) => {
                let key = value::item(key)?;
                let has_key = |item: &&Item| {
                    key.iter().all(|(name, wanted)| item.get(name).is_some_and(|value| value::equal(value, wanted)))
                };
                let Some(position) = items.iter().position(has_key) else {
                    return Err(Failure::NotSimulated("an ExclusiveStartKey that no item has".to_owned()));
                };
                position + 1
            }
        };
        let read: Vec<&Item> = items.into_iter().skip(start).take(limit.unwrap_or(usize::MAX)).collect();
        let last = read.last().filter(|_| limit == Some(read.len())).map(|last| table.key_of(last)).transpose()?;
        let scanned = read.len();
        let units = self.read_units(read.iter().map(|item| size_of(item)).sum());
        let mut found = Vec::new();
        for item in read {
            if holds(&mut expression, item)? {
                found.push(Value::Object(projection::project(item, paths.as_ref())));
            }
        }
        let mut response = Map::new();
        response.insert("Count".into(), found.len().into());
        if self.text("Select") != Some("COUNT") {
            response.insert("Items".into(), found.into());
        }
        if let Some(last) = last {
            response.insert("LastEvaluatedKey".into(), last.into());
        }
        response.insert("ScannedCount".into(), scanned.into());
        self.with_capacity(Value::Object(response), units)
    }
}

/// The order of two items by their key: the partition keys are the same.
fn by_key(names: &[String], left: &Item, right: &Item) -> Ordering {
    let orders = names.iter().map(|name| {
        let values = left.get(name).zip(right.get(name));
        values.and_then(|(left, right)| value::order(left, right)).unwrap_or(Ordering::Equal)
    });
    orders.fold(Ordering::Equal, Ordering::then)
}
