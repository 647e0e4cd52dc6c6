//! One field of the inspector: a line of text, a switch, or JSON, as its value wants.

use crate::asl::field::{Field, Kind};
use crate::edit::{Command, FieldValue};
use crate::text::json::NodeKind;
use crate::text::{Pointer, Style, json};
use crate::ui::controls::{Icon, icon};
use crate::ui::state::Workspace;
use leptos::prelude::*;
use serde_json::{Value, json};

/// Which field, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FieldSource {
    pub(super) name: String,
    /// What it must be; none for a field that the language does not know.
    pub(super) kind: Option<Kind>,
}

/// What a field starts with when it is added.
pub(super) fn initial_value(field: &Field) -> Value {
    match (field.name, field.kind) {
        ("QueryLanguage", _) => json!("JSONPath"),
        ("Version", _) => json!("1.0"),
        ("Retry", _) => {
            json!([{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 3, "BackoffRate": 2 }])
        }
        ("Catch", _) => json!([{ "ErrorEquals": ["States.ALL"], "Next": "" }]),
        ("InputPath" | "OutputPath" | "ResultPath" | "ItemsPath", _) => json!("$"),
        ("Timestamp", _) => json!("2030-01-01T00:00:00Z"),
        (_, Kind::Text | Kind::StateName | Kind::Path) => json!(""),
        (_, Kind::Integer(least, _)) => json!(least.max(1)),
        (_, Kind::Number(least)) => json!(least),
        (_, Kind::Boolean) => json!(true),
        (_, Kind::Array) => json!([]),
        (_, Kind::Object | Kind::Any) => json!({}),
    }
}

/// How a value is shown.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    /// A text without its quotes.
    Text(String),
    Switch(bool),
    /// JSON as it is written, its lines moved to the left.
    Json(String),
}

/// A field with its name, its value and the way to remove it.
#[component]
pub(super) fn FieldRow(object: Signal<Pointer>, source: FieldSource) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let name = StoredValue::new(source.name.clone());
    let error = RwSignal::new(None::<&'static str>);
    let shown = Memo::new(move |_| {
        let pointer = object.get();
        workspace.document.with(|document| {
            let node = document.tree().at(&pointer)?;
            let member = document.tree().member(node, &name.get_value())?;
            Some(match document.tree().kind(member.value) {
                NodeKind::String(text) => Shown::Text(text.to_string()),
                NodeKind::Bool(value) => Shown::Switch(*value),
                _ => {
                    let indentation = Style::indentation_at(document.text(), member.key_span.start);
                    let source = document.source(member.value);
                    let lines: Vec<&str> =
                        source.lines().map(|line| line.strip_prefix(indentation).unwrap_or(line)).collect();
                    Shown::Json(lines.join("\n"))
                }
            })
        })
    });
    let set = move |value: FieldValue| {
        let command = Command::SetField { object: object.get_untracked(), field: name.get_value(), value: Some(value) };
        workspace.apply(&command);
    };
    let commit_json = move |text: String| {
        if json::parse(&text).errors.is_empty() {
            error.set(None);
            set(FieldValue::Json(text));
        } else {
            error.set(Some(workspace.language.get_untracked().messages().not_json()));
        }
    };
    // A text field stays one while it is edited, even when it is emptied.
    let form = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(std::mem::discriminant)));
    let text = move || match shown.get() {
        Some(Shown::Text(text) | Shown::Json(text)) => text,
        _ => String::new(),
    };
    let remove = move |_| {
        workspace.apply(&Command::SetField { object: object.get_untracked(), field: name.get_value(), value: None });
    };
    let id = format!("field-{}", source.name);
    let label_for = id.clone();
    let control = move || {
        form.track();
        let id = id.clone();
        match untrack(move || shown.get()) {
            Some(Shown::Text(initial)) if !initial.contains('\n') && initial.len() <= 60 => view! {
                <input
                    class="input"
                    id=id
                    data-field=name.get_value()
                    prop:value=text
                    on:change=move |event| set(FieldValue::Value(Value::from(event_target_value(&event))))
                />
            }
            .into_any(),
            Some(Shown::Text(_)) => view! {
                <textarea
                    class="input"
                    id=id
                    data-field=name.get_value()
                    prop:value=text
                    on:change=move |event| set(FieldValue::Value(Value::from(event_target_value(&event))))
                ></textarea>
            }
            .into_any(),
            Some(Shown::Switch(_)) => view! {
                <input
                    type="checkbox"
                    id=id
                    data-field=name.get_value()
                    prop:checked=move || shown.get() == Some(Shown::Switch(true))
                    on:change=move |event| set(FieldValue::Value(Value::from(event_target_checked(&event))))
                />
            }
            .into_any(),
            Some(Shown::Json(initial)) if initial.contains('\n') || initial.len() > 24 => view! {
                <textarea
                    class="input"
                    id=id
                    data-field=name.get_value()
                    spellcheck="false"
                    rows=initial.lines().count().clamp(3, 14).to_string()
                    prop:value=text
                    aria-invalid=move || error.get().is_some().to_string()
                    on:change=move |event| commit_json(event_target_value(&event))
                ></textarea>
            }
            .into_any(),
            Some(Shown::Json(_)) => view! {
                <input
                    class="input"
                    id=id
                    data-field=name.get_value()
                    prop:value=text
                    aria-invalid=move || error.get().is_some().to_string()
                    on:change=move |event| commit_json(event_target_value(&event))
                />
            }
            .into_any(),
            None => ().into_any(),
        }
    };
    view! {
        <div class="field">
            <span class="field-label">
                <label for=label_for>
                    <code>{source.name}</code>
                </label>
                <button
                    type="button"
                    class="button is-quiet is-icon is-small"
                    aria-label=move || format!("{}: {}", workspace.words().remove_field(), name.get_value())
                    title=move || workspace.words().remove_field()
                    on:click=remove
                >
                    {icon(Icon::Close)}
                </button>
            </span>
            {control}
            {move || error.get().map(|error| view! { <span class="field-error" role="alert">{error}</span> })}
        </div>
    }
}
