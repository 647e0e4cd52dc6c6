//! JSON files and files with one JSON value a line.

use super::super::behavior::iterable;
use super::super::token::Item;
use crate::text::json;
use serde_json::Value;

/// The value of a JSON text; none where it is broken.
pub(super) fn parse(text: &str) -> Option<Value> {
    let parsed = json::parse(text);
    let root = parsed.tree.root().filter(|_| parsed.errors.is_empty())?;
    Some(parsed.tree.value(text, root))
}

/// The items of a JSON file: the array that it is, or the array or object that `pointer` names in it (RFC 6901).
pub(super) fn read(content: &[u8], pointer: Option<&str>) -> Result<Vec<Item>, String> {
    let text = std::str::from_utf8(content).map_err(|_| "The JSON file is not encoded in UTF-8.".to_owned())?;
    let value = parse(text).ok_or("The file is not valid JSON.")?;
    items_at(&value, pointer).map(|(_, items)| items)
}

/// What `pointer` names in a value, with its items: an array's, or an object's members where there is a pointer.
pub(in crate::sim) fn items_at<'v>(value: &'v Value, pointer: Option<&str>) -> Result<(&'v Value, Vec<Item>), String> {
    let named = match pointer {
        Some(pointer) => {
            value.pointer(pointer).ok_or_else(|| format!("The ItemsPointer '{pointer}' names nothing."))?
        }
        None => value,
    };
    let items = iterable(named, pointer.is_some());
    items.map(|items| (named, items)).ok_or_else(|| "Attempting to map over non-iterable node.".to_owned())
}

/// The items of a file with one JSON value a line; blank lines are skipped.
pub(super) fn read_lines(content: &[u8]) -> Result<Vec<Item>, String> {
    let text = std::str::from_utf8(content).map_err(|_| "The JSONL file is not encoded in UTF-8.".to_owned())?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| {
            parse(line).map(Item::of).ok_or_else(|| format!("Line {} of the JSONL file is not valid JSON.", index + 1))
        })
        .collect()
}
