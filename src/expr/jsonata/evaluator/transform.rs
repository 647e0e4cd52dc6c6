//! `| where | what to set, what to take away |`: a copy of the data with objects in it changed.

use super::Evaluator;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::members::Members;
use crate::expr::jsonata::syntax::TransformNode;
use crate::expr::jsonata::value::{List, Value};
use std::collections::HashMap;
use std::rc::Rc;

/// Objects that have been changed, by where they are in memory: every object of the copy is there once.
type Changed = HashMap<*const Members, Members>;

/// What is set in an object, and the names of what is taken away.
type Changes = (Option<Rc<Members>>, Vec<Rc<str>>);

impl Evaluator {
    pub(super) fn transform(&self, transform: &TransformNode, frame: &Rc<Frame>, data: Value) -> Outcome<Value> {
        if data.is_undefined() {
            return Ok(data);
        }
        let clone = self.variable("clone", frame);
        let Some(clone) = clone.as_function() else { return Err(Fault::new("T2013")) };
        let copy = self.apply(clone, vec![data], &Value::Null)?;
        let matches = self.evaluate(&transform.pattern, &copy, frame)?.into_items();
        let mut changed = Changed::new();
        for found in &matches {
            let Value::Object(object) = found else {
                self.changes(transform, found, frame)?;
                continue;
            };
            let place = Rc::as_ptr(object);
            // Sees what was changed in it, but what is in it keeps its place.
            let (update, deletions) = self.changes(transform, &rebuilt(found, &changed), frame)?;
            let members = changed.entry(place).or_insert_with(|| (**object).clone());
            if let Some(update) = update {
                update.iter().for_each(|(name, value)| members.insert(Rc::clone(name), value.clone()));
            }
            deletions.iter().for_each(|name| members.remove(name));
        }
        Ok(rebuilt(&copy, &changed))
    }

    /// What is set in an object, and what is taken away from it.
    fn changes(&self, transform: &TransformNode, found: &Value, frame: &Rc<Frame>) -> Outcome<Changes> {
        let update = match self.evaluate(&transform.update, found, frame)? {
            Value::Undefined => None,
            Value::Object(members) => Some(members),
            other => return Err(Fault::new("T2011").with(&other)),
        };
        let Some(delete) = &transform.delete else { return Ok((update, Vec::new())) };
        let deletions = self.evaluate(delete, found, frame)?;
        let names: Option<Vec<Rc<str>>> = match &deletions {
            Value::Undefined => Some(Vec::new()),
            Value::String(name) => Some(vec![Rc::clone(name)]),
            Value::Array(items) => items.iter().map(|item| item.as_text().cloned()).collect(),
            _ => None,
        };
        names.map(|names| (update, names)).ok_or_else(|| Fault::new("T2012").with(&deletions))
    }
}

/// The value with the changed objects in it. Recurses as deep as it nests, which is bounded.
fn rebuilt(value: &Value, changed: &Changed) -> Value {
    if changed.is_empty() {
        return value.clone();
    }
    match value {
        Value::Array(list) => {
            let mut copy = (**list).clone();
            let items = copy.take_items().iter().map(|item| rebuilt(item, changed)).collect();
            Value::Array(Rc::new(List::new(items, copy.marks)))
        }
        Value::Object(object) => {
            let mut members = changed.get(&Rc::as_ptr(object)).unwrap_or(object).clone();
            members.values_mut().for_each(|member| *member = rebuilt(member, changed));
            Value::object(members)
        }
        other => other.clone(),
    }
}
