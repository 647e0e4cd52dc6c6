//! Long evaluations make themselves heard. Whoever evaluates in the browser has no clock that could end an expression from
//! inside; it can tell, though, that one has begun that takes long.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// After how many units of work an evaluation is long: about a millisecond of them.
const PATIENCE: u32 = 20_000;

thread_local! {
    static DONE: Cell<u32> = const { Cell::new(0) };
    static LISTENER: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

/// From now on `listener` hears of work that takes long.
pub fn listen(listener: Rc<dyn Fn()>) {
    LISTENER.set(Some(listener));
}

/// New work begins.
pub fn begin() {
    DONE.set(0);
}

/// A unit of work is done: a node evaluated, a place looked at. The listener hears of it once.
pub(super) fn tick() {
    let done = DONE.get();
    if done > PATIENCE {
        return;
    }
    DONE.set(done + 1);
    if done == PATIENCE
        && let Some(listener) = LISTENER.with_borrow(Clone::clone)
    {
        listener();
    }
}
