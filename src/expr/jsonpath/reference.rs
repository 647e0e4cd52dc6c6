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
pub fn set_at(path: &Path, mut target: Value, value: Value) -> Result<Value, String> {
    if *path.root() != Root::Input || !path.is_reference() {
        return Err(path.text.clone());
    }
    let mut place = &mut target;
    for step in &path.steps {
        place = match step {
            Step::Names(names) => {
                let name = names.first().map(String::as_str).unwrap_or_default();
                if place.is_null() {
                    *place = Value::Object(Map::new());
                }
                place.as_object_mut().ok_or(name)?.entry(name).or_insert(Value::Null)
            }
            Step::Indexes(indexes) => {
                let index = indexes.first().copied().unwrap_or_default();
                let item = usize::try_from(index).ok().and_then(|index| place.as_array_mut()?.get_mut(index));
                item.ok_or_else(|| format!("[{index}]"))?
            }
            _ => return Err(path.text.clone()),
        };
    }
    *place = value;
    Ok(target)
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
