//! Objects, and grouping by keys.

use super::Evaluator;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::members::Members;
use crate::expr::jsonata::syntax::Group;
use crate::expr::jsonata::value::{Tuple, Value};
use std::collections::HashMap;
use std::rc::Rc;

/// What has the same key.
struct Gathered {
    key: Rc<str>,
    pair: usize,
    data: Data,
}

enum Data {
    One(Value),
    Many(Vec<Value>),
    Tuples(Vec<Tuple>),
}

/// Adds an item to what has its key; gives what is new.
type Add<'a> = dyn FnMut(Option<&mut Gathered>, Rc<str>, usize) -> Option<Gathered> + 'a;

impl Data {
    fn append(&mut self, item: &Value) {
        match self {
            Self::Many(items) => match item {
                Value::Undefined => {}
                Value::Array(list) => items.extend_from_slice(list),
                other => items.push(other.clone()),
            },
            Self::One(Value::Undefined) => *self = Self::One(item.clone()),
            Self::One(first) => {
                let first = std::mem::replace(first, Value::Undefined);
                if item.is_undefined() {
                    *self = Self::One(first);
                } else {
                    *self = Self::Many(first.into_items());
                    self.append(item);
                }
            }
            Self::Tuples(_) => {}
        }
    }
}

impl Evaluator {
    /// An object: of each pair the value, evaluated on all items that have its key.
    pub(super) fn group(&self, group: &Group, input: Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let mut gathered: Vec<Gathered> = Vec::new();
        let mut places: HashMap<Rc<str>, usize> = HashMap::new();
        let nothing = [Value::Undefined];
        match &input {
            Value::Tuples(tuples) => {
                for tuple in tuples.iter() {
                    let inner = Frame::with(frame, tuple.bindings.clone());
                    self.keys(
                        group,
                        &tuple.value,
                        &inner,
                        &mut |place, key, pair| match place {
                            Some(Gathered { data: Data::Tuples(known), .. }) => {
                                known.push(tuple.clone());
                                None
                            }
                            _ => Some(Gathered { key, pair, data: Data::Tuples(vec![tuple.clone()]) }),
                        },
                        &mut gathered,
                        &mut places,
                    )?;
                }
            }
            other => {
                let single = [other.clone()];
                let items = match other {
                    Value::Array(list) if list.is_empty() => &nothing[..],
                    Value::Array(list) => &list[..],
                    _ => &single[..],
                };
                for item in items {
                    self.keys(
                        group,
                        item,
                        frame,
                        &mut |place, key, pair| match place {
                            Some(known) => {
                                known.data.append(item);
                                None
                            }
                            None => Some(Gathered { key, pair, data: Data::One(item.clone()) }),
                        },
                        &mut gathered,
                        &mut places,
                    )?;
                }
            }
        }
        let mut object = Members::with_capacity(gathered.len());
        for Gathered { key, pair, data } in gathered {
            let node = &group.pairs[pair].1;
            let value = match data {
                Data::One(value) => self.evaluate(node, &value, frame)?,
                Data::Many(items) => self.evaluate(node, &Value::array(items), frame)?,
                Data::Tuples(tuples) => {
                    let joined = joined(tuples);
                    self.evaluate(node, &joined.value, &Frame::with(frame, joined.bindings))?
                }
            };
            if !value.is_undefined() {
                object.insert(key, value);
            }
        }
        Ok(Value::object(object))
    }

    /// The keys of one item.
    fn keys(
        &self,
        group: &Group,
        item: &Value,
        frame: &Rc<Frame>,
        add: &mut Add<'_>,
        gathered: &mut Vec<Gathered>,
        places: &mut HashMap<Rc<str>, usize>,
    ) -> Outcome<()> {
        for (pair, (key, _)) in group.pairs.iter().enumerate() {
            let key = match self.evaluate(key, item, frame)? {
                Value::String(key) => key,
                Value::Undefined => continue,
                other => return Err(Fault::new("T1003").with(&other)),
            };
            let place = places.get(&key).copied();
            if place.is_some_and(|place| gathered[place].pair != pair) {
                return Err(Fault::new("D1009").with(&Value::String(key)));
            }
            let known = place.and_then(|place| gathered.get_mut(place));
            if let Some(new) = add(known, Rc::clone(&key), pair) {
                places.insert(key, gathered.len());
                gathered.push(new);
            }
        }
        Ok(())
    }
}

/// Tuples as one, with lists of their values.
fn joined(tuples: Vec<Tuple>) -> Tuple {
    let mut tuples = tuples.into_iter();
    let Some(mut whole) = tuples.next() else { return Tuple { value: Value::Undefined, bindings: Vec::new() } };
    let mut values = Data::One(whole.value);
    let mut bindings: Vec<(Rc<str>, Data)> =
        whole.bindings.drain(..).map(|(name, value)| (name, Data::One(value))).collect();
    for tuple in tuples {
        values.append(&tuple.value);
        for (name, value) in &tuple.bindings {
            match bindings.iter_mut().find(|(known, _)| known == name) {
                Some((_, data)) => data.append(value),
                None => bindings.push((Rc::clone(name), Data::One(value.clone()))),
            }
        }
    }
    let value_of = |data| match data {
        Data::One(value) => value,
        Data::Many(items) => Value::array(items),
        Data::Tuples(_) => Value::Undefined,
    };
    let bindings = bindings.into_iter().map(|(name, data)| (name, value_of(data))).collect();
    Tuple { value: value_of(values), bindings }
}
