//! What an update does to an item.

use super::expression::{Path, Step, lookup};
use super::table::Item;
use super::update::{Action, Evaluated, Update, wrong_type};
use super::{Failure, value};
use serde_json::{Value, json};

impl Update {
    /// The item after the update, and the paths that it touched. `key` cannot be changed.
    pub(super) fn apply(self, item: &Item, key: &Item) -> Result<(Item, Vec<Path>), Failure> {
        let mut new = item.clone();
        let touched: Vec<Path> = self.actions.iter().map(|(path, _)| path.clone()).collect();
        for path in &touched {
            if let Some(Step::Attribute(name)) = path.first()
                && key.contains_key(name)
            {
                let text = "One or more parameter values were invalid: Cannot update attribute";
                return Err(Failure::validation(format!("{text} {name}. This attribute is part of the key")));
            }
        }
        let mut removed = Vec::new();
        for (path, action) in self.actions {
            let old = lookup(item, &path);
            match action {
                Action::Set(value) => set(&mut new, &path, value?)?,
                Action::Remove => removed.push(path),
                Action::Add(value) => set(&mut new, &path, added(old, &value)?)?,
                Action::Delete(value) => match (old, without(old, &value)?) {
                    (None, _) => {}
                    (Some(_), Some(rest)) => set(&mut new, &path, rest)?,
                    (Some(_), None) => removed.push(path),
                },
            }
        }
        // From behind, so that the numbers of list elements stay those of the old item.
        removed.sort();
        for path in removed.iter().rev() {
            remove(&mut new, path)?;
        }
        Ok((new, touched))
    }
}

/// The sum of numbers, or the union of sets.
fn added(old: Option<&Value>, operand: &Value) -> Evaluated {
    let is_set = matches!(value::parts(operand), Some(("SS" | "NS" | "BS", _)));
    let number = value::as_number(operand);
    match (old, number) {
        (None, _) if is_set || number.is_some() => Ok(operand.clone()),
        (Some(old), Some(number)) => {
            let old = value::as_number(old).ok_or_else(wrong_type)?;
            Ok(json!({ "N": old.plus(number, false)?.text() }))
        }
        (Some(old), None) => {
            let (kind, mut members, others) = sets(old, operand)?;
            members.extend(others.into_iter().filter(|other| !members.contains(other)).collect::<Vec<_>>());
            Ok(json!({ kind: members }))
        }
        _ => Err(wrong_type()),
    }
}

/// A set without some members; none where nothing is left.
fn without(old: Option<&Value>, operand: &Value) -> Result<Option<Value>, Failure> {
    let (kind, members, others) = sets(old.unwrap_or(operand), operand)?;
    let rest: Vec<Value> = members.into_iter().filter(|member| !others.contains(member)).collect();
    Ok((!rest.is_empty()).then(|| json!({ kind: rest })))
}

/// The type and the members of two sets of the same type.
fn sets<'v>(left: &'v Value, right: &Value) -> Result<(&'v str, Vec<Value>, Vec<Value>), Failure> {
    match (value::parts(left), value::parts(right)) {
        (Some((kind @ ("SS" | "NS" | "BS"), Value::Array(left))), Some((other, Value::Array(right))))
            if kind == other =>
        {
            Ok((kind, left.clone(), right.clone()))
        }
        _ => Err(wrong_type()),
    }
}

fn value_mut<'i>(item: &'i mut Item, path: &[Step]) -> Option<&'i mut Value> {
    let (Step::Attribute(first), rest) = path.split_first()? else { return None };
    rest.iter().try_fold(item.get_mut(first)?, |value, step| match step {
        Step::Attribute(name) => value.get_mut("M")?.get_mut(name),
        Step::Index(index) => value.get_mut("L")?.get_mut(*index),
    })
}

fn invalid_path() -> Failure {
    Failure::validation("The document path provided in the update expression is invalid for update")
}

/// What holds the last step of a path.
enum Place<'i> {
    Member(&'i mut Item, &'i str),
    Element(&'i mut Vec<Value>, usize),
}

fn place<'i>(item: &'i mut Item, path: &'i [Step]) -> Result<Place<'i>, Failure> {
    match path {
        [Step::Attribute(name)] => Ok(Place::Member(item, name)),
        [parents @ .., last] => {
            let parent = value_mut(item, parents).ok_or_else(invalid_path)?;
            let place = match last {
                Step::Attribute(name) => {
                    parent.get_mut("M").and_then(Value::as_object_mut).map(|members| Place::Member(members, name))
                }
                Step::Index(index) => {
                    parent.get_mut("L").and_then(Value::as_array_mut).map(|list| Place::Element(list, *index))
                }
            };
            place.ok_or_else(invalid_path)
        }
        [] => Err(invalid_path()),
    }
}

/// Behind the end of a list, a value is appended.
fn set(item: &mut Item, path: &[Step], new: Value) -> Result<(), Failure> {
    match place(item, path)? {
        Place::Member(members, name) => {
            members.insert(name.to_owned(), new);
        }
        Place::Element(list, index) => match list.get_mut(index) {
            Some(element) => *element = new,
            None => list.push(new),
        },
    }
    Ok(())
}

fn remove(item: &mut Item, path: &[Step]) -> Result<(), Failure> {
    match place(item, path)? {
        Place::Member(members, name) => {
            members.shift_remove(name);
        }
        Place::Element(list, index) => {
            if index < list.len() {
                list.remove(index);
            }
        }
    }
    Ok(())
}
