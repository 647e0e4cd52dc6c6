//! The parameters of a Task: a field for each that the action has, where that is known; else, or if a person wants to, JSON.

use super::{Control, json};
use crate::calls::{Described, Parameter};
use crate::edit::FieldValue;
use crate::form::{Part, call_entries};
use crate::text::json::NodeKind;
use crate::ui::controls::{Icon, icon};
use crate::ui::panels::inspector::called::Called;
use crate::ui::panels::inspector::focus::{adder_id, focus_soon};
use crate::ui::panels::inspector::form::{At, Form, ShownAsJson};
use crate::ui::panels::inspector::rows::Lines;
use leptos::ev;
use leptos::prelude::*;
use serde_json::Value;

/// How the parameters are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// As fields.
    Fields,
    /// As a button that puts in what the action needs: there are none yet.
    Missing,
    /// As JSON.
    Json,
}

/// Whether parameters that are at that place are listed as fields, which tell of their own problems.
pub(in crate::ui::panels::inspector) fn lists_arguments(form: Form, inner: At) -> Memo<bool> {
    let called = use_context::<Called>();
    let as_json = use_context::<ShownAsJson>();
    Memo::new(move |_| {
        let is_known = called.is_some_and(|called| {
            called.description.with(|description| matches!(description.parameters, Described::Known { .. }))
        });
        let has_members =
            form.read(inner, |document, node| Some(matches!(document.tree().kind(node), NodeKind::Object(_))));
        is_known && has_members == Some(true) && !as_json.is_some_and(|as_json| as_json.0.get())
    })
}

/// The parameters of a Task.
pub(super) fn arguments(control: Control) -> AnyView {
    let &Control { form, object, is_typing, .. } = &control;
    let Called { description, resource } = expect_context::<Called>();
    let as_json = expect_context::<ShownAsJson>();
    let field = StoredValue::new(control.field.clone());
    let inner = object.join(control.field.clone());
    let words = move || form.workspace.words();
    let is_known =
        Memo::new(move |_| description.with(|description| matches!(description.parameters, Described::Known { .. })));
    // None where there is no value, else whether it has members.
    let has_members = Memo::new(move |_| {
        form.read(inner, |document, node| Some(matches!(document.tree().kind(node), NodeKind::Object(_))))
    });
    let shown = Memo::new(move |before: Option<&Shown>| match (is_known.get(), has_members.get()) {
        // Whoever types JSON shall not lose the control in the middle of it.
        _ if is_typing.get() && before == Some(&Shown::Json) => Shown::Json,
        (true, Some(true)) if !as_json.0.get() => Shown::Fields,
        (true, None) => Shown::Missing,
        _ => Shown::Json,
    });
    let note = move || {
        description.with(|description| match description.parameters {
            Described::NotLoaded => Some(words().form_call_not_loaded()),
            // What is no integration has parameters of its own.
            Described::Unknown if resource.with(|resource| resource.contains(":states:::")) => {
                Some(words().form_call_unknown())
            }
            _ => None,
        })
    };
    let toggle = move || {
        (is_known.get() && has_members.get() == Some(true)).then(|| {
            view! {
                <button
                    type="button"
                    class="button is-quiet is-small as-json"
                    data-command="arguments-as-json"
                    aria-pressed=move || as_json.0.get().to_string()
                    on:click=move |_| as_json.0.update(|as_json| *as_json = !*as_json)
                >
                    {icon(Icon::Code)}
                    {move || words().form_call_as_json()}
                </button>
            }
        })
    };
    let add_needed = move |_| {
        let example = description.with_untracked(|description| match &description.parameters {
            Described::Known { example, .. } => Some(example.clone()),
            _ => None,
        });
        form.set(object, &field.get_value(), example.map(FieldValue::Json));
    };
    let id = control.id.clone();
    let labelled_by = format!("{id}-label");
    view! {
        {move || note().map(|note| view! { <p class="field-note" data-call-note="">{note}</p> })}
        {toggle}
        {move || match shown.get() {
            Shown::Fields => {
                view! {
                    <div class="subform" role="group" aria-labelledby=labelled_by.clone() id=id.clone()>
                        {fields(form, inner)}
                    </div>
                }
                .into_any()
            }
            Shown::Missing => {
                view! {
                    <button
                        type="button"
                        class="add-chip"
                        id=id.clone()
                        data-add-object=object.data_field(&field.get_value())
                        on:click=add_needed
                    >
                        {icon(Icon::Plus)}
                        {move || words().form_add_needed()}
                    </button>
                }
                .into_any()
            }
            Shown::Json => json(control.clone()),
        }}
    }
    .into_any()
}

fn fields(form: Form, inner: At) -> AnyView {
    let Called { description, .. } = expect_context::<Called>();
    let parameters = Memo::new(move |_| {
        description.with(|description| match &description.parameters {
            Described::Known { parameters, .. } => parameters.clone(),
            _ => Vec::new(),
        })
    });
    let entries = Memo::new(move |_| {
        let present = form.members(inner);
        parameters.with(|parameters| call_entries(parameters, form.language.get(), &present))
    });
    let lines = Lines::of(form, inner, Part::Call, entries);
    view! {
        {lines.general_problems()}
        {lines.rows(None)}
        {lines.others()}
        {adder(lines, parameters)}
    }
    .into_any()
}

/// A field that adds a parameter by its name. A name that the table does not have is taken, too: it may be newer.
fn adder(lines: Lines, parameters: Memo<Vec<Parameter>>) -> AnyView {
    let Lines { form, object, .. } = lines;
    let words = move || form.workspace.words();
    let typed = RwSignal::new(String::new());
    let offered = Memo::new(move |_| {
        let names = lines.offered_names();
        parameters.with(|parameters| {
            let known = parameters.iter().filter(|known| names.contains(&known.name.as_str()));
            known.map(|known| (known.name.clone(), known.shape.clone())).collect::<Vec<_>>()
        })
    });
    let add = move |must_be_known: bool| {
        let name = typed.get_untracked().trim().to_owned();
        let is_offered = offered.with_untracked(|offered| offered.iter().any(|(known, _)| *known == name));
        if name.is_empty() || must_be_known && !is_offered {
            return;
        }
        typed.set(String::new());
        let known = parameters.with_untracked(|known| known.iter().find(|known| known.name == name).cloned());
        match known {
            // What is typed in is written then; an object starts with what it needs.
            Some(known) if is_offered && known.kind != crate::calls::Kind::Json => lines.open(&name),
            Some(known) if is_offered => {
                form.set(object, &name, Some(FieldValue::Json(known.example)));
            }
            Some(_) => {}
            None => {
                form.set(object, &name, Some(FieldValue::Value(Value::from(""))));
            }
        }
        focus_soon(object.id(&name));
    };
    let id = adder_id(object);
    let list = format!("{id}-list");
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            add(false);
        }
        "Escape" if !typed.with_untracked(String::is_empty) => {
            typed.set(String::new());
            event.stop_propagation();
        }
        _ => {}
    };
    view! {
        <div class="with-button">
            <input
                class="input"
                id=id
                data-add-parameter=""
                autocomplete="off"
                spellcheck="false"
                list=list.clone()
                aria-label=move || words().form_add_parameter()
                placeholder=move || words().form_add_parameter()
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
                on:change=move |_| add(true)
                on:keydown=on_key
            />
            <button
                type="button"
                class="button is-icon"
                aria-label=move || words().form_add_parameter()
                title=move || words().form_add_parameter()
                on:click=move |_| add(false)
            >
                {icon(Icon::Plus)}
            </button>
            <datalist id=list>
                {move || {
                    let offered = offered.get().into_iter();
                    offered.map(|(name, shape)| view! { <option value=name>{shape}</option> }).collect_view()
                }}
            </datalist>
        </div>
    }
    .into_any()
}
