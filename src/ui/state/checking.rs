//! Keeping the problems up to date: the worker checks each text, the latest counts.
//!
//! There is no pause for typing: the worker gets a text as soon as it is free, and while it is at work only the latest of
//! the texts that come waits for it. Typing never waits for a check.

use super::Workspace;
use crate::asl::Document;
use crate::engine::{Request, Response};
use crate::ui::platform::engine::Engine;
use leptos::prelude::*;
use std::sync::Arc;

/// A text that is to be checked.
struct Next {
    request: Request,
    document: Arc<Document>,
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
        let request = Request::Check { revision: revision.get_value(), text: document.text().to_owned(), options };
        checking.next.set_value(Some(Next { request, document }));
        checking.go_on();
    });
}

impl Checking {
    fn go_on(self) {
        if self.is_busy.get_value() {
            return;
        }
        let Some(Next { request, document }) = self.next.try_update_value(Option::take).flatten() else { return };
        self.is_busy.set_value(true);
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
