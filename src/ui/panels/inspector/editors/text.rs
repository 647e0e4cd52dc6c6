//! Controls in which people type: lines, numbers, paths, expressions, timestamps.

use super::Control;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::Path;
use crate::form::Codec;
use crate::ui::panels::inspector::draft::Draft;
use crate::ui::panels::inspector::field_problems::has_error;
use leptos::prelude::*;

/// How the control looks, and what it says of what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Line,
    Lines,
    Number,
    Expression,
    Path { has_calls: bool },
    Timestamp,
}

/// The unit that is written behind a number.
fn unit(field: &str) -> Option<&'static str> {
    match field {
        _ if field.ends_with("Seconds") => Some("s"),
        _ if field.ends_with("Percentage") => Some("%"),
        "MaxInputBytesPerBatch" => Some("B"),
        _ => None,
    }
}

/// What is wrong with a path while it is typed.
fn path_fault(text: &str, has_calls: bool) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    if has_calls && Intrinsic::is_call(text) {
        return Intrinsic::check(text).err().map(|fault| fault.reason);
    }
    Path::parse_placed(text).err().map(|fault| fault.reason)
}

/// A control in which people type.
pub(super) fn text(control: Control, codec: Codec, look: Look) -> AnyView {
    let &Control { form, object, is_optional, is_typing, found, default, .. } = &control;
    let draft = Draft::new(form, object, control.field.clone(), codec, is_optional, is_typing);
    let words = move || form.workspace.words();
    let is_invalid = move || draft.fault().is_some() || found.with(|found| has_error(found));
    let default_text = move || default.map(|default| words().form_default_value(default)).unwrap_or_default();
    let placeholder = move || match look {
        Look::Timestamp => "2030-01-01T00:00:00Z".to_owned(),
        Look::Path { .. } if default.is_none() => "$.".to_owned(),
        _ => default_text(),
    };
    let described_by = control.described_by();
    let data_field = control.data_field();
    let id = control.id.clone();
    // What a line and an area have in common.
    let attributes = || {
        view! {
            <{..}
                id=id.clone()
                data-field=data_field.clone()
                placeholder=placeholder
                spellcheck=if look == Look::Lines { "true" } else { "false" }
                aria-describedby=described_by.clone()
                aria-invalid=move || is_invalid().to_string()
                prop:value=move || draft.text()
                on:input=move |event| draft.on_input(event_target_value(&event))
                on:focus=move |_| draft.on_focus()
                on:blur=move |_| draft.on_blur()
                on:keydown=move |event| draft.on_key(&event)
            />
        }
    };
    let area = |class: &'static str| {
        let rows = move || draft.text().lines().count().clamp(1, 12).to_string();
        view! { <textarea {..attributes()} class=class rows=rows></textarea> }
    };
    let input = |class: &'static str| {
        view! {
            <input
                class=class
                autocomplete="off"
                inputmode=if look == Look::Number { "decimal" } else { "text" }
                {..attributes()}
            />
        }
    };
    let view = match look {
        Look::Line => input("input").into_any(),
        Look::Lines => area("input is-growing").into_any(),
        Look::Number => view! {
            <div class="with-unit">
                {input("input")}
                {unit(&control.field).map(|unit| view! { <span class="unit" aria-hidden="true">{unit}</span> })}
            </div>
        }
        .into_any(),
        Look::Expression => view! {
            <div class="expression">
                <span aria-hidden="true">"{%"</span>
                {area("input is-growing is-code")}
                <span aria-hidden="true">"%}"</span>
            </div>
        }
        .into_any(),
        Look::Path { has_calls } => view! {
            {input("input is-code")}
            {move || {
                // What the checker says of the stored path takes the place of this.
                let fault = path_fault(&draft.text(), has_calls).filter(|_| found.with(Vec::is_empty));
                fault.map(|fault| view! { <p class="field-note">{words().form_wrong_path(&fault)}</p> })
            }}
        }
        .into_any(),
        Look::Timestamp => view! {
            {input("input is-code")}
            <label class="local-time">
                <span>{move || words().form_local_time()}</span>
                <input
                    type="datetime-local"
                    class="input"
                    step="1"
                    data-local-time=data_field.clone()
                    prop:value=move || local_time(&draft.text())
                    on:focus=move |_| draft.on_focus()
                    on:change=move |event| {
                        if let Some(moment) = moment(&event_target_value(&event)) {
                            draft.on_input(moment);
                        }
                    }
                    on:blur=move |_| draft.on_blur()
                />
            </label>
        }
        .into_any(),
    };
    view! {
        {view}
        {move || draft.fault_words().map(|fault| view! { <p class="field-error" role="alert">{fault}</p> })}
    }
    .into_any()
}

/// A moment that a person chose in local time, as the language writes it.
fn moment(local: &str) -> Option<String> {
    let date = js_sys::Date::new(&local.into());
    if date.get_time().is_nan() {
        return None;
    }
    let text = String::from(date.to_iso_string());
    Some(text.strip_suffix(".000Z").map_or(text.clone(), |seconds| format!("{seconds}Z")))
}

/// A moment of the language as a control in local time has it; nothing while it is none.
fn local_time(moment: &str) -> String {
    let date = js_sys::Date::new(&moment.into());
    if !moment.contains('T') || date.get_time().is_nan() {
        return String::new();
    }
    let local = date.get_time() - date.get_timezone_offset() * 60_000.0;
    let text = String::from(js_sys::Date::new(&local.into()).to_iso_string());
    text.split_once('.').map_or(text.clone(), |(seconds, _)| seconds.to_owned())
}
