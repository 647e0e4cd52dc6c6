//! Walking a path through a value, one branch after the other as the engine's path tokens call each other, so that an
//! exception ends what it ends there and leaves what was found before. The calls are frames on a stack of their own:
//! neither long paths nor deep values recurse.

use super::message::{names_in_brackets, written};
use super::model::Model;
use super::thrown::{Class, Thrown};
use super::{Path, Step};
use crate::expr::patience;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::iter::Enumerate;
use std::ops::Range;
use std::rc::Rc;

/// How many values a path may find. A payload of AWS (256 KiB) holds fewer values; what finds more is a chain of deep
/// scans that finds the same values over and over, or a slice that starts far before the array.
const MAX_FOUND: usize = 1_000_000;

/// How many values a path may look at on its way.
const MAX_LOOKS: usize = 20_000_000;

type Kept<'v> = Result<Rc<Cow<'v, Value>>, Thrown>;

/// The whole value that a path searches: what `$` is in its filters.
pub(super) struct Document<'v> {
    root: &'v Value,
    /// What the `$` paths in filters found, by their text: they are asked again for every item.
    kept: RefCell<BTreeMap<String, Kept<'v>>>,
}

impl<'v> Document<'v> {
    pub(super) fn new(root: &'v Value) -> Self {
        Self { root, kept: RefCell::default() }
    }

    /// What a `$` path of a filter finds.
    pub(super) fn find(&self, path: &Path) -> Kept<'v> {
        if let Some(kept) = self.kept.borrow().get(&path.text) {
            return kept.clone();
        }
        let found = path.find_from(Model::node(Some(self.root)), self, false).map(Rc::new);
        self.kept.borrow_mut().insert(path.text.clone(), found.clone());
        found
    }
}

/// One part of the way from the start to a value.
enum Piece<'v> {
    /// Where `$` stands: messages begin there.
    Root,
    Member(&'v str),
    Item(i64),
}

/// What is still to be done.
enum Task<'v> {
    /// The step at this index looks at a value; behind the last step, the value is found.
    Look(usize, Model<'v>),
    /// The step at this index looks at each item, or at each whose position is in the range. A wildcard goes on with the
    /// next item where something is not found.
    Items {
        step: usize,
        items: &'v [Value],
        range: Range<i64>,
        is_wildcard: bool,
    },
    /// The step at this index looks at each item as a plain value.
    Plain {
        step: usize,
        items: Enumerate<std::slice::Iter<'v, Value>>,
    },
    Positions {
        step: usize,
        items: &'v [Value],
        next: usize,
    },
    Members {
        step: usize,
        members: serde_json::map::Iter<'v>,
    },
    /// The filter before this index chooses among the items.
    Filtered {
        step: usize,
        items: Enumerate<std::slice::Iter<'v, Value>>,
    },
    /// The step at this index looks at a value and all below it.
    Scan {
        step: usize,
        value: &'v Value,
    },
    ScanItems {
        step: usize,
        items: Enumerate<std::slice::Iter<'v, Value>>,
    },
    ScanMembers {
        step: usize,
        members: serde_json::map::Iter<'v>,
    },
}

/// All values that the steps lead to. With `required`, a name that is missing anywhere is an error.
pub(super) fn evaluate<'v>(
    path: &Path,
    document: &Document<'v>,
    start: Model<'v>,
    required: bool,
) -> Result<Vec<Cow<'v, Value>>, Thrown> {
    let mut walk = Walk { path, document, required, trail: vec![Piece::Root], tasks: Vec::new(), found: Vec::new() };
    walk.push(Task::Look(0, start));
    let mut looks = 0;
    while let Some((task, length)) = walk.tasks.pop() {
        walk.trail.truncate(length);
        looks += 1;
        if looks > MAX_LOOKS || walk.found.len() > MAX_FOUND {
            return Err(Thrown::new(Class::Bound, format!("The path finds more than {MAX_FOUND} values")));
        }
        if let Err(thrown) = walk.perform(task) {
            walk.catch(thrown)?;
        }
    }
    Ok(walk.found)
}

struct Walk<'w, 'v> {
    path: &'w Path,
    document: &'w Document<'v>,
    required: bool,
    trail: Vec<Piece<'v>>,
    /// Tasks with the length that the trail has for them.
    tasks: Vec<(Task<'v>, usize)>,
    found: Vec<Cow<'v, Value>>,
}

impl<'v> Walk<'_, 'v> {
    fn push(&mut self, task: Task<'v>) {
        self.tasks.push((task, self.trail.len()));
    }

    fn push_at(&mut self, piece: Piece<'v>, task: Task<'v>) {
        self.trail.push(piece);
        self.push(task);
    }

    /// Drops what an exception ends: everything, or what hangs on the current item of the nearest wildcard over an array.
    fn catch(&mut self, thrown: Thrown) -> Result<(), Thrown> {
        let is_handler = |task: &Task<'_>| matches!(task, Task::Items { is_wildcard: true, .. });
        let handler = self.tasks.iter().rposition(|(task, _)| is_handler(task));
        match handler.filter(|_| thrown.class == Class::PathNotFound) {
            Some(handler) => {
                self.tasks.truncate(handler + 1);
                Ok(())
            }
            None => Err(thrown),
        }
    }

    /// The way to the current value, as messages write it.
    fn way(&self) -> String {
        let start = self.trail.iter().rposition(|piece| matches!(piece, Piece::Root)).unwrap_or_default();
        let pieces = self.trail[start..].iter().map(|piece| match piece {
            Piece::Root => "$".to_owned(),
            Piece::Member(name) => format!("['{name}']"),
            Piece::Item(index) => format!("[{index}]"),
        });
        pieces.collect()
    }

    fn perform(&mut self, task: Task<'v>) -> Result<(), Thrown> {
        patience::tick();
        match task {
            Task::Look(step, model) => return self.look(step, model),
            Task::Items { step, items, mut range, is_wildcard } => {
                if let Some(index) = range.next() {
                    self.push(Task::Items { step, items, range, is_wildcard });
                    self.push_at(Piece::Item(index), Task::Look(step, item(items, index)));
                }
            }
            Task::Plain { step, mut items } => {
                if let Some((index, value)) = items.next() {
                    self.push(Task::Plain { step, items });
                    self.push_at(Piece::Item(index as i64), Task::Look(step, Model::plain(value)));
                }
            }
            Task::Positions { step, items, next } => {
                if let Some(Step::Indexes(indexes)) = self.path.steps.get(step - 1)
                    && let Some(index) = indexes.get(next).copied()
                {
                    self.push(Task::Positions { step, items, next: next + 1 });
                    self.push_at(Piece::Item(index), Task::Look(step, item(items, index)));
                }
            }
            Task::Members { step, mut members } => {
                if let Some((name, value)) = members.next() {
                    self.push(Task::Members { step, members });
                    self.push_at(Piece::Member(name), Task::Look(step, Model::plain(value)));
                }
            }
            Task::Filtered { step, mut items } => {
                if let Some((index, value)) = items.next() {
                    let is_accepted = self.accepts(step - 1, Model::plain(value))?;
                    self.push(Task::Filtered { step, items });
                    if is_accepted {
                        self.push_at(Piece::Item(index as i64), Task::Look(step, Model::node(Some(value))));
                    }
                }
            }
            Task::Scan { step, value } => return self.scan(step, value),
            Task::ScanItems { step, mut items } => {
                if let Some((index, value)) = items.next() {
                    self.push(Task::ScanItems { step, items });
                    self.push_at(Piece::Item(index as i64), Task::Scan { step, value });
                }
            }
            Task::ScanMembers { step, mut members } => {
                if let Some((name, value)) = members.next() {
                    self.push(Task::ScanMembers { step, members });
                    self.push_at(Piece::Member(name), Task::Scan { step, value });
                }
            }
        }
        Ok(())
    }

    fn accepts(&self, step: usize, model: Model<'v>) -> Result<bool, Thrown> {
        match &self.path.steps[step] {
            Step::Filter(filter) => filter.accepts(model, self.document),
            _ => Ok(false),
        }
    }

    fn look(&mut self, step: usize, model: Model<'v>) -> Result<(), Thrown> {
        let path = self.path;
        let next = step + 1;
        match path.steps.get(step) {
            None => self.found.push(model.value.map_or(Cow::Owned(Value::Null), Cow::Borrowed)),
            Some(Step::Root) => self.push_at(Piece::Root, Task::Look(next, model)),
            Some(Step::Names(names)) => return self.names(step, names, model),
            Some(Step::Wildcard) => match model.value {
                Some(Value::Array(items)) => self.items(next, items, 0..items.len() as i64, true),
                Some(Value::Object(map)) => self.push(Task::Members { step: next, members: map.iter() }),
                _ => {}
            },
            Some(Step::DeepScan) => {
                if let Some(value) = model.value {
                    self.push(Task::Scan { step: next, value });
                }
            }
            Some(Step::Filter(_)) => match model.value {
                Some(Value::Object(_)) => {
                    if self.accepts(step, model)? {
                        self.push(Task::Look(next, model));
                    }
                }
                Some(Value::Array(items)) => {
                    self.push(Task::Filtered { step: next, items: items.iter().enumerate() });
                }
                _ => {
                    return Err(Thrown::invalid(format!(
                        "Filter: {} can not be applied to primitives. Current context is: {}",
                        written(&path.steps[step..]),
                        model.text()
                    )));
                }
            },
            Some(Step::Indexes(_)) => {
                let items = self.array(step, model)?;
                self.push(Task::Positions { step: next, items, next: 0 });
            }
            Some(Step::FromEnd(offset)) => {
                let items = self.array(step, model)?;
                let index = items.len() as i64 + offset;
                self.items(next, items, index..index + 1, false);
            }
            Some(Step::Slice { start, end }) => {
                let items = self.array(step, model)?;
                self.items(next, items, slice(items.len() as i64, *start, *end), false);
            }
        }
        Ok(())
    }

    fn items(&mut self, step: usize, items: &'v [Value], range: Range<i64>, is_wildcard: bool) {
        self.push(Task::Items { step, items, range, is_wildcard });
    }

    fn array(&self, step: usize, model: Model<'v>) -> Result<&'v [Value], Thrown> {
        match model.value {
            Some(Value::Array(items)) => Ok(items),
            _ if model.is_java_null() => Err(Thrown::not_found(format!("The path {} is null", self.way()))),
            _ => Err(Thrown::invalid(format!(
                "Filter: {} can only be applied to arrays. Current context is: {}",
                written(&self.path.steps[step..]),
                model.text()
            ))),
        }
    }

    fn names(&mut self, step: usize, names: &[String], model: Model<'v>) -> Result<(), Thrown> {
        let way = |walk: &Self| format!("{}{}", walk.way(), names_in_brackets(names));
        let Some(Value::Object(map)) = model.value else {
            let names = names_in_brackets(names);
            return Err(Thrown::not_found(format!("Property {names} not found in path {}", self.way())));
        };
        let is_leaf = step + 1 == self.path.steps.len();
        let [name] = names else {
            if !is_leaf {
                let message = format!("Multi properties can only be used as path leafs: {}", way(self));
                return Err(Thrown::invalid(message));
            }
            if self.required && !names.iter().all(|name| map.contains_key(name)) {
                return Err(Thrown::not_found(format!("Missing property in path {}", way(self))));
            }
            let member = |name: &String| Some((name.clone(), map.get(name)?.clone()));
            let merged: Map<String, Value> = names.iter().filter_map(member).collect();
            self.found.push(Cow::Owned(Value::Object(merged)));
            return Ok(());
        };
        match map.get_key_value(name) {
            Some((name, value)) => self.push_at(Piece::Member(name), Task::Look(step + 1, Model::plain(value))),
            None if is_leaf => return Err(Thrown::not_found(format!("No results for path: {}", way(self)))),
            None if self.required || self.path.is_definite_from(step.saturating_sub(1)) => {
                return Err(Thrown::not_found(format!("Missing property in path {}", way(self))));
            }
            None => {}
        }
        Ok(())
    }

    /// A value and all below it, each before what it holds. Where the step is not the last, the engine lets the step
    /// after it look at every item of an array, whatever the step itself says.
    fn scan(&mut self, step: usize, value: &'v Value) -> Result<(), Thrown> {
        let (task, items) = match value {
            Value::Array(items) => (Task::ScanItems { step, items: items.iter().enumerate() }, Some(items)),
            Value::Object(map) => (Task::ScanMembers { step, members: map.iter() }, None),
            _ => return Ok(()),
        };
        let is_match = match self.path.steps.get(step) {
            Some(Step::Names(names)) => names.iter().all(|name| value.get(name).is_some()) && value.is_object(),
            Some(Step::Indexes(_) | Step::FromEnd(_) | Step::Slice { .. }) => value.is_array(),
            Some(Step::Wildcard) => true,
            Some(Step::Filter(_)) => self.accepts(step, Model::plain(value))?,
            Some(Step::Root | Step::DeepScan) | None => false,
        };
        self.push(task);
        match items {
            Some(items) if is_match && step + 1 < self.path.steps.len() => {
                self.push(Task::Plain { step: step + 1, items: items.iter().enumerate() });
            }
            _ if is_match => self.push(Task::Look(step, Model::plain(value))),
            _ => {}
        }
        Ok(())
    }
}

/// The item at a position; `null` where there is none.
fn item(items: &[Value], index: i64) -> Model<'_> {
    Model::node(usize::try_from(index).ok().and_then(|index| items.get(index)))
}

/// The positions of a slice. With one bound, a negative one counts from the end; with both, the positions between them
/// are followed as they are, and those before the first item are `null`.
fn slice(length: i64, start: Option<i64>, end: Option<i64>) -> Range<i64> {
    let from_end = |bound: i64| if bound < 0 { length + bound } else { bound };
    match (start, end) {
        _ if length == 0 => 0..0,
        (Some(start), Some(end)) => start..end.min(length),
        (Some(start), None) => from_end(start).max(0)..length,
        (None, end) => 0..from_end(end.unwrap_or(length)).min(length),
    }
}
