//! Where variables are bound: one frame a block, call or step.

use super::value::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Bindings = Vec<(Rc<str>, Value)>;

/// Variables by name, and those around them.
#[derive(Default)]
pub(super) struct Frame {
    bindings: RefCell<Bindings>,
    parent: Option<Rc<Self>>,
    /// A function was made in it or within: it may hold itself.
    pub(super) is_captured: Cell<bool>,
}

impl Frame {
    pub(super) fn within(parent: &Rc<Self>) -> Rc<Self> {
        Self::with(parent, Vec::new())
    }

    pub(super) fn with(parent: &Rc<Self>, bindings: Bindings) -> Rc<Self> {
        Rc::new(Self {
            bindings: RefCell::new(bindings),
            parent: Some(Rc::clone(parent)),
            is_captured: Cell::new(false),
        })
    }

    pub(super) fn bind(&self, name: &Rc<str>, value: Value) {
        let mut bindings = self.bindings.borrow_mut();
        match bindings.iter_mut().find(|(known, _)| known == name) {
            Some((_, bound)) => *bound = value,
            None => bindings.push((Rc::clone(name), value)),
        }
    }

    /// The value of a variable; `None` when it is bound nowhere.
    pub(super) fn lookup(&self, name: &str) -> Option<Value> {
        let mut frame = self;
        loop {
            if let Some((_, value)) = frame.bindings.borrow().iter().find(|(known, _)| &**known == name) {
                return Some(value.clone());
            }
            frame = frame.parent.as_deref()?;
        }
    }

    pub(super) fn parent(&self) -> Option<&Rc<Self>> {
        self.parent.as_ref()
    }

    /// Lets go of what is bound. A function that was bound where it was made would hold its frame for ever.
    pub(super) fn clear(&self) {
        drop(self.bindings.take());
    }
}

thread_local! {
    /// What frames held that are gone; `true` while it is being let go.
    static LEFT: RefCell<Vec<(Bindings, Option<Rc<Frame>>)>> = const { RefCell::new(Vec::new()) };
    static IS_LETTING_GO: Cell<bool> = const { Cell::new(false) };
}

impl Drop for Frame {
    // Frames hold functions that hold frames: one inside the other they would take the stack with them.
    fn drop(&mut self) {
        let bindings = self.bindings.take();
        let parent = self.parent.take();
        let is_last = parent.as_ref().is_some_and(|parent| Rc::strong_count(parent) == 1);
        if !is_last && !bindings.iter().any(|(_, value)| matches!(value, Value::Function(_))) {
            return;
        }
        LEFT.with_borrow_mut(|left| left.push((bindings, parent)));
        if IS_LETTING_GO.replace(true) {
            return;
        }
        while let Some(left) = LEFT.with_borrow_mut(Vec::pop) {
            drop(left);
        }
        IS_LETTING_GO.set(false);
    }
}
