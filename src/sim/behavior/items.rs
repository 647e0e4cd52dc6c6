//! The items of a Map: where they come from, and what `ItemSelector` and `ItemBatcher` make of them
//! (developer guide, "Processing input and output of a Map state").

use super::super::context::item_context;
use super::super::failure::Failure;
use super::super::item_batcher;
use super::super::runner::Runner;
use super::super::token::{BatchNumbers, Item, Preparing, Token};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Where items are from that the state's input holds (context object, `Map.Item.Source`).
const STATE_DATA: &str = "STATE_DATA";

impl Item {
    pub(in crate::sim) fn of(value: Value) -> Self {
        Self { value: Arc::new(value), key: None, source: None }
    }
}

impl Runner<'_> {
    /// The items that the state's own data holds: `ItemsPath` or `Items`, else all of the input.
    pub(super) fn state_items(&mut self, token: &Token) -> Result<Vec<Item>, Failure> {
        let definition = self.definition(token);
        let items = if definition.is_jsonata() {
            match definition.field("Items") {
                None => Arc::clone(&token.input),
                Some(field) => {
                    let items = self.evaluated(token, field, "Items")?;
                    let is_right = items.is_array() || (items.is_object() && definition.is_distributed());
                    if !is_right {
                        return Err(self.type_failure(token, field, "Items", "array", &items));
                    }
                    Arc::new(items)
                }
            }
        } else {
            let input = self.effective_input(token)?;
            match definition.text("ItemsPath") {
                None => Arc::clone(&input),
                Some(path) => {
                    let items = Arc::new(self.select_items(token, path, &input)?);
                    self.stage(token, "afterItemsPath", &items);
                    items
                }
            }
        };
        let source = definition.is_distributed().then(|| Arc::from(STATE_DATA));
        let list = iterable(&items, definition.is_distributed()).ok_or_else(|| {
            let reason = format!("Map state input must be an array but was: {items}");
            if definition.is_jsonata() {
                self.evaluation_failure(token, reason, None)
            } else {
                self.runtime(token, reason)
            }
        })?;
        Ok(list.into_iter().map(|item| Item { source: source.clone(), ..item }).collect())
    }

    /// Finds what each iteration gets: the item itself, or what `ItemSelector` makes of it. Says whether that is done:
    /// where the time is up, some are left, but at least one was worked out.
    pub(super) fn select_items_in_time(&mut self, token: &Token, preparing: &mut Preparing) -> Result<bool, Failure> {
        let definition = self.definition(token);
        let Some(selector) = definition.field("ItemSelector").or(definition.field("Parameters")) else {
            // A member of an object comes with its name (observed on AWS: floci-io/floci pull request 1588).
            let own = |item: Item| {
                let value = match &item.key {
                    Some(key) => Arc::new(json!({ "Key": key, "Value": *item.value })),
                    None => Arc::clone(&item.value),
                };
                (item, value)
            };
            preparing.selected.extend(preparing.left.drain(..).rev().map(own));
            return Ok(true);
        };
        let is_jsonata = definition.is_jsonata();
        let input = if is_jsonata { Arc::clone(&token.input) } else { self.effective_input(token)? };
        let mut context = self.context(token);
        let mut states = self.states_of(token, None, None);
        let first = preparing.selected.len();
        while let Some(item) = preparing.left.pop() {
            let index = preparing.selected.len();
            if index > first && (self.is_time_up)() {
                preparing.left.push(item);
                return Ok(false);
            }
            let map = Value::Object(Map::from_iter([("Item".to_owned(), item_context(index, &item))]));
            let value = if is_jsonata {
                states.set_map(&map);
                self.jsonata(token, selector, "ItemSelector", &states)?
            } else {
                if let Some(context) = context.as_object_mut() {
                    context.insert("Map".into(), map);
                }
                self.evaluate_template(token, selector, &input, Some(&context))?
            };
            preparing.selected.push((item, Arc::new(value)));
        }
        self.stage_items(token, "afterItemSelector", &preparing.selected);
        Ok(true)
    }

    /// Items put together into batches, one a child execution.
    pub(super) fn batched_items(
        &mut self,
        token: &Token,
        items: Vec<(Item, Arc<Value>)>,
        most: BatchNumbers,
    ) -> Result<Vec<(Item, Arc<Value>)>, Failure> {
        let definition = self.definition(token);
        let Some(batcher) = definition.field("ItemBatcher").and_then(Value::as_object) else { return Ok(items) };
        let batch_input = match batcher.get("BatchInput") {
            None => None,
            Some(template) if definition.is_jsonata() => {
                Some(self.evaluated(token, template, "ItemBatcher/BatchInput")?)
            }
            Some(template) => {
                let input = self.effective_input(token)?;
                Some(self.evaluate_template(token, template, &input, None)?)
            }
        };
        let values = items.into_iter().map(|(_, input)| input).collect();
        let batches = item_batcher::batches(values, most.items, most.bytes, batch_input.as_ref());
        let batched: Vec<_> = batches.into_iter().map(|batch| (Item::of(Value::Null), Arc::new(batch))).collect();
        self.stage_items(token, "afterItemBatcher", &batched);
        Ok(batched)
    }

    fn stage_items(&mut self, token: &Token, name: &'static str, items: &[(Item, Arc<Value>)]) {
        let all: Value = items.iter().map(|(_, value)| (**value).clone()).collect();
        self.stage(token, name, &Arc::new(all));
    }
}

/// What can be iterated over: an array, or for a distributed Map an object's members.
pub(in crate::sim) fn iterable(items: &Value, takes_objects: bool) -> Option<Vec<Item>> {
    match items {
        Value::Array(list) => Some(list.iter().cloned().map(Item::of).collect()),
        Value::Object(map) if takes_objects => {
            Some(map.iter().map(|(key, value)| Item { key: Some(key.clone()), ..Item::of(value.clone()) }).collect())
        }
        _ => None,
    }
}
