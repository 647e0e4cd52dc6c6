//! What a Task calls: an ARN that is typed or found by a few words, and how the Task waits for it.

use super::Control;
use crate::asl::resource::{Pattern, Resource};
use crate::calls::Found;
use crate::check::Problem;
use crate::engine::Reported;
use crate::form::Codec;
use crate::i18n::{Language, Messages};
use crate::palette::{Item, search, service_named, with_calls};
use crate::ui::panels::inspector::called::Called;
use crate::ui::panels::inspector::draft::Draft;
use crate::ui::panels::inspector::field_problems::has_error;
use crate::ui::state::{WorkerWatch, found_calls};
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How many actions are listed.
const MAX_LISTED: usize = 24;

/// What fewer letters find is anything.
const SHORTEST: usize = 2;

/// The control.
pub(super) fn resource(control: Control) -> AnyView {
    let &Control { form, object, is_optional, is_typing, found, .. } = &control;
    let draft = Draft::new(form, object, control.field.clone(), Codec::Text, is_optional, is_typing);
    let words = move || form.workspace.words();
    let is_open = RwSignal::new(false);
    let at = RwSignal::new(None::<usize>);
    let wanted = move || if is_open.get() { draft.text() } else { String::new() };
    let found_by_worker = found_calls(expect_context::<WorkerWatch>(), wanted);
    let calls = Memo::new(move |_| {
        let typed = wanted();
        if typed.trim().chars().count() < SHORTEST {
            return Vec::new();
        }
        found_by_worker.with(|found| resources(&typed, form.workspace.language.get(), found))
    });
    let is_shown = Memo::new(move |_| is_open.get() && calls.with(|calls| !calls.is_empty()));
    let is_search = move || matches!(Resource::parse(&draft.text()), Resource::Other);
    // Of words, which call nothing, the best match is meant until another is chosen.
    let reached = Memo::new(move |_| at.get().or_else(|| is_search().then_some(0)).filter(|_| is_shown.get()));
    let id = control.id.clone();
    let list_id = format!("{id}-list");
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let choose = move |index: usize| {
        let call = calls.with_untracked(|calls| calls.get(index).cloned());
        is_open.set(false);
        if let Some(call) = call {
            // One step with what was typed.
            draft.on_input(format!("arn:aws:states:::{call}"));
        }
    };
    let on_input = move |event| {
        draft.on_input(event_target_value(&event));
        is_open.set(true);
        at.set(None);
    };
    let to_option = option_id.clone();
    let on_key = move |event: ev::KeyboardEvent| {
        let n = calls.with_untracked(Vec::len);
        let shown = untrack(move || is_shown.get());
        let to = |index: usize| {
            at.set(Some(index));
            if let Some(option) = document().get_element_by_id(&to_option(index)) {
                option.scroll_into_view_with_bool(false);
            }
        };
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowDown" | "ArrowUp" if !shown => is_open.set(true),
            "ArrowDown" => to(untrack(move || reached.get()).map_or(0, |index| (index + 1) % n)),
            "ArrowUp" => to(untrack(move || reached.get()).map_or(n - 1, |index| (index + n - 1) % n)),
            "Enter" if shown && untrack(move || reached.get()).is_some() => {
                choose(untrack(move || reached.get()).unwrap_or_default());
            }
            "Escape" if shown => is_open.set(false),
            _ => return draft.on_key(&event),
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let active = {
        let option_id = option_id.clone();
        move || reached.get().map(&option_id)
    };
    let options = move || {
        let calls = calls.get().into_iter().enumerate();
        calls
            .map(|(index, call)| {
                let key = call.clone();
                view! {
                    <li
                        role="option"
                        id=option_id(index)
                        data-call=key
                        aria-selected=move || (reached.get() == Some(index)).to_string()
                        // The field keeps the focus.
                        on:pointerdown=|event| event.prevent_default()
                        on:click=move |_| choose(index)
                    >
                        {call}
                    </li>
                }
            })
            .collect_view()
    };
    let described_by = control.described_by();
    view! {
        <div class="combobox">
            <input
                class="input is-code"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                id=id
                data-field=control.data_field()
                aria-autocomplete="list"
                aria-expanded=move || is_shown.get().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=active
                aria-describedby=described_by
                aria-invalid=move || (draft.fault().is_some() || found.with(|found| has_error(found))).to_string()
                placeholder=move || words().form_find_action()
                prop:value=move || draft.text()
                on:input=on_input
                on:focus=move |_| draft.on_focus()
                on:blur=move |_| {
                    is_open.try_set(false);
                    draft.on_blur();
                }
                on:keydown=on_key
            />
            <ul
                class="combobox-list"
                role="listbox"
                id=list_id
                aria-label=move || words().form_find_action()
                hidden=move || !is_shown.get()
            >
                {options}
            </ul>
        </div>
        {pattern(control)}
        <p class="field-note" data-resource-words="" aria-live="polite">
            {move || {
                let typed = draft.text();
                let finds_nothing = is_open.get()
                    && is_search()
                    && typed.trim().chars().count() >= SHORTEST
                    && found_by_worker.with(|found| found.is_whole)
                    && calls.with(Vec::is_empty);
                if finds_nothing {
                    return words().nothing_matches().to_owned();
                }
                let is_known = !found.with(|found| found.iter().any(is_of_no_action));
                resource_words(&typed, is_known, words())
            }}
        </p>
    }
    .into_any()
}

/// How the Task waits, where there is more than one way.
fn pattern(control: Control) -> AnyView {
    let Control { form, object, .. } = control;
    let Called { description, resource } = expect_context::<Called>();
    let words = move || form.workspace.words();
    let patterns = Memo::new(move |_| description.with(|description| description.patterns.clone()));
    let chosen = Memo::new(move |_| match Resource::parse(&resource.get()) {
        Resource::Service { pattern, .. } => pattern.suffix(),
        _ => "",
    });
    let field = StoredValue::new(control.field);
    let choose = move |event| {
        let suffix = event_target_value(&event);
        let whole = resource.get_untracked();
        let base = whole.strip_suffix(chosen.get_untracked()).unwrap_or(&whole);
        let value = crate::edit::FieldValue::Value(format!("{base}{suffix}").into());
        form.set(object, &field.get_value(), Some(value));
    };
    let id = format!("{}-pattern", control.id);
    view! {
        <Show when=move || patterns.with(|patterns| patterns.len() > 1)>
            <select
                class="input"
                id=id.clone()
                data-pattern=""
                aria-label=move || words().form_pattern()
                prop:value=move || {
                    patterns.track();
                    chosen.get()
                }
                on:change=choose
            >
                {move || {
                    let chosen = chosen.get();
                    let option = |pattern: Pattern| {
                        let suffix = pattern.suffix();
                        let title = format!("{} {suffix}", pattern_words(pattern, words()));
                        view! {
                            <option value=suffix selected=suffix == chosen>
                                {title}
                            </option>
                        }
                    };
                    patterns.get().into_iter().map(option).collect_view()
                }}
            </select>
        </Show>
    }
    .into_any()
}

fn pattern_words(pattern: Pattern, words: &dyn Messages) -> &'static str {
    match pattern {
        Pattern::RequestResponse => words.form_pattern_response(),
        Pattern::Sync | Pattern::Sync2 => words.form_pattern_sync(),
        Pattern::WaitForTaskToken => words.form_pattern_token(),
    }
}

/// What stands in a `Resource` for the actions that fit what was typed, without the ways to wait: found by the words of the
/// palette, in both languages, and by those of the table of services.
fn resources(typed: &str, language: Language, found: &Found) -> Vec<String> {
    let items = with_calls(typed, search(typed, language), found);
    let others = found.calls.iter().map(|call| call.id.clone());
    let mut known = BTreeSet::new();
    let named = items.iter().filter_map(Item::resource).chain(others);
    named.filter(|id| known.insert(id.clone())).take(MAX_LISTED).collect()
}

/// Whether a finding says that there is no such action.
fn is_of_no_action(reported: &Reported) -> bool {
    matches!(reported.diagnostic.problem, Problem::UnknownResource { .. })
        || reported.diagnostic.rule == "unlisted-integration"
}

/// What a Task calls, in words; how it waits only for an action that there is.
fn resource_words(text: &str, is_known: bool, words: &dyn Messages) -> String {
    match Resource::parse(text) {
        Resource::LambdaFunction { function } => format!("AWS Lambda · {} {function}", words.form_calls_function()),
        Resource::Activity { name } => format!("{} {name}", words.form_waits_for_worker()),
        Resource::Service { service, action, pattern } => {
            let name = service_named(&service).map_or(&*service, |service| service.name);
            if is_known {
                format!("{name} · {action}, {}", pattern_words(pattern, words))
            } else {
                format!("{name} · {action}")
            }
        }
        Resource::Other if text.is_empty() || text.starts_with("${") => String::new(),
        Resource::Other => words.form_resource_unknown().to_owned(),
    }
}
