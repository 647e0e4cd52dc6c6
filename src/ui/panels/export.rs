//! Giving the definition away: to the clipboard or as a file.

use crate::ui::platform::{clipboard, file};
use crate::ui::state::{Machines, NoticeKind, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copies the definition.
pub(in crate::ui) fn copy(workspace: Workspace) {
    spawn_local(async move {
        let text = workspace.document.with_untracked(|document| document.text().to_owned());
        let words = workspace.language.get_untracked().messages();
        if clipboard::copy(&text).await {
            workspace.notify(NoticeKind::Information, words.copied(), false);
        } else {
            workspace.notify(NoticeKind::Warning, words.copy_failed(), true);
        }
    });
}

/// Offers the definition as a file.
pub(in crate::ui) fn download(machines: Machines) {
    let workspace = machines.workspace;
    let text = workspace.document.with_untracked(|document| document.text().to_owned());
    let words = workspace.language.get_untracked().messages();
    let name = untrack(move || machines.file_name());
    if file::download(&name, &text) {
        workspace.notify(NoticeKind::Information, format!("{}: {name}", words.downloaded()), false);
    }
}
