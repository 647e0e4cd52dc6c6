//! A worker that does not load, does not answer, or fails: it is ended, started again, and at last left alone.

use super::{Engine, EngineEvent, EngineFailure, Unanswered, Waiting};
use std::collections::VecDeque;
use std::rc::Rc;

/// How long the worker may be silent over one question, in seconds.
pub(in crate::ui) const BUDGET: u32 = 8;

/// How long it may take to be loaded and to listen, in seconds: over a slow network that is most of a minute.
const START_BUDGET: u32 = 120;

/// How often in a row the worker may have to be ended before it is left alone.
const MAX_FAILURES: u32 = 3;

/// How often it is loaded before that is left alone.
const MAX_LOADS: u32 = 2;

impl Engine {
    /// Looks whether the worker has been silent for too long.
    pub(super) fn look(&self) {
        let is_ready = {
            let mut inner = self.inner.borrow_mut();
            if inner.waiting.is_empty() || inner.has_failed || inner.is_ending {
                return;
            }
            inner.n_silent_looks += 1;
            if inner.n_silent_looks <= (if inner.is_ready { BUDGET } else { START_BUDGET }) {
                return;
            }
            inner.is_ready
        };
        if is_ready {
            self.end(Unanswered::TooLong);
        } else {
            self.failed();
        }
    }

    /// The worker has failed: before it listened, or over a question.
    pub(super) fn failed(&self) {
        let (is_ready, n_loads) = {
            let inner = self.inner.borrow();
            if inner.is_ending || inner.has_failed {
                return;
            }
            (inner.is_ready, inner.n_loads)
        };
        if is_ready {
            return self.end(Unanswered::Failed);
        }
        self.take_apart();
        if n_loads < MAX_LOADS {
            return self.spawn();
        }
        self.give_up(EngineFailure::NotLoaded, Unanswered::NeverAsked);
    }

    /// Ends the worker over its oldest question.
    fn end(&self, why: Unanswered) {
        let (n_failures, is_followed, on_event) = {
            let mut inner = self.inner.borrow_mut();
            inner.n_failures += 1;
            let is_followed = inner.waiting.front().is_some_and(|waiting| waiting.on_part.is_some());
            (inner.n_failures, is_followed, Rc::clone(&inner.on_event))
        };
        if n_failures >= MAX_FAILURES {
            self.take_apart();
            return self.give_up(EngineFailure::KeepsFailing, why);
        }
        self.restart(why);
        if !(is_followed && why == Unanswered::TooLong) {
            on_event(EngineEvent::Restarted);
        }
    }

    /// Ends the worker, whatever it does, and starts a new one. All that waits gets no answer.
    pub(super) fn restart(&self, why: Unanswered) {
        self.take_apart();
        let waiting = self.all_waiting();
        self.spawn();
        answer_none(waiting, why);
    }

    fn give_up(&self, failure: EngineFailure, why: Unanswered) {
        let waiting = self.all_waiting();
        let on_event = {
            let mut inner = self.inner.borrow_mut();
            inner.has_failed = true;
            Rc::clone(&inner.on_event)
        };
        on_event(EngineEvent::Failed(failure));
        answer_none(waiting, why);
    }

    fn take_apart(&self) {
        let mut inner = self.inner.borrow_mut();
        if let Some(worker) = inner.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }

    fn all_waiting(&self) -> VecDeque<Waiting> {
        let mut inner = self.inner.borrow_mut();
        inner.outbox.clear();
        std::mem::take(&mut inner.waiting)
    }
}

/// The worker was at work on the first; it did not come to the others.
fn answer_none(waiting: VecDeque<Waiting>, why: Unanswered) {
    for (index, waiting) in waiting.into_iter().enumerate() {
        (waiting.on_answer)(Err(if index == 0 { why } else { Unanswered::NeverAsked }));
    }
}
