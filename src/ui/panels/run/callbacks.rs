//! Tasks that wait for their token: it is sent back here by hand.

use super::now::place;
use crate::engine::Callback;
use crate::sim::Callback as Waiting;
use crate::text::json;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// One form for each task that waits, while nothing else can happen.
#[component]
pub(super) fn Callbacks() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let waiting = Memo::new(move |_| {
        let callbacks = run.shown_snapshot().map(|snapshot| snapshot.callbacks).unwrap_or_default();
        if run.waits_for_person() { callbacks } else { Vec::new() }
    });
    view! {
        <Show when=move || waiting.with(|waiting| !waiting.is_empty())>
            <section class="group callbacks" data-callbacks="" aria-live="polite">
                <h3>{move || workspace.words().callbacks()}</h3>
                <p class="empty">{move || workspace.words().callbacks_hint()}</p>
                {move || waiting.get().into_iter().map(|task| view! { <CallbackForm task /> }).collect_view()}
                <button type="button" class="button" data-callback="time" on:click=move |_| run.let_time_pass()>
                    {move || workspace.words().let_time_pass()}
                </button>
            </section>
        </Show>
    }
}

#[component]
fn CallbackForm(
    /// The task that waits.
    task: Waiting,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let name = workspace.document.with_untracked(|document| document.machine().state(task.state).name.to_string());
    let key = name.clone();
    let output = RwSignal::new("{}".to_owned());
    let error = RwSignal::new(String::new());
    let cause = RwSignal::new(String::new());
    let is_json = move || output.with(|output| json::parse(output).errors.is_empty());
    let task_token = StoredValue::new(task.task_token);
    let send = move |callback: Callback| run.send(task_token.get_value(), callback);
    view! {
        <fieldset class="callback" data-callback-of=key>
            <legend>{name} " " <span class="is-muted">{place(&task.path)}</span></legend>
            <code class="arn" title=move || workspace.words().task_token()>{task_token.get_value()}</code>
            <label class="field">
                <span class="field-label">{move || workspace.words().output()}</span>
                <textarea
                    class="input"
                    data-callback-field="output"
                    spellcheck="false"
                    rows="2"
                    prop:value=move || output.get()
                    aria-invalid=move || (!is_json()).to_string()
                    on:input=move |event| output.set(event_target_value(&event))
                ></textarea>
            </label>
            <div class="row">
                <button
                    type="button"
                    class="button is-primary"
                    data-callback="success"
                    disabled=move || !is_json()
                    on:click=move |_| send(Callback::Success(output.get_untracked()))
                >
                    "SendTaskSuccess"
                </button>
                {task.has_heartbeat.then(|| view! {
                    <button
                        type="button"
                        class="button"
                        data-callback="heartbeat"
                        on:click=move |_| send(Callback::Heartbeat)
                    >
                        "SendTaskHeartbeat"
                    </button>
                })}
            </div>
            <div class="row">
                <label class="field">
                    <span class="field-label">{move || workspace.words().mock_error_name()}</span>
                    <input
                        class="input"
                        data-callback-field="error"
                        prop:value=move || error.get()
                        on:input=move |event| error.set(event_target_value(&event))
                    />
                </label>
                <label class="field">
                    <span class="field-label">{move || workspace.words().mock_cause()}</span>
                    <input
                        class="input"
                        data-callback-field="cause"
                        prop:value=move || cause.get()
                        on:input=move |event| cause.set(event_target_value(&event))
                    />
                </label>
                <button
                    type="button"
                    class="button"
                    data-callback="failure"
                    on:click=move |_| {
                        send(Callback::Failure { error: error.get_untracked(), cause: cause.get_untracked() });
                    }
                >
                    "SendTaskFailure"
                </button>
            </div>
        </fieldset>
    }
}
