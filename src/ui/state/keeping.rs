//! Keeping a person's work in the browser, within a second of each change.

use super::{NoticeKind, SavedState, Workspace};
use crate::project::{Unreadable, decode, encode};
use crate::ui::platform::storage;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

const KEY: &str = "project";

/// What could not be read is kept under this name, so that nothing is lost.
const UNREADABLE_KEY: &str = "project.unreadable";

/// How long changes are gathered before they are written, in milliseconds.
const PAUSE: u32 = 250;

/// Brings back what was kept, then calls `then`.
pub(in crate::ui) fn restore(workspace: Workspace, then: impl FnOnce() + 'static) {
    spawn_local(async move {
        if let Some(text) = storage::load(KEY).await {
            match decode(&text) {
                Ok(project) => workspace.restore(project),
                Err(Unreadable::Malformed | Unreadable::TooNew { .. }) => {
                    storage::save(UNREADABLE_KEY, &text).await;
                    let words = workspace.language.get_untracked().messages();
                    workspace.notify(NoticeKind::Warning, words.unreadable_saved(), false);
                }
            }
        }
        then();
    });
}

/// Writes the project whenever something of it changes. Says once when that fails, and offers the download.
pub(in crate::ui) fn keep_on_change(workspace: Workspace) {
    let pause = StoredValue::new_local(None::<Timeout>);
    let has_warned = StoredValue::new(false);
    let kept = StoredValue::new(untrack(move || workspace.project()));
    let keep = move || {
        // Put together only now: a keystroke should not copy all that a person has made.
        let project = untrack(move || workspace.project());
        if kept.with_value(|kept| *kept == project) {
            return workspace.saved.set(SavedState::Saved);
        }
        spawn_local(async move {
            if storage::save(KEY, &encode(&project)).await {
                kept.set_value(project);
                workspace.saved.set(SavedState::Saved);
                has_warned.set_value(false);
                return;
            }
            workspace.saved.set(SavedState::Failed);
            if !has_warned.get_value() {
                has_warned.set_value(true);
                let words = workspace.language.get_untracked().messages();
                let notice = format!("{}. {}", words.not_saved(), words.not_saved_hint());
                workspace.notify(NoticeKind::Error, notice, true);
            }
        });
    };
    Effect::new(move |before: Option<()>| {
        workspace.track_project();
        if before.is_none() {
            return;
        }
        if workspace.saved.get_untracked() != SavedState::Saving {
            workspace.saved.set(SavedState::Saving);
        }
        pause.set_value(Some(Timeout::new(PAUSE, keep)));
    });
}
