//! A worker that had to be ended takes its run with it. Its successor is led there again: a run is determined by its
//! definition, its input, its surroundings and what a person sent.

use super::Run;
use crate::engine::{Outcome, Request, Response, View};
use crate::ui::platform::engine::Unanswered;
use leptos::prelude::*;
use std::collections::VecDeque;

/// Where a run stands: how it ended, whether it can go on by itself, and what is to be seen.
pub(super) type Stand = (Option<Outcome>, bool, View);

impl Run {
    /// Leads a new worker to where the run was when the one before had to be ended: nothing of that is shown. What is done
    /// then gets where the run stands, if it came there.
    pub(super) fn lead_back(self, n_steps: usize, on_end: impl FnOnce(Option<Stand>) + 'static) {
        self.lead_on(self.log.get_value().into(), 0, n_steps, Box::new(on_end));
    }

    /// Asks for what comes next on the way: what was asked then, or so many steps.
    fn lead_on(
        self,
        mut log: VecDeque<(usize, Request)>,
        n_now: usize,
        goal: usize,
        on_end: Box<dyn FnOnce(Option<Stand>)>,
    ) {
        let number = self.number.get_value();
        let target = log.front().map_or(goal, |(n_steps, _)| *n_steps);
        let is_log = n_now >= target;
        let next = if is_log { log.pop_front().map(|(_, request)| request) } else { None };
        let request = next.unwrap_or(Request::Advance {
            run: number,
            steps: target.saturating_sub(n_now),
            lets_time_pass: false,
        });
        let on_answer = move |answer: Result<Response, Unanswered>| {
            if self.number.get_value() != number {
                return;
            }
            match answer {
                Ok(Response::Advanced { outcome, goes_on, view, .. }) => {
                    let n_steps = view.n_steps;
                    if log.is_empty() && (n_steps >= goal || outcome.is_some()) {
                        on_end(Some((outcome, goes_on, *view)));
                    } else if is_log || n_steps > n_now {
                        self.lead_on(log, n_steps, goal, on_end);
                    } else {
                        on_end(None);
                    }
                }
                _ => on_end(None),
            }
        };
        self.worker.engine.with_value(|engine| engine.ask(request, on_answer));
    }
}
