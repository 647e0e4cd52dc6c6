//! The run: its input, what each state got and gave, the history, and the mocks.

use super::mock::MockForm;
use crate::asl::{Document, StateType};
use crate::engine::{Visit, VisitStatus};
use crate::sim::Status;
use crate::text::json;
use crate::ui::controls::{state_icon, type_class};
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// How many visits and events are listed at once: the latest.
const MAX_SHOWN: usize = 100;

/// JSON text with one member a line; text that is no JSON as it is.
fn pretty(text: &str) -> String {
    let parsed = json::parse(text);
    match parsed.tree.root().filter(|_| parsed.errors.is_empty()) {
        Some(root) => format!("{:#}", parsed.tree.value(text, root)),
        None => text.to_owned(),
    }
}

fn type_of(document: &Document, name: &str) -> Option<StateType> {
    document.machine().find(name).and_then(|id| document.machine().state(id).state_type)
}

/// The run panel.
#[component]
pub(in crate::ui) fn RunPanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_valid = move || workspace.input.with(|input| json::parse(input).errors.is_empty());
    let selected_task = Memo::new(move |_| {
        workspace.selected().and_then(|id| {
            workspace.document.with(|document| {
                let state = document.machine().state(id);
                (state.state_type == Some(StateType::Task)).then(|| state.name.to_string())
            })
        })
    });
    view! {
        <div class="panel-body">
            <h2 class="visually-hidden">{move || workspace.words().execution()}</h2>
            <p class="note">{move || workspace.words().simulated()}</p>
            <section class="group">
                <label class="field">
                    <span class="field-label">{move || workspace.words().execution_input()}</span>
                    <textarea
                        class="input"
                        id="run-input"
                        spellcheck="false"
                        rows="6"
                        prop:value=move || workspace.input.get()
                        aria-invalid=move || (!is_valid()).to_string()
                        on:input=move |event| workspace.input.set(event_target_value(&event))
                    ></textarea>
                </label>
                <Show when=move || !is_valid()>
                    <span class="field-error" role="alert">{move || workspace.words().input_is_not_json()}</span>
                </Show>
            </section>
            {move || {
                selected_task
                    .get()
                    .map(|name| {
                        let title = name.clone();
                        view! {
                            <section class="group">
                                <h3>{move || workspace.words().mock()} ": " {title}</h3>
                                <MockForm state=Signal::derive(move || name.clone()) />
                            </section>
                        }
                    })
            }}
            <Result />
            <Visits />
            <History />
        </div>
    }
}

/// How the execution ended.
#[component]
fn Result() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    move || {
        run.shown_outcome().map(|outcome| {
            let words = workspace.words();
            let is_good = outcome.status == Status::Succeeded;
            let title = match outcome.status {
                Status::Running => words.running(),
                Status::Succeeded => words.succeeded(),
                Status::Failed => words.failed(),
                Status::TimedOut => words.timed_out(),
                Status::Aborted => words.aborted(),
            };
            view! {
                <section class="group" data-outcome=outcome.status.as_str()>
                    <h3>{words.execution_output()}</h3>
                    <p class="note" class:is-success=is_good class:is-error=!is_good>
                        <strong>{title}</strong>
                        {outcome.error.map(|error| view! { <br /> <code>{error}</code> })}
                        {outcome.cause.map(|cause| view! { <br /> {cause} })}
                    </p>
                    {outcome.output.map(|output| view! { <pre class="data" id="run-output" tabindex="0">{output}</pre> })}
                </section>
            }
        })
    }
}

/// What each state got and gave, the latest last.
#[component]
fn Visits() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let row = move |visit: Visit, is_open: bool| {
        let words = workspace.words();
        let state_type = workspace.document.with_untracked(|document| type_of(document, &visit.state));
        let (class, status) = match visit.status {
            VisitStatus::Open => (" is-current", words.is_current()),
            VisitStatus::Done => ("", words.is_done()),
            VisitStatus::Failed => (" is-failed", words.is_failed()),
        };
        let (name, key) = (visit.state.clone(), visit.state.clone());
        let selected = visit.state.clone();
        view! {
            <details class=format!("visit {}{class}", type_class(state_type)) open=is_open data-visit=key>
                <summary on:click=move |_| workspace.selection.set(Some(selected.clone()))>
                    <span class="state-icon">{state_icon(state_type)}</span>
                    {name}
                    <span class="visit-status">{status}</span>
                </summary>
                <div class="visit-data">
                    <h3>{words.input()}</h3>
                    <pre class="data" data-part="input" tabindex="0">{pretty(&visit.input)}</pre>
                    {visit.error.map(|(error, cause)| view! {
                        <h3>{words.error()}</h3>
                        <p class="note is-error"><code>{error}</code> " " {cause}</p>
                    })}
                    {visit.output.map(|output| view! {
                        <h3>{words.output()}</h3>
                        <pre class="data" data-part="output" tabindex="0">{pretty(&output)}</pre>
                    })}
                </div>
            </details>
        }
    };
    let count = move || run.visits.with(Vec::len);
    view! {
        <section class="group">
            <h3>{move || workspace.words().states()}</h3>
            <Show when=move || count() == 0>
                <p class="empty">{move || workspace.words().states_empty()}</p>
            </Show>
            <Show when=move || MAX_SHOWN < count()>
                <p class="empty">{move || workspace.words().first_n_of(MAX_SHOWN, count())}</p>
            </Show>
            {move || {
                let visits = run.visits.get();
                let first = visits.len().saturating_sub(MAX_SHOWN);
                let last = visits.len().saturating_sub(1);
                visits
                    .into_iter()
                    .enumerate()
                    .skip(first)
                    .map(|(index, visit)| {
                        let is_open = index == last || visit.status != VisitStatus::Done;
                        row(visit, is_open)
                    })
                    .collect_view()
            }}
        </section>
    }
}

/// The history as AWS records it.
#[component]
fn History() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    view! {
        <Show when=move || run.records.with(|records| !records.is_empty())>
            <section class="group">
                <h3>{move || workspace.words().history()}</h3>
                <div class="history-scroll" tabindex="0" role="region" aria-label=move || workspace.words().history()>
                    <table class="history">
                        <thead>
                            <tr>
                                <th scope="col">"#"</th>
                                <th scope="col">{move || workspace.words().event()}</th>
                                <th scope="col">{move || workspace.words().state()}</th>
                                <th scope="col">{move || workspace.words().time()}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {move || {
                                let events = run.shown_events();
                                let start = events.first().map_or(0, |event| event.timestamp);
                                let first = events.len().saturating_sub(MAX_SHOWN);
                                events[first..]
                                    .iter()
                                    .map(|event| {
                                        let seconds = (event.timestamp - start) as f64 / 1000.0;
                                        let name = event.detail("name").unwrap_or_default().to_owned();
                                        view! {
                                            <tr>
                                                <td>{event.id}</td>
                                                <td>{event.event_type.clone()}</td>
                                                <td>{name}</td>
                                                <td>{format!("{seconds:.1} s")}</td>
                                            </tr>
                                        }
                                    })
                                    .collect_view()
                            }}
                        </tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}
