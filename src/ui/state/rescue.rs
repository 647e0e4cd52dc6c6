//! What a person gets if the page fails: the definition as it then is, and words in the language that was shown.

use super::Machines;
use crate::ui::platform::last_resort;
use leptos::prelude::*;

/// Keeps both within reach of what is left when the page has failed.
pub(in crate::ui) fn keep_within_reach(machines: Machines) {
    let workspace = machines.workspace;
    Effect::new(move |_| {
        let (name, document) = (machines.file_name(), workspace.document.get());
        last_resort::keep_within_reach(move || (name.clone(), document.text().to_owned()));
    });
    Effect::new(move |_| {
        let words = workspace.words();
        last_resort::prepare([
            words.page_failed(),
            words.page_failed_what(),
            words.page_failed_hint(),
            words.page_failed_download(),
            words.page_failed_reload(),
        ]);
    });
}
