//! DynamoDB: small tables in memory, empty at the start.
//!
//! - A table exists as soon as it is named. Its key is what the first `Key` of a request names. Until then it is taken to
//!   be `pk` and `sk` (`PK` and `SK`) or `id` (`Id`, `ID`) where the item has these, else the item's first attribute that
//!   is a string, a number or binary.
//! - Items are in the order in which they came; those of a query in the order of the sort key.
//! - Tables have no local secondary index, so that there are no metrics of item collections.
//! - Not simulated, and so an error: the parameters from before expressions (`Expected`, `AttributeUpdates`, …), transactions,
//!   PartiQL, segments of a scan, tables as resources. Sizes are not checked.

mod apply;
mod capacity;
mod condition;
mod expression;
mod number;
mod projection;
mod query;
mod reserved;
mod spelling;
mod table;
mod update;
mod value;

pub(super) use table::Table;

use super::error::ServiceError;
use super::{Call, Reply, identifier, sdk};
use expression::Expression;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use table::Item;

/// Why a request fails.
#[derive(Debug, PartialEq, Eq)]
enum Failure {
    /// A condition does not hold.
    Condition,
    /// The request is refused, in DynamoDB's words.
    Validation(String),
    /// What this file does not do.
    NotSimulated(String),
}

impl Failure {
    fn validation(message: impl Into<String>) -> Self {
        Self::Validation(message.into())
    }

    fn into_error(self, call: &mut Call<'_>) -> ServiceError {
        let (code, message) = match self {
            Self::Condition => ("ConditionalCheckFailedException", "The conditional request failed".to_owned()),
            Self::Validation(message) => ("ValidationException", message),
            Self::NotSimulated(what) => return ServiceError::not_simulated(&what),
        };
        let has_class = code != "ValidationException";
        if call.service.starts_with("aws-sdk:") {
            let class = if has_class { code } else { "DynamoDbException" };
            return ServiceError::sdk(&format!("DynamoDb.{class}"), "DynamoDb", 400, &message, call.random);
        }
        let class = if has_class { code } else { "AmazonDynamoDBException" };
        let id = identifier::request_id("dynamodb", call.random);
        ServiceError::optimized(&format!("DynamoDB.{class}"), "AmazonDynamoDBv2", code, &message, &id)
    }
}

/// Answers a request.
pub(super) fn respond(tables: &mut BTreeMap<String, Table>, call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let is_sdk = call.service.starts_with("aws-sdk:");
    let request = Request { parameters: call.request };
    let result = match (call.action, is_sdk) {
        ("getItem", _) => request.get_item(tables),
        ("putItem", _) => request.put_item(tables),
        ("deleteItem", _) => request.delete_item(tables),
        ("updateItem", _) => request.update_item(tables),
        ("query", true) => request.query(tables),
        ("scan", true) => request.scan(tables),
        ("batchWriteItem", true) => request.batch_write_item(tables),
        // What nothing is remembered of.
        _ => return sdk::shaped(call).map(Reply::from).ok_or_else(|| ServiceError::unknown_action(call)),
    };
    let result = if is_sdk { result.map(spelling::sdk_response) } else { result };
    result.map(Reply::from).map_err(|failure| failure.into_error(call))
}

/// Whether a condition holds: it counts only after all expressions are read.
struct Condition {
    holds: bool,
}

impl Condition {
    fn required(&self) -> Result<(), Failure> {
        if self.holds { Ok(()) } else { Err(Failure::Condition) }
    }
}

/// The parameters of a request.
struct Request<'a> {
    parameters: &'a Value,
}

/// Parameters that every action on one item or table has.
const COMMON: [&str; 5] = [
    "TableName",
    "ExpressionAttributeNames",
    "ExpressionAttributeValues",
    "ReturnConsumedCapacity",
    "ReturnItemCollectionMetrics",
];

impl<'a> Request<'a> {
    fn text(&self, name: &str) -> Option<&'a str> {
        self.parameters.get(name).and_then(Value::as_str)
    }

    /// Refuses parameters that have an effect which is not simulated.
    fn allow(&self, names: &[&str]) -> Result<(), Failure> {
        for name in self.parameters.as_object().into_iter().flat_map(Map::keys) {
            if !COMMON.contains(&name.as_str()) && !names.contains(&name.as_str()) {
                return Err(Failure::NotSimulated(format!("the parameter {name} of DynamoDB")));
            }
        }
        self.wanted_capacity().map(|_| ())
    }

    fn table<'t>(&self, tables: &'t mut BTreeMap<String, Table>) -> Result<&'t mut Table, Failure> {
        let name = match self.parameters.get("TableName") {
            Some(Value::String(name)) => name,
            _ => {
                let text = "Value null at 'tableName' failed to satisfy constraint: Member must not be null";
                return Err(Failure::validation(format!("1 validation error detected: {text}")));
            }
        };
        table::named(tables, name)
    }

    fn key(&self) -> Result<Item, Failure> {
        match self.parameters.get("Key") {
            Some(Value::Object(key)) => value::item(key),
            _ => {
                let text = "Value null at 'key' failed to satisfy constraint: Member must not be null";
                Err(Failure::validation(format!("1 validation error detected: {text}")))
            }
        }
    }

    fn expression(&self) -> Result<Expression, Failure> {
        Expression::new(self.parameters)
    }

    /// Reads the condition of the request, for an item that may not be there.
    fn condition(&self, expression: &mut Expression, item: Option<&Item>) -> Result<Condition, Failure> {
        let Some(text) = self.text("ConditionExpression") else { return Ok(Condition { holds: true }) };
        let empty = Map::new();
        let holds = condition::holds(expression, "ConditionExpression", text, item.unwrap_or(&empty))?;
        Ok(Condition { holds })
    }

    /// The item of a key, if the condition of the request holds for it; for requests with no other expression.
    fn checked_old(&self, table: &Table, key: &Item) -> Result<Option<Item>, Failure> {
        let mut expression = self.expression()?;
        let old = table.find(key).cloned();
        let condition = self.condition(&mut expression, old.as_ref())?;
        expression.all_used()?;
        condition.required()?;
        Ok(old)
    }

    /// The old item, if the request wants it back.
    fn old_attributes(&self, old: Option<Item>) -> Result<Value, Failure> {
        Ok(match (self.text("ReturnValues").unwrap_or("NONE"), old) {
            ("ALL_OLD", Some(old)) => json!({ "Attributes": old }),
            ("NONE" | "ALL_OLD", _) => json!({}),
            _ => return Err(Failure::validation("ReturnValues can only be ALL_OLD or NONE")),
        })
    }

    fn get_item(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        self.allow(&["Key", "ConsistentRead", "ProjectionExpression"])?;
        let table = self.table(tables)?;
        let key = self.key()?;
        table.learn_key(&key)?;
        let mut expression = self.expression()?;
        let paths = projection::read(&mut expression, self.text("ProjectionExpression"))?;
        expression.all_used()?;
        let found = table.find(&key);
        let units = self.read_units(found.map_or(0, capacity::size_of));
        let found = found.map(|item| projection::project(item, paths.as_ref()));
        self.with_capacity(found.map_or_else(|| json!({}), |item| json!({ "Item": item })), units)
    }

    fn put_item(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        let own = ["Item", "ConditionExpression", "ReturnValues", "ReturnValuesOnConditionCheckFailure"];
        self.allow(&own)?;
        let table = self.table(tables)?;
        let Some(Value::Object(item)) = self.parameters.get("Item") else {
            let text = "Value null at 'item' failed to satisfy constraint: Member must not be null";
            return Err(Failure::validation(format!("1 validation error detected: {text}")));
        };
        let item = value::item(item)?;
        let key = table.key_of(&item)?;
        let old = self.checked_old(table, &key)?;
        let units = capacity::write_units([old.as_ref(), Some(&item)]);
        let response = self.old_attributes(old)?;
        table.put(&key, item);
        self.with_capacity(response, units)
    }

    fn delete_item(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        let own = ["Key", "ConditionExpression", "ReturnValues", "ReturnValuesOnConditionCheckFailure"];
        self.allow(&own)?;
        let table = self.table(tables)?;
        let key = self.key()?;
        table.learn_key(&key)?;
        let old = self.checked_old(table, &key)?;
        let units = capacity::write_units([old.as_ref(), None]);
        let response = self.old_attributes(old)?;
        table.delete(&key);
        self.with_capacity(response, units)
    }

    fn update_item(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        let own =
            ["Key", "UpdateExpression", "ConditionExpression", "ReturnValues", "ReturnValuesOnConditionCheckFailure"];
        self.allow(&own)?;
        let table = self.table(tables)?;
        let key = self.key()?;
        table.learn_key(&key)?;
        let mut expression = self.expression()?;
        let old = table.find(&key).cloned();
        let condition = self.condition(&mut expression, old.as_ref())?;
        let base = old.clone().unwrap_or_else(|| key.clone());
        let update = match self.text("UpdateExpression") {
            Some(text) => update::read(&mut expression, text, &base)?,
            None => update::Update::default(),
        };
        expression.all_used()?;
        condition.required()?;
        let (new, touched) = update.apply(&base, &key)?;
        let units = capacity::write_units([old.as_ref(), Some(&new)]);
        let attributes = match self.text("ReturnValues").unwrap_or("NONE") {
            "NONE" => None,
            "ALL_OLD" => old,
            "ALL_NEW" => Some(new.clone()),
            "UPDATED_OLD" => old.map(|old| projection::project(&old, Some(&touched))),
            "UPDATED_NEW" => Some(projection::project(&new, Some(&touched))),
            other => {
                let text =
                    format!("Value '{other}' at 'returnValues' failed to satisfy constraint: Member must satisfy");
                let values = "[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]";
                let text = format!("1 validation error detected: {text} enum value set: {values}");
                return Err(Failure::Validation(text));
            }
        };
        table.put(&key, new);
        let attributes = attributes.filter(|attributes| !attributes.is_empty());
        self.with_capacity(
            attributes.map_or_else(|| json!({}), |attributes| json!({ "Attributes": attributes })),
            units,
        )
    }

    /// Up to 25 puts and deletes, all of which succeed.
    fn batch_write_item(&self, tables: &mut BTreeMap<String, Table>) -> Result<Value, Failure> {
        self.allow(&["RequestItems"])?;
        let wanted = self.wanted_capacity()?;
        let mut capacities = Vec::new();
        let requests = self.parameters.get("RequestItems").and_then(Value::as_object);
        for (name, writes) in requests.into_iter().flatten() {
            let table = table::named(tables, name)?;
            let mut units = 0.0;
            for write in writes.as_array().into_iter().flatten() {
                if let Some(Value::Object(item)) = write.pointer("/PutRequest/Item") {
                    let item = value::item(item)?;
                    let key = table.key_of(&item)?;
                    units += capacity::write_units([table.find(&key), Some(&item)]);
                    table.put(&key, item);
                } else if let Some(Value::Object(key)) = write.pointer("/DeleteRequest/Key") {
                    let key = value::item(key)?;
                    table.learn_key(&key)?;
                    units += capacity::write_units([table.find(&key), None]);
                    table.delete(&key);
                } else {
                    return Err(Failure::NotSimulated("a write request that neither puts nor deletes".to_owned()));
                }
            }
            capacities.push(capacity::consumed(name, units, wanted));
        }
        Ok(match wanted {
            capacity::Wanted::Nothing => json!({ "UnprocessedItems": {} }),
            _ => json!({ "ConsumedCapacity": capacities, "UnprocessedItems": {} }),
        })
    }
}
