//! The functions on arrays.

use super::{argument, array_argument, integer_argument};
use serde_json::Value;

/// How many items `States.ArrayRange` may make (developer guide).
const MAX_RANGE: i128 = 1000;

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
    // In 128 bits no sum of two of them overflows.
    let (start, end, step) = (i128::from(start), i128::from(end), i128::from(step));
    if (end - start).signum() * step.signum() < 0 {
        return Ok(Value::Array(Vec::new()));
    }
    let last = (end - start) / step;
    if last >= MAX_RANGE {
        return Err(format!("The range must not have more than {MAX_RANGE} items"));
    }
    // What lies between the bounds fits where they fit.
    Ok((0..=last).filter_map(|index| i64::try_from(start + index * step).ok()).collect())
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
    let mut seen = std::collections::BTreeSet::new();
    // Objects are the same in whatever order their members stand.
    let mut is_new = |item: &Value| {
        let mut sorted = item.clone();
        sorted.sort_all_objects();
        seen.insert(sorted.to_string())
    };
    Ok(array_argument(arguments, 0)?.iter().filter(|item| is_new(item)).cloned().collect())
}
