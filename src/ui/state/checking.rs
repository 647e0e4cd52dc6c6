//! Keeping the problems up to date: the worker checks each text, the latest counts.
//!
//! There is no pause for typing: the worker gets a text as soon as its drawing is on the screen and the worker is free, and
//! while it is at work only the latest of the texts that come waits for it. Neither typing nor drawing waits for a check.

use super::Workspace;
use crate::asl::Document;
use crate::check::Options;
use crate::engine::{Request, Response};
use crate::ui::platform::engine::Engine;
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
    engine: StoredValue<Engine, LocalStorage>,
    next: StoredValue<Option<Next>, LocalStorage>,
    is_busy: StoredValue<bool>,
}

/// Asks the worker whenever the text or what belongs to it changes.
pub(in crate::ui) fn check_on_change(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>) {
    let checking = Checking { workspace, engine, next: StoredValue::new_local(None), is_busy: StoredValue::new(false) };
    let revision = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let document = workspace.document.get();
        let options = Box::new(workspace.check_options());
        workspace.is_checking.set(true);
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
        let Next { revision, document, options } = next;
        self.is_busy.set_value(true);
        let request = Request::Check { revision, text: document.text().to_owned(), options };
        self.engine.with_value(|engine| engine.ask(&request, move |response| self.show(document, response)));
    }

    fn show(self, document: Arc<Document>, response: Option<Response>) {
        self.is_busy.set_value(false);
        if self.next.with_value(Option::is_some) {
            return self.go_on();
        }
        if let Some(Response::Checked { diagnostics, .. }) = response {
            self.workspace.checked.set_value(Some(document));
            if self.workspace.diagnostics.with_untracked(|shown| *shown != diagnostics) {
                self.workspace.diagnostics.set(diagnostics);
            }
        }
        self.workspace.is_checking.set(false);
    }
}
