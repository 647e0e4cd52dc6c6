//! Looking at other steps of a run than the last one.

use super::Run;
use crate::engine::{Request, Response};
use crate::ui::platform::engine::Unanswered;
use leptos::prelude::*;
use std::sync::Arc;

impl Run {
    /// One step back.
    pub(in crate::ui) fn back(self) {
        self.look(self.aim().saturating_sub(1));
    }

    /// The step that is shown, or soon will be.
    pub(super) fn aim(self) -> usize {
        self.wanted.get_value().unwrap_or_else(|| untrack(|| self.index()))
    }

    /// Shows another step. Of several that are wanted while one is asked for, the last one is.
    pub(in crate::ui) fn look(self, step: usize) {
        self.wanted.set_value(Some(step.min(self.n_steps.get_untracked().saturating_sub(1))));
        if !self.is_looking.get_value() {
            self.ask_to_look();
        }
    }

    fn ask_to_look(self) {
        let Some(step) = self.wanted.get_value() else { return };
        let number = self.number.get_value();
        self.is_looking.set_value(true);
        let request = Request::Look { run: number, step };
        let on_answer = move |answer: Result<Response, Unanswered>| {
            if self.number.get_value() != number {
                return;
            }
            match answer {
                Ok(Response::Seen { view, .. }) => self.view.set(Some(Arc::from(view))),
                // The worker was ended over something else, and has the run no more.
                Ok(Response::Refused) | Err(_) => {
                    return self.lead_back(self.n_steps.get_untracked(), move |stand| {
                        self.is_looking.set_value(false);
                        if stand.is_some() {
                            self.ask_to_look();
                        }
                    });
                }
                Ok(_) => {}
            }
            self.is_looking.set_value(false);
            if self.wanted.get_value() == Some(step) {
                self.wanted.set_value(None);
            } else {
                self.ask_to_look();
            }
        };
        self.worker.engine.with_value(|engine| engine.ask(request, on_answer));
    }

    /// Shows the last step that is known.
    pub(super) fn show_last(self) {
        self.look(usize::MAX);
    }

    /// Asks something of the run that is shown; an answer to a run that is over is dropped.
    pub(in crate::ui) fn ask_of(
        self,
        request: impl FnOnce(u64) -> Request,
        on_answer: impl FnOnce(Response) + 'static,
    ) {
        let number = self.number.get_value();
        let request = request(number);
        let on_answer = move |answer: Result<Response, Unanswered>| {
            if let Ok(answer) = answer
                && self.number.try_get_value() == Some(number)
            {
                on_answer(answer);
            }
        };
        self.worker.engine.with_value(|engine| engine.ask(request, on_answer));
    }
}
