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
            Step::Names { names, .. } => {
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

/// Where a reference path leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The first step that could not be followed, as AWS names it: `name` or `[0]`.
    pub step: String,
    /// Whether it is the last step, and a position that the array there does not have.
    pub is_past_array: bool,
}

/// The first step of a reference path that finds nothing; none when all do, or when it is no reference path.
pub fn broken_step(path: &Path, start: &Value) -> Option<Broken> {
    let mut place = start;
    for (index, step) in path.steps.iter().enumerate().filter(|_| path.is_reference()) {
        let (next, step) = match step {
            Step::Names { names, .. } => {
                let name = names.first()?;
                (place.get(name), name.clone())
            }
            Step::Indexes(indexes) => (item(place, *indexes.first()?), step.to_string()),
            _ => return None,
        };
        let is_last = index + 1 == path.steps.len();
        match next {
            Some(next) => place = next,
            None => return Some(Broken { is_past_array: is_last && place.is_array() && step.starts_with('['), step }),
        }
    }
    None
}

/// The item at a position, which counts from the end where it is negative.
fn item(place: &Value, index: i64) -> Option<&Value> {
    let items = place.as_array()?;
    let from_start = if index < 0 { i64::try_from(items.len()).ok()?.checked_add(index)? } else { index };
    items.get(usize::try_from(from_start).ok()?)
}
