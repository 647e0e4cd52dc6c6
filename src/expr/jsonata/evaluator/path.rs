//! Paths: steps, and filters.

use super::operators::{boolean, is_numeric};
use super::{Evaluator, functions};
use crate::expr::jsonata::fault::Outcome;
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::syntax::{Kind, Node, Stage};
use crate::expr::jsonata::value::{List, Marks, Tuple, Value};
use std::rc::Rc;

impl Evaluator {
    pub(super) fn path(
        &self,
        node: &Node,
        steps: &[Node],
        keep_singleton: bool,
        input: &Value,
        frame: &Rc<Frame>,
    ) -> Outcome<Value> {
        let (mut current, rest) = match fields(steps, input) {
            Some((Value::Undefined, _)) => (Value::Undefined, &[][..]),
            Some((value, [])) => (value, &[][..]),
            Some((value, rest)) => (value, rest),
            None => (input.clone(), steps),
        };
        if !rest.is_empty() {
            current = self.steps(rest, rest.len() == steps.len(), current, frame)?;
        }
        let tuples = match current {
            Value::Tuples(tuples) if !node.tuple => {
                if let Some(group) = &node.group {
                    return self.group(group, Value::Tuples(tuples), frame);
                }
                current = Value::sequence(tuples.iter().map(|tuple| tuple.value.clone()).collect());
                None
            }
            Value::Tuples(ref tuples) => Some(Rc::clone(tuples)),
            _ => None,
        };
        if keep_singleton && tuples.is_none() {
            current = kept(current);
        }
        match &node.group {
            Some(group) => self.group(group, current, frame),
            None => Ok(current),
        }
    }

    /// Takes steps, from the first one of the path or a later one.
    fn steps(&self, steps: &[Node], is_first: bool, input: Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let starts_at_variable = is_first && matches!(steps[0].kind, Kind::Variable(_));
        let mut current = match input {
            Value::Array(list) if !starts_at_variable => Value::Array(list),
            other => Value::sequence(vec![other]),
        };
        let mut tuples: Option<Vec<Tuple>> = None;
        let mut is_stream = false;
        for (index, step) in steps.iter().enumerate() {
            is_stream |= step.tuple;
            let next = if is_first && index == 0 && step.constructs {
                self.evaluate(step, &current, frame)?
            } else if is_stream {
                tuples = Some(self.tuple_step(step, &current, tuples.take(), frame)?);
                Value::Undefined
            } else {
                self.step(step, current.clone(), frame, index + 1 == steps.len())?
            };
            if !is_stream {
                let is_empty = match &next {
                    Value::Undefined => true,
                    Value::Array(list) => list.is_empty(),
                    Value::String(text) => text.is_empty(),
                    _ => false,
                };
                if is_empty {
                    return Ok(next);
                }
            }
            if step.focus.is_none() {
                current = match next {
                    // A first step in brackets may give a single value by its predicates.
                    next if is_stream || matches!(next, Value::Array(_)) => next,
                    other if index + 1 == steps.len() => other,
                    other => Value::sequence(vec![other]),
                };
            }
        }
        Ok(match tuples {
            Some(tuples) => Value::Tuples(Rc::new(tuples)),
            None => current,
        })
    }

    fn step(&self, step: &Node, input: Value, frame: &Rc<Frame>, is_last: bool) -> Outcome<Value> {
        if let Kind::Sort(terms) = &step.kind {
            let sorted = self.sort_step(terms, input, frame)?;
            return self.stages(&step.stages, sorted, frame);
        }
        let items = match &input {
            Value::Array(list) => &list[..],
            _ => &[],
        };
        let mut found: Vec<Value> = Vec::new();
        let is_field = matches!(step.kind, Kind::Name(_)) && step.predicates.is_empty() && step.group.is_none();
        for item in items {
            let mut value = match &step.kind {
                Kind::Name(name) if is_field => {
                    self.tick()?;
                    functions::lookup(item, name).collapsed(step.keep_array)
                }
                _ => self.evaluate(step, item, frame)?,
            };
            for stage in &step.stages {
                if let Stage::Filter(predicate) = stage {
                    value = self.filter(predicate, value, frame)?;
                }
            }
            if !value.is_undefined() {
                found.push(value);
            }
        }
        if is_last
            && found.len() == 1
            && let Value::Array(list) = &found[0]
            && !list.marks.sequence
        {
            return Ok(found.swap_remove(0));
        }
        if !found.iter().any(|value| matches!(value, Value::Array(_))) {
            return Ok(Value::sequence(found));
        }
        let mut flat = Vec::with_capacity(found.len());
        for value in found {
            match value {
                Value::Array(list) if !list.marks.constructed => {
                    self.check_length(flat.len() + list.len())?;
                    flat.extend_from_slice(&list);
                }
                value => flat.push(value),
            }
        }
        Ok(Value::sequence(flat))
    }

    pub(super) fn stages(&self, stages: &[Stage], input: Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let mut result = input;
        for stage in stages {
            match stage {
                Stage::Filter(predicate) => result = self.filter(predicate, result, frame)?,
                Stage::Index(name) => {
                    if let Value::Tuples(tuples) = &mut result {
                        for (index, tuple) in Rc::make_mut(tuples).iter_mut().enumerate() {
                            tuple.bind(name, Value::Number(index as f64));
                        }
                    }
                }
            }
        }
        Ok(result)
    }

    /// What a predicate leaves: the item at a position, or those for which it is true.
    pub(super) fn filter(&self, predicate: &Node, input: Value, frame: &Rc<Frame>) -> Outcome<Value> {
        if let Value::Tuples(tuples) = &input {
            return self.filter_tuples(predicate, tuples, frame);
        }
        let single;
        let items = match &input {
            Value::Array(list) => &list[..],
            other => {
                single = [other.clone()];
                &single[..]
            }
        };
        if let Kind::Literal(Value::Number(number)) = &predicate.kind {
            return Ok(match position(*number, items.len()).map(|index| &items[index]) {
                Some(Value::Array(list)) => Value::Array(Rc::clone(list)),
                Some(Value::Undefined) | None => Value::sequence(Vec::new()),
                Some(item) => Value::sequence(vec![item.clone()]),
            });
        }
        let mut left = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let wanted = self.evaluate(predicate, item, frame)?;
            for _ in 0..times_kept(&wanted, index, items.len())? {
                left.push(item.clone());
            }
        }
        Ok(Value::sequence(left))
    }

    fn filter_tuples(&self, predicate: &Node, tuples: &[Tuple], frame: &Rc<Frame>) -> Outcome<Value> {
        if let Kind::Literal(Value::Number(number)) = &predicate.kind {
            let found = position(*number, tuples.len()).map(|index| tuples[index].clone());
            return Ok(Value::Tuples(Rc::new(found.into_iter().collect())));
        }
        let mut left = Vec::new();
        for (index, tuple) in tuples.iter().enumerate() {
            let inner = Frame::with(frame, tuple.bindings.clone());
            let wanted = self.evaluate(predicate, &tuple.value, &inner)?;
            for _ in 0..times_kept(&wanted, index, tuples.len())? {
                left.push(tuple.clone());
            }
        }
        Ok(Value::Tuples(Rc::new(left)))
    }
}

/// Follows fields from object to object, which most paths do: no sequences are needed on the way. Gives what was found
/// with the steps that are left; `None` where the path begins with something else.
fn fields<'a>(steps: &'a [Node], input: &Value) -> Option<(Value, &'a [Node])> {
    let mut rest = steps;
    let mut current: Option<Value> = None;
    while let [step, further @ ..] = rest {
        let Value::Object(members) = current.as_ref().unwrap_or(input) else { break };
        let Kind::Name(name) = &step.kind else { break };
        if step.tuple
            || step.keep_array
            || !step.stages.is_empty()
            || !step.predicates.is_empty()
            || step.group.is_some()
        {
            break;
        }
        let found = members.get(name).cloned().unwrap_or(Value::Undefined);
        rest = further;
        let is_end = found.is_undefined();
        current = Some(found);
        if is_end {
            break;
        }
    }
    current.map(|found| (found, rest))
}

/// The place of an item, counted from the end when negative.
fn position(number: f64, count: usize) -> Option<usize> {
    let floor = number.floor();
    let place = if floor < 0.0 { count as f64 + floor } else { floor };
    (place >= 0.0 && place < count as f64).then_some(place as usize)
}

/// How often an item is kept for the value of a predicate: numbers are positions.
fn times_kept(wanted: &Value, index: usize, count: usize) -> Outcome<usize> {
    let is_at = |number: f64| usize::from(position(number, count) == Some(index));
    if let Value::Array(items) = wanted {
        let mut times = 0;
        let mut are_numbers = true;
        for item in items.iter() {
            match item {
                Value::Number(number) if is_numeric(item)? => times += is_at(*number),
                _ => are_numbers = false,
            }
        }
        if are_numbers {
            return Ok(times);
        }
    } else if let Value::Number(number) = wanted
        && is_numeric(wanted)?
    {
        return Ok(is_at(*number));
    }
    boolean(wanted).map(usize::from)
}

/// A list that stays one when it has one item.
fn kept(value: Value) -> Value {
    match value {
        Value::Array(mut list) => {
            if list.marks.constructed && !list.marks.sequence {
                let marks = Marks { sequence: true, keep_singleton: true, ..Marks::default() };
                return Value::Array(Rc::new(List::new(vec![Value::Array(list)], marks)));
            }
            if !list.marks.keep_singleton {
                Rc::make_mut(&mut list).marks.keep_singleton = true;
            }
            Value::Array(list)
        }
        other => other,
    }
}

/// The values of all members.
pub(super) fn wildcard(input: &Value) -> Value {
    let input = match input {
        Value::Array(list) if list.marks.wrapper => list.first().unwrap_or(input),
        other => other,
    };
    let mut found = Vec::new();
    let mut add = |value: &Value| match value {
        Value::Array(_) => flatten(value, &mut found),
        other => found.push(other.clone()),
    };
    let mut has_list = false;
    match input {
        Value::Object(members) => members.iter().for_each(|(_, value)| {
            has_list |= matches!(value, Value::Array(_));
            add(value);
        }),
        Value::Array(items) => items.iter().for_each(|value| {
            has_list |= matches!(value, Value::Array(_));
            add(value);
        }),
        _ => {}
    }
    // What is joined with a list is a list.
    if has_list { Value::array(found) } else { Value::sequence(found) }
}

// Recursion is as deep as the value nests, which is bounded.
fn flatten(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| flatten(item, found)),
        other => found.push(other.clone()),
    }
}

/// The value and all values in it.
pub(super) fn descendants(input: &Value) -> Value {
    fn visit(value: &Value, found: &mut Vec<Value>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| visit(item, found)),
            Value::Object(members) => {
                found.push(value.clone());
                members.iter().for_each(|(_, member)| visit(member, found));
            }
            other => found.push(other.clone()),
        }
    }
    if input.is_undefined() {
        return Value::Undefined;
    }
    let mut found = Vec::new();
    visit(input, &mut found);
    if found.len() == 1 { found.swap_remove(0) } else { Value::sequence(found) }
}
