//! Keeping the problems up to date: the worker checks each text, the latest counts.
//!
//! There is no pause for typing: the worker gets a text as soon as its drawing is on the screen and the worker is free, and
//! while it is at work only the latest of the texts that come waits for it. Neither typing nor drawing waits for a check.

use super::{WorkerWatch, Workspace};
use crate::asl::Document;
use crate::check::Options;
use crate::engine::{Request, Response};
use crate::ui::platform::engine::Unanswered;
use crate::ui::platform::painting::after_paint;
use leptos::prelude::*;
use std::sync::Arc;

/// A text that is to be checked.
struct Next {
    revision: u64,
    document: Arc<Document>,
    options: Box<Options>,
}

#[derive(Clone, Copy)]
struct Checking {
    workspace: Workspace,
    worker: WorkerWatch,
    next: StoredValue<Option<Next>, LocalStorage>,
    is_busy: StoredValue<bool>,
}

/// Asks the worker whenever the text or what belongs to it changes, when it is there again, and when it knows more.
pub(in crate::ui) fn check_on_change(workspace: Workspace, worker: WorkerWatch) {
    let checking = Checking { workspace, worker, next: StoredValue::new_local(None), is_busy: StoredValue::new(false) };
    let revision = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let document = workspace.document.get();
        let options = Box::new(workspace.check_options());
        let is_gone = worker.failure.get().is_some();
        worker.services_loaded.track();
        workspace.is_checking.set(!is_gone);
        workspace.is_unchecked.set(is_gone);
        if is_gone {
            return;
        }
        revision.update_value(|revision| *revision += 1);
        checking.next.set_value(Some(Next { revision: revision.get_value(), document, options }));
        after_paint(move || checking.go_on());
    });
}

impl Checking {
    fn go_on(self) {
        if self.is_busy.get_value() {
            return;
        }
        let Some(next) = self.next.try_update_value(Option::take).flatten() else { return };
        self.is_busy.set_value(true);
        let text = next.document.text().into();
        let request = Request::Check { revision: next.revision, text, options: next.options.clone() };
        self.worker.engine.with_value(|engine| engine.ask(request, move |answer| self.show(next, answer)));
    }

    fn show(self, asked: Next, answer: Result<Response, Unanswered>) {
        self.is_busy.set_value(false);
        let is_there = self.worker.failure.with_untracked(Option::is_none);
        if answer == Err(Unanswered::NeverAsked) && is_there && self.next.with_value(Option::is_none) {
            self.next.set_value(Some(asked));
            return self.go_on();
        }
        if self.next.with_value(Option::is_some) {
            return self.go_on();
        }
        self.workspace.is_unchecked.set(answer.is_err());
        if let Ok(Response::Checked { diagnostics, example_input, .. }) = answer {
            self.workspace.checked.set_value(Some(asked.document));
            if self.workspace.diagnostics.with_untracked(|shown| *shown != diagnostics) {
                self.workspace.diagnostics.set(diagnostics);
            }
            if self.workspace.example_input.with_untracked(|known| *known != example_input) {
                self.workspace.example_input.set(example_input);
            }
        }
        self.workspace.is_checking.set(false);
    }
}
