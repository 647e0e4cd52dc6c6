//! A field to search or filter a list with.

use crate::i18n::Messages;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// A search field. Its label stands in it as long as it is empty.
#[component]
pub(in crate::ui) fn SearchField(
    /// Its name in element ids.
    id: &'static str,
    /// What it searches, for those who see it and those who do not.
    label: fn(&dyn Messages) -> &'static str,
    /// What is typed.
    text: RwSignal<String>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <input
            class="input"
            type="search"
            id=id
            autocomplete="off"
            placeholder=move || label(workspace.words())
            aria-label=move || label(workspace.words())
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
        />
    }
}
