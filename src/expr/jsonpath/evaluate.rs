//! Walking a path through a value.

use super::{Step, function};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt::Write as _;

type Found<'a> = Vec<Cow<'a, Value>>;

/// All values that the steps lead to. A definite step that leads nowhere before the last is an error, in Jayway's words.
pub(super) fn evaluate<'a>(steps: &[Step], start: &'a Value, root: &Value) -> Result<Found<'a>, String> {
    let mut found = vec![Cow::Borrowed(start)];
    let mut definite = true;
    let mut index = 0;
    while let Some(step) = steps.get(index) {
        let is_last = index + 1 == steps.len();
        if *step == Step::DeepScan {
            definite = false;
            found = found.into_iter().flat_map(descendants).collect();
            index += 1;
            continue;
        }
        if let Step::Function { name, arguments } = step {
            return function::call(name, arguments, found, definite, root).map(|value| vec![Cow::Owned(value)]);
        }
        if let (Step::Filter(filter), Some(Step::DeepScan)) = (step, index.checked_sub(1).map(|before| &steps[before]))
        {
            // A filter after `..` asks each value that was scanned, not its items, which were scanned themselves.
            found.retain(|value| filter.accepts(value, root));
            index += 1;
            continue;
        }
        let mut next = Vec::with_capacity(found.len());
        for value in found {
            step.apply(value, root, &mut next);
        }
        if next.is_empty() && definite && !is_last {
            return Err(format!("Missing property in path {}", canonical(&steps[..=index])));
        }
        definite &= matches!(step, Step::Names(_)) || matches!(step, Step::Indexes(list) if list.len() == 1);
        found = next;
        index += 1;
    }
    Ok(found)
}

/// The path as Jayway writes it in messages: `$['a'][0]`.
pub(super) fn canonical(steps: &[Step]) -> String {
    let mut text = "$".to_owned();
    for step in steps {
        let list = |items: Vec<String>| format!("[{}]", items.join(","));
        let part = match step {
            Step::Names(names) => list(names.iter().map(|name| format!("'{name}'")).collect()),
            Step::Indexes(indexes) => list(indexes.iter().map(i64::to_string).collect()),
            Step::Slice { start, end, .. } => {
                let bound = |bound: &Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
                format!("[{}:{}]", bound(start), bound(end))
            }
            Step::Wildcard => "[*]".to_owned(),
            Step::DeepScan => "..".to_owned(),
            Step::Filter(_) => "[?]".to_owned(),
            Step::Function { name, .. } => format!(".{name}()"),
        };
        // Writing to a String cannot fail.
        let _ = write!(text, "{part}");
    }
    text
}

impl Step {
    fn apply<'a>(&self, value: Cow<'a, Value>, root: &Value, found: &mut Found<'a>) {
        match self {
            Self::Names(names) => match &names[..] {
                [name] => found.extend(member(value, name)),
                names => found.extend(members(&value, names)),
            },
            Self::Indexes(indexes) => {
                let length = value.as_array().map_or(0, Vec::len);
                for index in indexes {
                    let index = if *index < 0 { length as i64 + index } else { *index };
                    found.extend(usize::try_from(index).ok().and_then(|index| item(value.clone(), index)));
                }
            }
            Self::Slice { start, end, step } => {
                let length = value.as_array().map_or(0, Vec::len) as i64;
                let bound = |bound: i64| if bound < 0 { (length + bound).max(0) } else { bound.min(length) };
                let (start, end) = (bound(start.unwrap_or(0)), bound(end.unwrap_or(length)));
                for index in (start..end).step_by(usize::try_from(*step).unwrap_or(1)) {
                    found.extend(item(value.clone(), index as usize));
                }
            }
            Self::Wildcard => found.extend(children(value)),
            Self::Filter(filter) => match &*value {
                Value::Array(_) => found.extend(children(value).into_iter().filter(|item| filter.accepts(item, root))),
                other if filter.accepts(other, root) => found.push(value),
                _ => {}
            },
            Self::DeepScan | Self::Function { .. } => {}
        }
    }
}

fn member<'a>(value: Cow<'a, Value>, name: &str) -> Option<Cow<'a, Value>> {
    match value {
        Cow::Borrowed(Value::Object(map)) => map.get(name).map(Cow::Borrowed),
        Cow::Owned(Value::Object(mut map)) => map.swap_remove(name).map(Cow::Owned),
        _ => None,
    }
}

/// Several names make one object of the members that exist.
fn members(value: &Value, names: &[String]) -> Option<Cow<'static, Value>> {
    let map = value.as_object()?;
    let merged: Map<String, Value> =
        names.iter().filter_map(|name| Some((name.clone(), map.get(name)?.clone()))).collect();
    Some(Cow::Owned(Value::Object(merged)))
}

fn item(value: Cow<'_, Value>, index: usize) -> Option<Cow<'_, Value>> {
    match value {
        Cow::Borrowed(Value::Array(items)) => items.get(index).map(Cow::Borrowed),
        Cow::Owned(Value::Array(items)) => items.into_iter().nth(index).map(Cow::Owned),
        _ => None,
    }
}

fn children(value: Cow<'_, Value>) -> Vec<Cow<'_, Value>> {
    match value {
        Cow::Borrowed(Value::Array(items)) => items.iter().map(Cow::Borrowed).collect(),
        Cow::Borrowed(Value::Object(map)) => map.values().map(Cow::Borrowed).collect(),
        Cow::Owned(Value::Array(items)) => items.into_iter().map(Cow::Owned).collect(),
        Cow::Owned(Value::Object(map)) => map.into_iter().map(|(_, item)| Cow::Owned(item)).collect(),
        _ => Vec::new(),
    }
}

/// The value and all below it, each before what it holds.
fn descendants(value: Cow<'_, Value>) -> Vec<Cow<'_, Value>> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        open.extend(children(value.clone()).into_iter().rev());
        found.push(value);
    }
    found
}
