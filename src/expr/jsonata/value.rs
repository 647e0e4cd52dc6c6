//! Values while an expression is evaluated: those of JSON, nothing, functions, and the sequences of JSONata, which are
//! arrays that know that they came out of a path.

use super::function::Function;
use super::members::Members;
use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

/// A value. Cheap to copy: what is large is shared.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    String(Rc<str>),
    Array(Rc<List>),
    Object(Rc<Members>),
    Function(Rc<Function>),
    /// What a path with `@`, `#` or `%` carries from step to step.
    Tuples(Rc<Vec<Tuple>>),
}

/// A value on its way through a path, with the variables bound on that way.
#[derive(Clone, Debug)]
pub(super) struct Tuple {
    pub(super) value: Value,
    pub(super) bindings: Vec<(Rc<str>, Value)>,
}

impl Tuple {
    pub(super) fn bind(&mut self, name: &Rc<str>, value: Value) {
        match self.bindings.iter_mut().find(|(known, _)| known == name) {
            Some((_, bound)) => *bound = value,
            None => self.bindings.push((Rc::clone(name), value)),
        }
    }
}

/// What an array is, beside its items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// It came out of a path or a function: none is nothing, and one is that one.
    pub(super) sequence: bool,
    /// A sequence that stays an array when it has one item: `[]` was written behind it.
    pub(super) keep_singleton: bool,
    /// It was written in brackets as a step, and is not flattened.
    pub(super) constructed: bool,
    /// It holds the whole input, which is an array.
    pub(super) wrapper: bool,
}

thread_local! {
    /// Bytes of the arrays and objects that are alive.
    static LIVE: Cell<usize> = const { Cell::new(0) };
}

/// Bytes that the arrays and objects of this thread take.
pub(super) fn live_bytes() -> usize {
    LIVE.get()
}

/// Takes part in the count of what is alive.
#[derive(Debug)]
pub(super) struct Counted(usize);

impl Counted {
    pub(super) fn new(bytes: usize) -> Self {
        LIVE.set(LIVE.get().saturating_add(bytes));
        Self(bytes)
    }

    pub(super) fn set(&mut self, bytes: usize) {
        LIVE.set(LIVE.get().saturating_sub(self.0).saturating_add(bytes));
        self.0 = bytes;
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        LIVE.set(LIVE.get().saturating_sub(self.0));
    }
}

/// The items of an array.
#[derive(Debug)]
pub(super) struct List {
    items: Vec<Value>,
    pub(super) marks: Marks,
    depth: usize,
    counted: Counted,
}

impl List {
    pub(super) fn new(items: Vec<Value>, marks: Marks) -> Self {
        let depth = 1 + items.iter().map(Value::depth).max().unwrap_or_default();
        let counted = Counted::new(items.capacity() * size_of::<Value>());
        Self { items, marks, depth, counted }
    }

    /// Adds items behind the others. What came out of a path is an array like any other then.
    pub(super) fn append(&mut self, items: Vec<Value>) {
        self.depth = self.depth.max(1 + items.iter().map(Value::depth).max().unwrap_or_default());
        self.items.extend(items);
        self.marks = Marks::default();
        let bytes = self.items.capacity() * size_of::<Value>();
        self.counted.set(bytes);
    }

    /// The items, to be used up.
    pub(super) fn take_items(&mut self) -> Vec<Value> {
        self.counted = Counted::new(0);
        std::mem::take(&mut self.items)
    }
}

impl Clone for List {
    fn clone(&self) -> Self {
        let items = self.items.clone();
        let counted = Counted::new(items.capacity() * size_of::<Value>());
        Self { items, marks: self.marks, depth: self.depth, counted }
    }
}

impl Deref for List {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.items
    }
}

/// Data of an expression: an array is one thing, until a path looks into it.
pub(super) fn wrapped(data: Value) -> Value {
    match data {
        Value::Array(list) if !list.marks.sequence => {
            let marks = Marks { sequence: true, wrapper: true, ..Marks::default() };
            Value::Array(Rc::new(List::new(vec![Value::Array(list)], marks)))
        }
        other => other,
    }
}

impl Value {
    pub(super) fn text(text: &str) -> Self {
        Self::String(Rc::from(text))
    }

    /// An array as it is written.
    pub(super) fn array(items: Vec<Self>) -> Self {
        Self::Array(Rc::new(List::new(items, Marks::default())))
    }

    /// An array that came out of a path or a function.
    pub(super) fn sequence(items: Vec<Self>) -> Self {
        Self::Array(Rc::new(List::new(items, Marks { sequence: true, ..Marks::default() })))
    }

    pub(super) fn object(members: Members) -> Self {
        Self::Object(Rc::new(members))
    }

    pub(super) fn is_undefined(&self) -> bool {
        matches!(self, Self::Undefined)
    }

    pub(super) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn as_text(&self) -> Option<&Rc<str>> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_list(&self) -> Option<&List> {
        match self {
            Self::Array(list) => Some(list),
            _ => None,
        }
    }

    pub(super) fn as_function(&self) -> Option<&Rc<Function>> {
        match self {
            Self::Function(function) => Some(function),
            _ => None,
        }
    }

    /// How deep arrays, objects and functions made of functions nest in it.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Array(list) => list.depth,
            Self::Object(members) => members.depth(),
            Self::Function(function) => function.depth(),
            _ => 0,
        }
    }

    /// Its items: an array's own, nothing's none, else the value alone.
    pub(super) fn into_items(self) -> Vec<Self> {
        match self {
            Self::Undefined => Vec::new(),
            Self::Array(list) => match Rc::try_unwrap(list) {
                Ok(mut list) => list.take_items(),
                Err(list) => list.to_vec(),
            },
            other => vec![other],
        }
    }

    /// What a sequence is for who asked for it: nothing, its only item, or itself.
    pub(super) fn collapsed(self, keep_array: bool) -> Self {
        let Self::Array(mut list) = self else { return self };
        if !list.marks.sequence {
            return Self::Array(list);
        }
        if keep_array && !list.marks.keep_singleton {
            Rc::make_mut(&mut list).marks.keep_singleton = true;
        }
        match list.len() {
            0 => Self::Undefined,
            1 if !list.marks.keep_singleton => match Rc::try_unwrap(list) {
                Ok(mut list) => list.take_items().pop().unwrap_or(Self::Undefined),
                Err(list) => list[0].clone(),
            },
            _ => Self::Array(list),
        }
    }
}
