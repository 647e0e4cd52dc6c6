//! A list of texts: each with a button that removes it, and a field that adds one.

use super::Control;
use crate::edit::FieldValue;
use crate::form::error_names;
use crate::ui::controls::{Icon, icon};
use crate::ui::panels::inspector::field_problems::has_error;
use crate::ui::panels::inspector::focus::focus_soon;
use leptos::ev;
use leptos::prelude::*;
use serde_json::Value;

/// A list of texts; of error names, which are suggested, if `has_errors`.
pub(super) fn texts(control: Control, has_errors: bool) -> AnyView {
    let Control { form, object, .. } = control;
    let field = StoredValue::new(control.field.clone());
    let values = Memo::new(move |_| {
        let found = form.read(object, |document, node| {
            let list = field.with_value(|field| document.tree().get(node, field))?;
            Some(document.tree().items(list).iter().map(|item| document.value(*item)).collect::<Vec<_>>())
        });
        found.unwrap_or_default()
    });
    let set =
        move |values: Vec<Value>| form.set(object, &field.get_value(), Some(FieldValue::Value(Value::from(values))));
    let typed = RwSignal::new(String::new());
    let add = move || {
        let texts: Vec<Value> =
            typed.get_untracked().split(',').map(str::trim).filter(|text| !text.is_empty()).map(Value::from).collect();
        typed.set(String::new());
        if texts.is_empty() {
            return false;
        }
        let mut list = values.get_untracked();
        let new: Vec<Value> = texts.into_iter().filter(|text| !list.contains(text)).collect();
        list.extend(new);
        set(list);
        true
    };
    let remove = move |index: usize| {
        let mut list = values.get_untracked();
        if index < list.len() {
            list.remove(index);
            set(list);
        }
    };
    let id = control.id.clone();
    let input_id = id.clone();
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" | "," => {
            let is_added = add();
            if is_added || event.key() == "," {
                event.prevent_default();
            }
        }
        "Escape" if !typed.with_untracked(String::is_empty) => {
            typed.set(String::new());
            event.stop_propagation();
        }
        // What is typed and not in the list yet is the browser's to undo.
        "z" | "Z" if (event.ctrl_key() || event.meta_key()) && !typed.with_untracked(String::is_empty) => {
            event.stop_propagation();
        }
        "Backspace" if typed.with_untracked(String::is_empty) => {
            if let Some(last) = values.with_untracked(|values| values.len().checked_sub(1)) {
                remove(last);
            }
        }
        _ => {}
    };
    let suggestions = move || {
        if !has_errors {
            return Vec::new();
        }
        form.workspace.document.with(|document| {
            let state = form.state.and_then(|state| document.machine().get(state));
            let resource = state.and_then(|state| document.field(state.node, "Resource"));
            let resource = resource.as_ref().and_then(Value::as_str).unwrap_or_default();
            let is_jsonata = form.language.get() == crate::asl::QueryLanguage::JSONata;
            let names = error_names(state.and_then(|state| state.state_type), resource, is_jsonata);
            names.into_iter().filter(|name| !values.with(|values| values.contains(&Value::from(*name)))).collect()
        })
    };
    let label = move || {
        let words = form.workspace.words();
        if has_errors { words.form_add_error() } else { words.form_add_text() }
    };
    let found = control.found;
    view! {
        <div
            class="tokens"
            role="group"
            aria-labelledby=format!("{id}-label")
            data-tokens=control.data_field()
            class:is-invalid=move || found.with(|found| has_error(found))
        >
            {move || {
                values
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(index, value)| {
                        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                        let said = text.clone();
                        let input_id = input_id.clone();
                        view! {
                            <span class="token">
                                <span class="token-text">{text}</span>
                                <button
                                    type="button"
                                    class="token-remove"
                                    aria-label=move || form.workspace.words().form_remove_named(&said)
                                    on:click=move |_| {
                                        remove(index);
                                        focus_soon(input_id.clone());
                                    }
                                >
                                    {icon(Icon::Close)}
                                </button>
                            </span>
                        }
                    })
                    .collect_view()
            }}
            <input
                class="token-input"
                id=id.clone()
                data-field=control.data_field()
                autocomplete="off"
                spellcheck="false"
                list=format!("{id}-list")
                aria-label=label
                aria-describedby=control.described_by()
                placeholder=label
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
                on:change=move |_| {
                    add();
                }
                on:keydown=on_key
            />
            <datalist id=format!("{id}-list")>
                {move || suggestions().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
        </div>
    }
    .into_any()
}
