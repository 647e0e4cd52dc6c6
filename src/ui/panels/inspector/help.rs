//! What a field is for: a button with a question mark, and the words that it opens.

use super::form::{At, Form};
use crate::i18n::page::{FieldHelp, field_help};
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// The help of a field, if there is one.
pub(super) fn help_of(at: At, field: &str) -> Option<&'static FieldHelp> {
    let stem = field.strip_suffix(".$").unwrap_or(field);
    let owner = at.owner();
    field_help(&owner, stem).or_else(|| field_help(&owner, stem.strip_suffix("Path")?))
}

/// The button.
pub(super) fn help_button(form: Form, field: &'static str, id: String, is_open: RwSignal<bool>) -> AnyView {
    view! {
        <button
            type="button"
            class="button is-quiet is-icon is-small help-button"
            aria-label=move || form.workspace.words().form_help_on(field)
            aria-expanded=move || is_open.get().to_string()
            aria-controls=format!("{id}-help")
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            {icon(Icon::Question)}
        </button>
    }
    .into_any()
}

/// The words.
pub(super) fn help_text(form: Form, help: &'static FieldHelp, id: String, is_open: RwSignal<bool>) -> AnyView {
    view! {
        <Show when=move || is_open.get()>
            <p class="field-help" id=format!("{id}-help")>
                {move || help.words(form.workspace.language.get())}
                {(!help.example.is_empty())
                    .then(|| {
                        view! {
                            <span class="field-example">
                                {move || form.workspace.words().form_example()} ": " <code>{help.example}</code>
                            </span>
                        }
                    })}
            </p>
        </Show>
    }
    .into_any()
}
