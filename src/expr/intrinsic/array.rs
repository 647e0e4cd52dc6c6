//! The functions on arrays.

use super::{argument, array_argument, integer_argument};
use serde_json::Value;

/// How many items `States.ArrayRange` may make (developer guide).
const MAX_RANGE: i64 = 1000;

pub(super) fn partition(arguments: &[Value]) -> Result<Value, String> {
    let size = integer_argument(arguments, 1)?;
    match usize::try_from(size) {
        Ok(size) if size > 0 => Ok(array_argument(arguments, 0)?.chunks(size).map(<[Value]>::to_vec).collect()),
        _ => Err("The chunk size must be a positive integer".to_owned()),
    }
}

pub(super) fn contains(arguments: &[Value]) -> Result<Value, String> {
    let wanted = argument(arguments, 1)?;
    Ok(array_argument(arguments, 0)?.contains(wanted).into())
}

pub(super) fn range(arguments: &[Value]) -> Result<Value, String> {
    let (start, end, step) =
        (integer_argument(arguments, 0)?, integer_argument(arguments, 1)?, integer_argument(arguments, 2)?);
    if step == 0 {
        return Err("The step must not be 0".to_owned());
    }
    let count = (end.saturating_sub(start) / step).saturating_add(1).max(0);
    if end.saturating_sub(start).signum() * step.signum() < 0 {
        return Ok(Value::Array(Vec::new()));
    }
    if count > MAX_RANGE {
        return Err(format!("The range must not have more than {MAX_RANGE} items"));
    }
    Ok((0..count).map(|index| start + index * step).collect())
}

pub(super) fn get_item(arguments: &[Value]) -> Result<Value, String> {
    let index = integer_argument(arguments, 1)?;
    let items = array_argument(arguments, 0)?;
    let item = usize::try_from(index).ok().and_then(|index| items.get(index));
    item.cloned().ok_or_else(|| format!("The index {index} is out of bounds for an array of {} items", items.len()))
}

pub(super) fn length(arguments: &[Value]) -> Result<Value, String> {
    Ok(array_argument(arguments, 0)?.len().into())
}

pub(super) fn unique(arguments: &[Value]) -> Result<Value, String> {
    let mut seen = std::collections::HashSet::new();
    Ok(array_argument(arguments, 0)?.iter().filter(|item| seen.insert(item.to_string())).cloned().collect())
}
