//! Controls with a list of choices: words of the language, states, `true` and `false`.

use super::Control;
use crate::asl::{EdgeRef, StateKey, TransitionKind};
use crate::edit::commands::{SetField, SetTarget};
use crate::edit::{Command, FieldValue};
use crate::form::targets;
use crate::ui::controls::{Icon, icon};
use crate::ui::panels::inspector::field_problems::has_error;
use crate::ui::panels::inspector::form::{At, Form};
use crate::ui::panels::inspector::query_language;
use crate::ui::state::Conversion;
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast as _;

fn text_of(form: Form, object: At, field: &str) -> Option<String> {
    form.read(object, |document, node| {
        let value = document.tree().get(node, field)?;
        document.tree().as_str(value).map(str::to_owned)
    })
}

/// So many choices are on the page before somebody goes to the control; of more, only the chosen one.
const MAX_READY: usize = 100;

/// A select whose choices follow the document. `choices` are values with what they are called.
fn select(
    control: &Control,
    choices: impl Fn() -> Vec<(String, String)> + Copy + Send + Sync + 'static,
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let found = control.found;
    let is_near = RwSignal::new(false);
    let choices = Memo::new(move |_| {
        let mut list = choices();
        if list.len() > MAX_READY && !is_near.get() {
            let chosen = chosen();
            list.retain(|(value, _)| *value == chosen);
        }
        list
    });
    let chosen = Memo::new(move |_| chosen());
    view! {
        <select
            class="input"
            id=control.id.clone()
            data-field=control.data_field()
            aria-describedby=control.described_by()
            aria-invalid=move || found.with(|found| has_error(found)).to_string()
            // The choices come first: a value that none of them has cannot be chosen.
            prop:value=move || {
                choices.track();
                chosen.get()
            }
            on:focus=move |_| is_near.set(true)
            on:pointerenter=move |_| is_near.set(true)
            on:change=move |event| {
                let wanted = event_target_value(&event);
                choose(wanted.clone());
                // What was refused, or is asked about first, is not shown as if it were done.
                let chosen = chosen.get_untracked();
                let select = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
                if let Some(select) = select.filter(|_| wanted != chosen) {
                    select.set_value(&chosen);
                }
            }
        >
            {move || {
                let chosen = chosen.get();
                choices
                    .get()
                    .into_iter()
                    .map(|(value, title)| {
                        let is_chosen = value == chosen;
                        view! { <option value=value selected=is_chosen>{title}</option> }
                    })
                    .collect_view()
            }}
        </select>
    }
    .into_any()
}

/// One of some words. What is written and is not among them stays, and can be seen.
pub(super) fn one_of(control: Control, known: &'static [&'static str]) -> AnyView {
    let Control { form, object, default, is_optional, .. } = control;
    let field = StoredValue::new(control.field.clone());
    let current = move || field.with_value(|field| text_of(form, object, field));
    let choices = move || {
        let words = form.workspace.words();
        let written = current();
        let mut list = Vec::new();
        if is_optional || written.is_none() {
            let title = match default {
                Some(default) => words.form_default_value(default),
                None => words.form_not_set().to_owned(),
            };
            list.push((String::new(), title));
        }
        list.extend(known.iter().map(|word| ((*word).to_owned(), shortened(word))));
        if let Some(other) = written.filter(|written| !known.contains(&written.as_str())) {
            list.push((other.clone(), other));
        }
        list
    };
    let conversion = expect_context::<Conversion>();
    let choose = move |value: String| {
        let value = (!value.is_empty()).then_some(value);
        let is_asked = field.with_value(|field| field == "QueryLanguage")
            && query_language::turns_to_jsonata(form, value.as_deref());
        let value = value.map(|value| FieldValue::Value(Value::from(value)));
        if !is_asked {
            form.set(object, &field.get_value(), value);
        } else if let Some(object) = form.workspace.document.with_untracked(|document| object.pointer(document)) {
            conversion.open_for_field(form.state, Command::from(SetField { object, field: field.get_value(), value }));
        }
    };
    select(&control, choices, move || current().unwrap_or_default(), choose)
}

/// ARNs are told apart by their ends.
fn shortened(word: &str) -> String {
    word.strip_prefix("arn:aws:states:::").unwrap_or(word).to_owned()
}

/// The name of a state of the scope, and a button that goes there.
pub(super) fn target(control: Control) -> AnyView {
    let Control { form, object, is_optional, .. } = control;
    let field = StoredValue::new(control.field.clone());
    let current = move || field.with_value(|field| text_of(form, object, field));
    let choices = move || {
        let words = form.workspace.words();
        let names = form
            .workspace
            .document
            .with(|document| field.with_value(|field| targets(document, &object.place(), field)));
        let mut list = Vec::new();
        if is_optional {
            list.push((String::new(), words.form_no_default().to_owned()));
        } else if current().is_none_or(|current| current.is_empty()) {
            list.push((String::new(), words.form_choose_state().to_owned()));
        }
        if let Some(gone) = current().filter(|current| !current.is_empty() && !names.contains(current)) {
            list.push((gone.clone(), format!("{gone} ({})", words.form_is_missing())));
        }
        list.extend(names.into_iter().map(|name| (name.clone(), name)));
        list
    };
    let choose = move |value: String| {
        let value = (!value.is_empty()).then(|| FieldValue::Value(Value::from(value)));
        form.set(object, &field.get_value(), value);
    };
    let select = select(&control, choices, move || current().unwrap_or_default(), choose);
    view! {
        <div class="with-button">{select} {go_to(form, Signal::derive(current))}</div>
    }
    .into_any()
}

/// A button that selects a state.
fn go_to(form: Form, name: Signal<Option<String>>) -> AnyView {
    let exists = Memo::new(move |_| {
        let name = name.get()?;
        form.workspace.document.with(|document| document.machine().find(&name).map(|_| name))
    });
    view! {
        <button
            type="button"
            class="button is-icon"
            aria-label=move || form.workspace.words().form_go_to()
            title=move || form.workspace.words().form_go_to()
            data-go-to=""
            disabled=move || exists.with(Option::is_none)
            on:click=move |_| {
                if let Some(name) = exists.get_untracked() {
                    form.workspace.selection.set(Some(StateKey::first(name)));
                }
            }
        >
            {icon(Icon::GoTo)}
        </button>
    }
    .into_any()
}

/// `Next`, or `"End": true`.
pub(super) fn following(control: Control) -> AnyView {
    let Control { form, object, .. } = control;
    let next = move || text_of(form, object, "Next");
    let is_end = move || {
        form.read(object, |document, node| document.tree().as_bool(document.tree().get(node, "End")?)) == Some(true)
    };
    // A value that no name of a state is: names have at least one character.
    let choices = move || {
        let words = form.workspace.words();
        let names = form.workspace.document.with(|document| targets(document, &object.place(), "Next"));
        let mut list = Vec::new();
        if next().is_none() && !is_end() {
            list.push((" ".to_owned(), words.form_choose_state().to_owned()));
        }
        list.push((String::new(), words.form_ends_machine().to_owned()));
        if let Some(gone) = next().filter(|next| !names.contains(next)) {
            list.push((gone.clone(), format!("{gone} ({})", words.form_is_missing())));
        }
        list.extend(names.into_iter().map(|name| (name.clone(), name)));
        list
    };
    let chosen = move || match (next(), is_end()) {
        (Some(next), _) => next,
        (None, true) => String::new(),
        (None, false) => " ".to_owned(),
    };
    let choose = move |value: String| {
        form.change(|document| {
            let id = form.state?;
            let machine = document.machine();
            let state = machine.get(id)?;
            let target =
                machine.scope(state.scope).states.iter().copied().find(|id| *machine.state(*id).name == *value);
            let has_next = state.transitions.iter().any(|transition| transition.kind == TransitionKind::Next);
            let object = document.tree().pointer(state.node);
            let set = |field: &str, value: Value| {
                Command::from(SetField {
                    object: object.clone(),
                    field: field.to_owned(),
                    value: Some(FieldValue::Value(value)),
                })
            };
            Some(match (has_next, state.is_end, target) {
                (true, _, target) => {
                    Command::from(SetTarget { edge: EdgeRef::Transition(id, TransitionKind::Next), target })
                }
                (false, true, target) => Command::from(SetTarget { edge: EdgeRef::End(id), target }),
                (false, false, Some(_)) => set("Next", json!(value)),
                (false, false, None) => set("End", json!(true)),
            })
        });
    };
    let select = select(&control, choices, chosen, choose);
    view! {
        <div class="with-button">{select} {go_to(form, Signal::derive(next))}</div>
    }
    .into_any()
}

/// `true` or `false`.
pub(super) fn switch(control: Control) -> AnyView {
    let Control { form, object, .. } = control;
    let field = StoredValue::new(control.field.clone());
    let chosen = move || {
        let value = form.read(object, |document, node| {
            document.tree().as_bool(field.with_value(|field| document.tree().get(node, field))?)
        });
        value.map(|value| value.to_string()).unwrap_or_default()
    };
    let choices = move || {
        let words = form.workspace.words();
        let mut list = vec![
            ("true".to_owned(), words.form_is_true().to_owned()),
            ("false".to_owned(), words.form_is_false().to_owned()),
        ];
        if chosen().is_empty() {
            list.insert(0, (String::new(), words.form_not_set().to_owned()));
        }
        list
    };
    let choose = move |value: String| {
        form.set(object, &field.get_value(), Some(FieldValue::Value(Value::Bool(value == "true"))));
    };
    select(&control, choices, chosen, choose)
}
