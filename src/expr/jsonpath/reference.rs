//! Writing to the place that a reference path names: `ResultPath`.

use super::{Path, Root, Step};
use serde_json::{Map, Value};

/// Puts `value` where the reference path points, making objects on the way where there is nothing yet
/// (specification, "ResultPath").
///
/// # Errors
/// When the path does not start with `$` alone, leads into something that is no object, or leads to an array index that
/// does not exist (a negative one never does); the text says which part could not be followed.
pub fn set_at(path: &Path, mut target: Value, value: Value) -> Result<Value, String> {
    if *path.root() != Root::Input {
        return Err("a result can only be written below '$'".to_owned());
    }
    if !path.is_reference() {
        return Err("it is not a reference path".to_owned());
    }
    let mut place = &mut target;
    for step in &path.steps {
        place = match step {
            Step::Names { names, .. } => {
                let name = names.first().map(String::as_str).unwrap_or_default();
                if place.is_null() {
                    *place = Value::Object(Map::new());
                }
                place
                    .as_object_mut()
                    .ok_or_else(|| format!("'{name}' is not in an object"))?
                    .entry(name)
                    .or_insert(Value::Null)
            }
            Step::Indexes(indexes) => {
                let index = indexes.first().copied().unwrap_or_default();
                let item = usize::try_from(index).ok().and_then(|index| place.as_array_mut()?.get_mut(index));
                item.ok_or_else(|| format!("there is no item [{index}]"))?
            }
            _ => return Err("it is not a reference path".to_owned()),
        };
    }
    *place = value;
    Ok(target)
}
