//! Steps that carry variables: `@`, `#`, and the parents of `%`.

use super::Evaluator;
use crate::expr::jsonata::fault::Outcome;
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::syntax::{Kind, Node};
use crate::expr::jsonata::value::{Tuple, Value};
use std::rc::Rc;

fn bare(value: &Value) -> Tuple {
    Tuple { value: value.clone(), bindings: Vec::new() }
}

impl Evaluator {
    pub(super) fn tuple_step(
        &self,
        step: &Node,
        input: &Value,
        tuples: Option<Vec<Tuple>>,
        frame: &Rc<Frame>,
    ) -> Outcome<Vec<Tuple>> {
        let result = if let Kind::Sort(terms) = &step.kind {
            match tuples {
                Some(tuples) => self.sort_tuples(terms, tuples, frame)?,
                None => {
                    let sorted = self.sort_step(terms, input.clone(), frame)?.into_items();
                    let indexed = sorted.iter().enumerate().map(|(index, value)| {
                        let mut tuple = bare(value);
                        if let Some(name) = &step.index {
                            tuple.bind(name, Value::Number(index as f64));
                        }
                        tuple
                    });
                    indexed.collect()
                }
            }
        } else {
            let tuples = match tuples {
                Some(tuples) => tuples,
                None => input.as_list().map(|list| list.iter().map(bare).collect()).unwrap_or_default(),
            };
            self.each_tuple(step, &tuples, frame)?
        };
        match self.stages(&step.stages, Value::Tuples(Rc::new(result)), frame)? {
            Value::Tuples(tuples) => Ok(Rc::try_unwrap(tuples).unwrap_or_else(|shared| (*shared).clone())),
            other => Ok(other.into_items().iter().map(bare).collect()),
        }
    }

    fn each_tuple(&self, step: &Node, tuples: &[Tuple], frame: &Rc<Frame>) -> Outcome<Vec<Tuple>> {
        let mut result = Vec::new();
        for tuple in tuples {
            let inner = Frame::with(frame, tuple.bindings.clone());
            match self.evaluate(step, &tuple.value, &inner)? {
                Value::Undefined => {}
                Value::Tuples(found) => result.extend(found.iter().map(|own| {
                    let mut joined = tuple.clone();
                    joined.value = own.value.clone();
                    own.bindings.iter().for_each(|(name, value)| joined.bind(name, value.clone()));
                    joined
                })),
                found => {
                    for (index, value) in found.into_items().into_iter().enumerate() {
                        let mut next = tuple.clone();
                        match &step.focus {
                            Some(name) => next.bind(name, value),
                            None => next.value = value,
                        }
                        if let Some(name) = &step.index {
                            next.bind(name, Value::Number(index as f64));
                        }
                        if let Some(slot) = &step.ancestor {
                            next.bind(&slot.label(), tuple.value.clone());
                        }
                        result.push(next);
                    }
                }
            }
            self.check_length(result.len())?;
        }
        Ok(result)
    }
}
