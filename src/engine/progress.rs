//! How far the run has come that is being moved: told to the page while a step takes long, since the worker may have to be
//! ended over it.

use crate::expr::patience;
use std::cell::Cell;
use std::rc::Rc;

thread_local! {
    static PROGRESS: Cell<(u64, usize)> = const { Cell::new((0, 0)) };
}

/// Notes that this run has made so many steps, and makes the next one.
pub(super) fn note(run: u64, n_steps: usize) {
    PROGRESS.set((run, n_steps));
    patience::begin();
}

/// From now on `listener` hears of each step that takes long, once: of which run it is, and how many steps were made before.
pub fn when_busy(listener: impl Fn(u64, usize) + 'static) {
    patience::listen(Rc::new(move || {
        let (run, n_steps) = PROGRESS.get();
        listener(run, n_steps);
    }));
}
