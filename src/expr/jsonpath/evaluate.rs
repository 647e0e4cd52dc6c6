//! Walking a path through a value, with the errors and the leniency of Jayway's path tokens.

use super::message::{java_class, trodden, written};
use super::{Path, Step, function};
use crate::expr::java_text::java_text;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many values a path may find at one step. A payload of AWS (256 KiB) holds fewer values; what finds more is a
/// chain of deep scans that finds the same values over and over.
const MAX_FOUND: usize = 1_000_000;

type Found<'a> = Vec<Cow<'a, Value>>;

/// The whole value that a path searches: what `$` is in its filters and in the arguments of its functions.
pub(super) struct Document<'r> {
    pub(super) root: &'r Value,
    /// What the `$` paths in filters found, by the address of the path: they are asked again for every item.
    found: RefCell<BTreeMap<usize, Option<Rc<Value>>>>,
}

impl<'r> Document<'r> {
    pub(super) fn new(root: &'r Value) -> Self {
        Self { root, found: RefCell::default() }
    }

    /// What a `$` path of a filter finds.
    pub(super) fn find(&self, path: &Path) -> Option<Rc<Value>> {
        let key = std::ptr::from_ref(path).addr();
        if let Some(found) = self.found.borrow().get(&key) {
            return found.clone();
        }
        let found = path.find(self, self.root, false).ok().map(Rc::new);
        self.found.borrow_mut().insert(key, found.clone());
        found
    }
}

/// The function at the end of a path that starts with `..`: Jayway turns `$..a.sum()` into `$.sum($..a)`, so that the
/// function sees all that was found; any other function is called for each value that its path leads to.
pub(super) fn function_of_scan(steps: &[Step]) -> Option<(&str, &[Step])> {
    match steps {
        [Step::DeepScan, .., Step::Function { name, .. }] => {
            let before = &steps[..steps.len() - 1];
            let plain = before.iter().all(|step| !matches!(step, Step::Function { .. }));
            plain.then_some((name.as_str(), before))
        }
        _ => None,
    }
}

/// All values that the steps lead to. With `required`, a name that is missing anywhere is an error.
pub(super) fn evaluate<'a>(
    steps: &[Step],
    document: &Document<'_>,
    start: &'a Value,
    required: bool,
) -> Result<Found<'a>, String> {
    if let Some((name, before)) = function_of_scan(steps) {
        let list = function::list_argument(name, before, document, start)?;
        return Ok(vec![Cow::Owned(function::call(name, &[list], start)?)]);
    }
    Walk { steps, document, required }.go(0, start, true)
}

struct Walk<'w> {
    steps: &'w [Step],
    document: &'w Document<'w>,
    required: bool,
}

impl Walk<'_> {
    /// Goes from the step at `index` on. Recurses once for each function in the path, and the parser bounds those.
    fn go<'a>(&self, index: usize, start: &'a Value, mut definite: bool) -> Result<Found<'a>, String> {
        let mut found = vec![start];
        for (index, step) in self.steps.iter().enumerate().skip(index) {
            let is_last = index + 1 == self.steps.len();
            if let Step::Function { name, arguments } = step {
                return self.function(index, name, arguments, &found, definite);
            }
            if let Step::Names { names, .. } = step
                && names.len() > 1
                && is_last
            {
                return self.projections(index, names, &found, definite);
            }
            let mut next = Vec::new();
            for value in found {
                self.step(index, value, definite, &mut next)?;
                if next.len() > MAX_FOUND {
                    return Err(format!("The path finds more than {MAX_FOUND} values"));
                }
            }
            definite &= step.is_definite(is_last);
            found = next;
        }
        Ok(found.into_iter().map(Cow::Borrowed).collect())
    }

    fn function<'a>(
        &self,
        index: usize,
        name: &str,
        arguments: &[super::Argument],
        found: &[&Value],
        definite: bool,
    ) -> Result<Found<'a>, String> {
        let arguments = function::values(name, arguments, self.document)?;
        let mut results = Vec::new();
        for model in found {
            let result = function::call(name, &arguments, model)?;
            if index + 1 == self.steps.len() {
                results.push(Cow::Owned(result));
            } else {
                let rest = self.go(index + 1, &result, definite)?;
                results.extend(rest.into_iter().map(|value| Cow::Owned(value.into_owned())));
            }
        }
        Ok(results)
    }

    /// `['a','b']` at the end of a path: one object of the members that exist. After `..` all of them have to.
    fn projections<'a>(
        &self,
        index: usize,
        names: &[String],
        found: &[&'a Value],
        definite: bool,
    ) -> Result<Found<'a>, String> {
        let all = self.is_scanned(index);
        let mut projected = Vec::new();
        for value in found {
            let Some(map) = value.as_object() else {
                self.refuse_unless(!definite, || self.no_object(index, value))?;
                continue;
            };
            let merged: Map<String, Value> =
                names.iter().filter_map(|name| Some((name.clone(), map.get(name)?.clone()))).collect();
            let complete = names.iter().all(|name| map.contains_key(name));
            self.refuse_unless(complete || !self.required, || self.missing(index, &names.join("', '")))?;
            if complete || !all {
                projected.push(Cow::Owned(Value::Object(merged)));
            }
        }
        Ok(projected)
    }

    fn is_scanned(&self, index: usize) -> bool {
        index > 0 && matches!(self.steps[index - 1], Step::DeepScan)
    }

    fn refuse_unless(&self, fine: bool, reason: impl FnOnce() -> String) -> Result<(), String> {
        if fine { Ok(()) } else { Err(reason()) }
    }

    fn missing(&self, index: usize, name: &str) -> String {
        format!("Missing property in path {}['{name}']", trodden(&self.steps[..index]))
    }

    fn no_object(&self, index: usize, value: &Value) -> String {
        format!(
            "Expected to find an object with property {} in path {} but found '{}'. This is not a json object",
            self.steps[index],
            trodden(&self.steps[..index]),
            java_class(value)
        )
    }

    fn array<'a>(&self, index: usize, value: &'a Value, definite: bool) -> Result<&'a [Value], String> {
        match value {
            Value::Array(items) => Ok(items),
            _ if !definite => Ok(&[]),
            Value::Null => Err(format!("The path {} is null", trodden(&self.steps[..index]))),
            other => Err(format!(
                "Filter: {} can only be applied to arrays. Current context is: {}",
                written(&self.steps[index..]).trim_start_matches('$'),
                java_text(other)
            )),
        }
    }

    fn step<'a>(
        &self,
        index: usize,
        value: &'a Value,
        definite: bool,
        found: &mut Vec<&'a Value>,
    ) -> Result<(), String> {
        match &self.steps[index] {
            Step::Names { names, .. } => {
                let Some(map) = value.as_object() else {
                    return self.refuse_unless(!definite, || self.no_object(index, value));
                };
                let is_last = index + 1 == self.steps.len();
                for name in names {
                    match map.get(name) {
                        Some(member) => found.push(member),
                        None if self.required || (definite && names.len() == 1 && !is_last) => {
                            return Err(self.missing(index, name));
                        }
                        None => {}
                    }
                }
            }
            Step::Indexes(indexes) => {
                let items = self.array(index, value, definite)?;
                found.extend(indexes.iter().filter_map(|index| item(items, *index)));
            }
            Step::Slice { start, end } => found.extend(slice(self.array(index, value, definite)?, *start, *end)),
            Step::Wildcard => found.extend(children(value)),
            Step::DeepScan => scan(value, found),
            Step::Filter(filter) => match value {
                Value::Object(_) if filter.accepts(value, self.document) => found.push(value),
                // After `..` Jayway asks the array itself before it asks its items.
                Value::Array(_) if self.is_scanned(index) && !filter.accepts(value, self.document) => {}
                Value::Array(items) => found.extend(items.iter().filter(|item| filter.accepts(item, self.document))),
                Value::Object(_) => {}
                primitive => self.refuse_unless(!definite, || {
                    format!(
                        "Filter: {} can not be applied to primitives. Current context is: {}",
                        written(&self.steps[index..]).trim_start_matches('$'),
                        java_text(primitive)
                    )
                })?,
            },
            Step::Function { .. } => {}
        }
        Ok(())
    }
}

/// The item at an index; a negative one counts from the end.
fn item(items: &[Value], index: i64) -> Option<&Value> {
    let index = if index < 0 { items.len() as i64 + index } else { index };
    items.get(usize::try_from(index).ok()?)
}

/// Jayway's slice: with one bound, a negative one counts from the end; with both, the indexes between them are
/// followed as they are, so `[1:-1]` is empty and `[-1:1]` wraps from the last item to the first.
fn slice(items: &[Value], start: Option<i64>, end: Option<i64>) -> Vec<&Value> {
    let length = items.len() as i64;
    let from_end = |bound: i64| if bound < 0 { (length + bound).max(0) } else { bound };
    let (start, end) = match (start, end) {
        // Indexes before the first item lead nowhere.
        (Some(start), Some(end)) => (start.max(-length), end.min(length)),
        (start, end) => (from_end(start.unwrap_or(0)), from_end(end.unwrap_or(length)).min(length)),
    };
    (start..end).filter_map(|index| item(items, index)).collect()
}

/// The items of an array, the members of an object.
pub(super) fn children(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(map) => map.values().collect(),
        _ => Vec::new(),
    }
}

/// The arrays and objects in a value, itself included, each before what it holds.
fn scan<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        if value.is_array() || value.is_object() {
            found.push(value);
            open.extend(children(value).into_iter().rev());
        }
    }
}
