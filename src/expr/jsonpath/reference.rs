//! Following a reference path: writing to the place that it names (`ResultPath`), and telling where it leads nowhere
//! (`ItemsPath`).

use super::{Path, Root, Step};
use serde_json::{Map, Value};

/// Puts `value` where the reference path points, making objects on the way where there is nothing yet
/// (specification, "ResultPath").
///
/// # Errors
/// When the path does not start with `$` alone, leads into something that is no object, or leads to an array index that
/// does not exist (a negative one never does): the step that could not be applied, as AWS names it, or the whole path
/// when it is no reference path below `$`.
pub fn set_at(path: &Path, target: &Value, value: Value) -> Result<Value, String> {
    if *path.root() != Root::Input || !path.is_reference() {
        return Err(path.text.clone());
    }
    // The way down, then the copies on the way back: what is replaced is not copied, as it may be most of the data.
    let mut passed = Vec::with_capacity(path.steps.len());
    let mut place = target;
    for step in &path.steps {
        let around = place;
        let found = match step {
            Step::Names(names) => {
                let name = names.first().map(String::as_str).unwrap_or_default();
                if !around.is_null() && !around.is_object() {
                    return Err(name.to_owned());
                }
                around.get(name)
            }
            Step::Indexes(indexes) => {
                let index = indexes.first().copied().unwrap_or_default();
                let item = usize::try_from(index).ok().and_then(|index| around.as_array()?.get(index));
                Some(item.ok_or_else(|| format!("[{index}]"))?)
            }
            _ => return Err(path.text.clone()),
        };
        passed.push((step, around));
        place = found.unwrap_or(&Value::Null);
    }
    Ok(passed.into_iter().rev().fold(value, |inner, (step, around)| with_part(around, step, inner)))
}

/// A copy of a value in which the part that a step leads to is another one.
fn with_part(around: &Value, step: &Step, part: Value) -> Value {
    let mut part = Some(part);
    if let (Step::Indexes(indexes), Value::Array(items)) = (step, around) {
        let place = indexes.first().and_then(|index| usize::try_from(*index).ok());
        let copy = |(index, item): (usize, &Value)| {
            if Some(index) == place { part.take().unwrap_or_default() } else { item.clone() }
        };
        return items.iter().enumerate().map(copy).collect();
    }
    let name = match step {
        Step::Names(names) => names.first().map(String::as_str).unwrap_or_default(),
        _ => "",
    };
    let nothing = Map::new();
    let members = around.as_object().unwrap_or(&nothing);
    let mut copy = Map::with_capacity(members.len() + 1);
    for (key, member) in members {
        let value = if key == name { part.take().unwrap_or_default() } else { member.clone() };
        copy.insert(key.clone(), value);
    }
    if let Some(part) = part {
        copy.insert(name.to_owned(), part);
    }
    Value::Object(copy)
}

/// The first step of a reference path that finds nothing, as AWS names it (`name` or `[0]`); none when all do, or when it
/// is no reference path.
pub fn broken_step(path: &Path, start: &Value) -> Option<String> {
    let mut place = start;
    for step in path.steps.iter().filter(|_| path.is_reference()) {
        let next = match step {
            Step::Names(names) => place.get(names.first()?),
            Step::Indexes(indexes) => {
                usize::try_from(*indexes.first()?).ok().and_then(|index| place.as_array()?.get(index))
            }
            _ => return None,
        };
        match (next, step) {
            (Some(next), _) => place = next,
            (None, Step::Names(names)) => return names.first().cloned(),
            (None, other) => return Some(other.to_string()),
        }
    }
    None
}
