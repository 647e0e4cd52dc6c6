//! Evaluating a tree, as the reference implementation of JSONata 2.0.6 does.

mod call;
mod group;
mod operators;
mod path;
mod sort;
mod transform;
mod tuples;

pub(super) use operators::{boolean, deep_equal, text_order};
pub(super) use sort::merge_sort;

use super::fault::{Fault, Outcome};
use super::frame::Frame;
use super::function::{Function, Lambda};
use super::functions;
use super::limits::{Limits, MAX_LIVE_BYTES, MAX_TEXT_BYTES, MAX_VALUE_NESTING, MEMORY, STACK};
use super::stack::with_stack;
use super::syntax::{Kind, Node};
use super::value::{Value, live_bytes};
use crate::expr::{Random, patience};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// After so many levels of evaluation the clock is read.
#[cfg(not(target_family = "wasm"))]
const TICKS: u32 = 256;

/// One evaluation: its bounds, and what functions read.
pub(super) struct Evaluator {
    pub(super) limits: Limits,
    depth: Cell<usize>,
    ticks: Cell<u32>,
    #[cfg(not(target_family = "wasm"))]
    deadline: Option<std::time::Instant>,
    live_before: usize,
    texts: Cell<usize>,
    pub(super) random: RefCell<Random>,
    /// The clock in milliseconds since 1970.
    pub(super) now: i64,
    /// Whether `$eval` is there.
    pub(super) has_eval: bool,
    captured: RefCell<Vec<Rc<Frame>>>,
}

impl Drop for Evaluator {
    fn drop(&mut self) {
        self.captured.take().into_iter().for_each(|frame| frame.clear());
    }
}

impl Evaluator {
    pub(super) fn new(limits: Limits, random: Random, now: i64, has_eval: bool) -> Self {
        Self {
            limits,
            depth: Cell::new(0),
            ticks: Cell::new(0),
            #[cfg(not(target_family = "wasm"))]
            deadline: deadline(limits),
            live_before: live_bytes(),
            texts: Cell::new(0),
            random: RefCell::new(random),
            now,
            has_eval,
            captured: RefCell::default(),
        }
    }

    /// The value of a node where `input` is `$`.
    pub(super) fn evaluate(&self, node: &Node, input: &Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let level = self.depth.get() + 1;
        if level > self.limits.depth {
            return Err(Fault::bound(STACK));
        }
        self.tick()?;
        self.depth.set(level);
        let result = with_stack(|| self.evaluate_here(node, input, frame));
        self.depth.set(level - 1);
        result
    }

    /// Fails when it has taken too long or too much; called wherever something may be repeated without end.
    pub(super) fn tick(&self) -> Outcome<()> {
        patience::tick();
        let ticks = self.ticks.get().wrapping_add(1);
        self.ticks.set(ticks);
        if live_bytes().saturating_sub(self.live_before) > MAX_LIVE_BYTES {
            return Err(Fault::bound(MEMORY));
        }
        #[cfg(not(target_family = "wasm"))]
        if ticks.is_multiple_of(TICKS) && self.deadline.is_some_and(is_over) {
            return Err(Fault::bound(super::limits::TIME));
        }
        Ok(())
    }

    /// Fails when a sequence would be too long.
    pub(super) fn check_length(&self, length: usize) -> Outcome<()> {
        if length > self.limits.sequence { Err(Fault::bound(MEMORY)) } else { Ok(()) }
    }

    /// Fails when a text would be too long, or one too many.
    pub(super) fn check_text(&self, bytes: usize) -> Outcome<()> {
        self.texts.set(self.texts.get().saturating_add(bytes));
        if bytes > self.limits.text || self.texts.get() > MAX_TEXT_BYTES {
            return Err(Fault::bound(MEMORY));
        }
        Ok(())
    }

    /// A text that was made, unless it is too long.
    pub(super) fn text(&self, text: &str) -> Outcome<Value> {
        self.check_text(text.len())?;
        Ok(Value::text(text))
    }

    /// Fails when a value nests too deep.
    fn check_nesting(value: Value) -> Outcome<Value> {
        if value.depth() > MAX_VALUE_NESTING { Err(Fault::bound(STACK)) } else { Ok(value) }
    }

    fn evaluate_here(&self, node: &Node, input: &Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let mut result = match &node.kind {
            Kind::Path { steps, keep_singleton } => self.path(node, steps, *keep_singleton, input, frame)?,
            Kind::Name(name) => functions::lookup(input, name),
            Kind::Literal(value) => value.clone(),
            Kind::Variable(name) if name.is_empty() => match input {
                Value::Array(list) if list.marks.wrapper => list.first().cloned().unwrap_or(Value::Undefined),
                _ => input.clone(),
            },
            Kind::Variable(name) => self.variable(name, frame),
            Kind::Wildcard => path::wildcard(input),
            Kind::Descendants => path::descendants(input),
            Kind::Parent(slot) => frame.lookup(&slot.label()).unwrap_or(Value::Undefined),
            Kind::Regex(regex) => Value::Function(Rc::new(Function::Pattern(Rc::clone(regex)))),
            Kind::Binary(operator, left, right) => self.binary(*operator, left, right, input, frame)?,
            Kind::Negate(operand) => operators::negate(&self.evaluate(operand, input, frame)?)?,
            Kind::Array(items) => self.array(node, items, input, frame)?,
            Kind::Object(group) => self.group(group, input.clone(), frame)?,
            Kind::Block(items) => {
                let inner = Frame::within(frame);
                let mut value = Value::Undefined;
                for item in items {
                    value = self.evaluate(item, input, &inner)?;
                }
                value
            }
            Kind::Bind(name, value) => {
                let value = self.evaluate(value, input, frame)?;
                frame.bind(name, value.clone());
                value
            }
            Kind::Condition(condition, then, otherwise) => {
                if boolean(&self.evaluate(condition, input, frame)?)? {
                    self.evaluate(then, input, frame)?
                } else if let Some(otherwise) = otherwise {
                    self.evaluate(otherwise, input, frame)?
                } else {
                    Value::Undefined
                }
            }
            Kind::Call(procedure, arguments) => self.call(procedure, arguments, None, input, frame)?,
            Kind::Partial(procedure, arguments) => self.partial(procedure, arguments, input, frame)?,
            Kind::Lambda(lambda) => {
                self.capture(frame);
                Value::Function(Rc::new(Function::Lambda(Lambda {
                    node: Rc::clone(lambda),
                    params: Rc::clone(&lambda.params),
                    is_whole: true,
                    input: input.clone(),
                    frame: Rc::clone(frame),
                })))
            }
            Kind::Apply(left, right) => self.apply_operator(left, right, input, frame)?,
            Kind::Transform(transform) => {
                self.capture(frame);
                Value::Function(Rc::new(Function::Transform(Rc::clone(transform), Rc::clone(frame))))
            }
            Kind::Sort(terms) => self.sort_step(terms, input.clone(), frame)?,
        };
        for predicate in &node.predicates {
            result = self.filter(predicate, result, frame)?;
        }
        if let (Some(group), false) = (&node.group, matches!(node.kind, Kind::Path { .. })) {
            result = self.group(group, result, frame)?;
        }
        Self::check_nesting(result.collapsed(node.keep_array))
    }

    /// The value of a variable; one that is bound nowhere may be a function of the library.
    pub(super) fn variable(&self, name: &str, frame: &Frame) -> Value {
        frame.lookup(name).unwrap_or_else(|| match functions::native(name) {
            Some(native) if self.has_eval || name != "eval" => Value::Function(Rc::new(Function::Native(native))),
            _ => Value::Undefined,
        })
    }

    /// Remembers a frame that a function holds, so that the two let go of each other at the end.
    pub(super) fn capture(&self, frame: &Rc<Frame>) {
        let mut frame = frame;
        while !frame.is_captured.replace(true) {
            self.captured.borrow_mut().push(Rc::clone(frame));
            match frame.parent() {
                Some(parent) => frame = parent,
                None => return,
            }
        }
    }

    fn array(&self, node: &Node, items: &[Node], input: &Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            let value = self.evaluate(item, input, frame)?;
            match value {
                Value::Undefined => {}
                value if matches!(item.kind, Kind::Array(_)) => values.push(value),
                Value::Array(list) => {
                    self.check_length(values.len() + list.len())?;
                    if values.is_empty() {
                        values = Value::Array(list).into_items();
                    } else {
                        values.extend_from_slice(&list);
                    }
                }
                value => values.push(value),
            }
        }
        let mut list = super::value::List::new(values, super::value::Marks::default());
        list.marks.constructed = node.constructs;
        Ok(Value::Array(Rc::new(list)))
    }
}

#[cfg(not(target_family = "wasm"))]
#[expect(clippy::disallowed_methods, reason = "the time that passes is what is bounded, not what an expression sees")]
fn deadline(limits: Limits) -> Option<std::time::Instant> {
    limits.milliseconds.map(|bound| std::time::Instant::now() + std::time::Duration::from_millis(bound))
}

#[cfg(not(target_family = "wasm"))]
#[expect(clippy::disallowed_methods, reason = "the time that passes is what is bounded, not what an expression sees")]
fn is_over(deadline: std::time::Instant) -> bool {
    std::time::Instant::now() > deadline
}
