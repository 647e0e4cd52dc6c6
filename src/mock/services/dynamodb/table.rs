//! A table: its items, and what is known of its key.

use super::super::identifier;
use super::{Failure, value};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// An item: attribute values by name.
pub(super) type Item = Map<String, Value>;

/// A table in memory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(in crate::mock::services) struct Table {
    /// The names of the key's attributes, once a `Key` was seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    key: Vec<String>,
    /// The items in the order in which they came.
    items: Vec<Item>,
}

/// The table of a name or an ARN; made where there is none.
pub(super) fn named<'t>(tables: &'t mut BTreeMap<String, Table>, name: &str) -> Result<&'t mut Table, Failure> {
    let is_arn = name.starts_with("arn:");
    if !is_arn && !name.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.-".contains(letter)) {
        let rule = "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";
        return Err(Failure::validation(format!(
            "1 validation error detected: Value '{name}' at 'tableName' failed to satisfy constraint: {rule}"
        )));
    }
    let name = if is_arn { identifier::last_part(name) } else { name };
    Ok(tables.entry(name.to_owned()).or_default())
}

impl Table {
    /// Takes the attributes of a `Key` as those of the table's key.
    pub(super) fn learn_key(&mut self, key: &Item) -> Result<(), Failure> {
        if self.key.is_empty() {
            self.key = key.keys().cloned().collect();
        }
        if key.len() == self.key.len() && self.key.iter().all(|name| key.contains_key(name)) {
            Ok(())
        } else {
            Err(Failure::validation("The provided key element does not match the schema"))
        }
    }

    /// The names of the key's attributes: learned, or guessed from an item.
    pub(super) fn key_names(&self, item: &Item) -> Vec<String> {
        if !self.key.is_empty() {
            return self.key.clone();
        }
        let has = |name: &&&str| item.get(**name).is_some_and(value::can_be_key);
        for usual in [&["pk", "sk"][..], &["PK", "SK"], &["id"], &["Id"], &["ID"]] {
            let names: Vec<String> = usual.iter().filter(has).map(|name| (*name).to_owned()).collect();
            if names.first().is_some_and(|first| first == usual[0]) {
                return names;
            }
        }
        item.iter().find(|(_, value)| value::can_be_key(value)).map(|(name, _)| name.clone()).into_iter().collect()
    }

    /// The key of an item.
    pub(super) fn key_of(&self, item: &Item) -> Result<Item, Failure> {
        let mut key = Item::new();
        for name in self.key_names(item) {
            let Some(value) = item.get(&name) else {
                let text = "One or more parameter values were invalid: Missing the key";
                return Err(Failure::validation(format!("{text} {name} in the item")));
            };
            key.insert(name, value.clone());
        }
        Ok(key)
    }

    fn position(&self, key: &Item) -> Option<usize> {
        let has_key = |item: &Item| {
            let equal = |(name, wanted)| item.get(name).is_some_and(|value| value::equal(value, wanted));
            !key.is_empty() && key.iter().all(equal)
        };
        self.items.iter().position(has_key)
    }

    /// The item of a key.
    pub(super) fn find(&self, key: &Item) -> Option<&Item> {
        self.items.get(self.position(key)?)
    }

    /// Puts an item in the place of the one that has its key.
    pub(super) fn put(&mut self, key: &Item, item: Item) {
        match self.position(key).and_then(|position| self.items.get_mut(position)) {
            Some(place) => *place = item,
            None => self.items.push(item),
        }
    }

    /// Takes the item of a key away.
    pub(super) fn delete(&mut self, key: &Item) {
        if let Some(position) = self.position(key) {
            self.items.remove(position);
        }
    }

    /// All items.
    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }
}
