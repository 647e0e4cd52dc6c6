//! What the execution is started with: its input and its type.

use super::example_input::ExampleInput;
use crate::asl::{ExecutionType, timestamp};
use crate::text::json;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The form of the input.
#[component]
pub(super) fn Input() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_valid =
        move || workspace.has_no_input() || workspace.input.with(|input| json::parse(input).errors.is_empty());
    let option = move |choice: ExecutionType, name: &'static str| {
        view! {
            <button
                type="button"
                data-execution-type=name
                aria-pressed=move || (workspace.execution_type.get() == choice).to_string()
                on:click=move |_| workspace.set_execution_type(choice)
            >
                {name}
            </button>
        }
    };
    view! {
        <section class="group">
            <label class="field">
                <span class="field-label">{move || workspace.words().execution_input()}</span>
                <textarea
                    class="input"
                    id="run-input"
                    spellcheck="false"
                    rows="6"
                    placeholder="{}"
                    prop:value=move || workspace.input.get()
                    aria-invalid=move || (!is_valid()).to_string()
                    on:input=move |event| workspace.set_input(event_target_value(&event))
                    on:blur=move |_| workspace.close_step()
                ></textarea>
            </label>
            <Show when=move || !is_valid()>
                <span class="field-error" role="alert">{move || workspace.words().input_is_not_json()}</span>
            </Show>
            <ExampleInput />
            <div class="field">
                <span class="field-label">{move || workspace.words().execution_type()}</span>
                <div class="segmented" role="group" aria-label=move || workspace.words().execution_type()>
                    {option(ExecutionType::Standard, "Standard")}
                    {option(ExecutionType::Express, "Express")}
                </div>
            </div>
            <StartTime />
        </section>
    }
}

/// The field for the moment at which the virtual clock starts.
#[component]
fn StartTime() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_valid =
        move || workspace.start_time.with(|typed| typed.trim().is_empty() || timestamp::parse(typed.trim()).is_some());
    view! {
        <label class="field">
            <span class="field-label">{move || workspace.words().start_time()}</span>
            <input
                class="input"
                id="run-start-time"
                spellcheck="false"
                autocomplete="off"
                placeholder=move || workspace.words().start_time_now()
                prop:value=move || workspace.start_time.get()
                aria-invalid=move || (!is_valid()).to_string()
                aria-describedby="run-start-time-hint"
                on:input=move |event| workspace.set_start_time(event_target_value(&event))
                on:blur=move |_| workspace.close_step()
            />
        </label>
        <p class="empty" id="run-start-time-hint">{move || workspace.words().start_time_hint()}</p>
        <Show when=move || !is_valid()>
            <span class="field-error" role="alert">{move || workspace.words().start_time_is_no_time()}</span>
        </Show>
    }
}
