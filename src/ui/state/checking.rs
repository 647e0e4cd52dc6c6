//! Keeping the problems up to date: the worker checks each text, the latest counts.

use super::Workspace;
use crate::check::Options;
use crate::engine::{Request, Response};
use crate::ui::platform::engine::Engine;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long typing must pause before the text is checked, in milliseconds.
const PAUSE: u32 = 120;

/// Asks the worker whenever the text changes.
pub(in crate::ui) fn check_on_change(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>) {
    let revision = StoredValue::new(0_u64);
    let pause = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let text = workspace.document.with(|document| document.text().to_owned());
        let options = Options {
            execution_type: workspace.execution_type.get(),
            input: serde_json::from_str(&workspace.input.get()).ok(),
            mocks: workspace.mocks.get(),
            silenced: Vec::new(),
        };
        workspace.is_checking.set(true);
        revision.update_value(|revision| *revision += 1);
        let number = revision.get_value();
        pause.set_value(Some(Timeout::new(PAUSE, move || {
            let request = Request::Check { revision: number, text, options: Box::new(options) };
            engine.with_value(|engine| {
                engine.ask(&request, move |response| {
                    if revision.get_value() != number {
                        return;
                    }
                    workspace.is_checking.set(false);
                    if let Some(Response::Checked { diagnostics, .. }) = response {
                        workspace.diagnostics.set(diagnostics);
                    }
                });
            });
        })));
    });
}
