//! What each state got, made of it and gave.

use super::pretty;
use crate::engine::{Request, Response, Visit, VisitData, VisitStatus};
use crate::ui::controls::{state_icon, type_class};
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// The visits of states up to the step that is shown, the latest last.
#[component]
pub(super) fn Visits() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    view! {
        <section class="group">
            <h3>{move || workspace.words().states()}</h3>
            {move || {
                let words = workspace.words();
                let Some(view) = run.view.get().filter(|view| view.n_visits != 0) else {
                    return view! { <p class="empty">{words.states_empty()}</p> }.into_any();
                };
                let (n_listed, step) = (view.visits.len(), view.step);
                let last = view.n_visits - 1;
                let rows = view.visits.iter().map(|visit| {
                    let is_open = visit.number == last || visit.status != VisitStatus::Done;
                    row(workspace, run, visit, step, is_open)
                });
                view! {
                    {(n_listed < view.n_visits).then(|| view! {
                        <p class="empty">{words.last_n_of(n_listed, view.n_visits)}</p>
                    })}
                    {rows.collect_view()}
                }
                .into_any()
            }}
        </section>
    }
}

fn row(workspace: Workspace, run: Run, visit: &Visit, step: usize, is_open: bool) -> impl IntoView + use<> {
    let words = workspace.words();
    let number = visit.number;
    let document = workspace.document.get_untracked();
    let (state_type, selected) =
        (document.machine().state(visit.state).state_type, document.machine().key(visit.state));
    let (class, status) = match visit.status {
        VisitStatus::Open => (" is-current", words.is_current()),
        VisitStatus::Done => ("", words.is_done()),
        VisitStatus::Failed => (" is-failed", words.is_failed()),
    };
    let (name, key) = (selected.name.clone(), selected.name.clone());
    let data = RwSignal::new(visit.data.clone());
    let ask = move || {
        if data.with_untracked(Option::is_none) {
            run.ask_of(
                |run| Request::Visit { run, step, number },
                move |answer| {
                    if let Response::VisitData(found) = answer {
                        data.set(Some(found));
                    }
                },
            );
        }
    };
    view! {
        <details
            class=format!("visit {}{class}", type_class(state_type))
            open=is_open
            data-visit=key
            on:toggle=move |event| {
                if crate::ui::platform::is_open(&event) {
                    ask();
                }
            }
        >
            <summary on:click=move |_| workspace.selection.set(Some(selected.clone()))>
                <span class="state-icon">{state_icon(state_type)}</span>
                {name}
                {visit.is_simulated.then(|| view! {
                    <span class="badge" title=words.simulated_answer_hint()>{words.simulated_answer()}</span>
                })}
                <span class="visit-status">{status}</span>
            </summary>
            <div class="visit-data">{move || data.with(|data| data.as_ref().map(|data| parts(workspace, data)))}</div>
        </details>
    }
}

/// What it got, made of it and gave.
fn parts(workspace: Workspace, data: &VisitData) -> impl IntoView + use<> {
    let words = workspace.words();
    view! {
        <h3>{words.input()}</h3>
        <pre class="data" data-part="input" tabindex="0">{pretty(&data.input)}</pre>
        {stages(workspace, data)}
        {data.error.clone().map(|(error, cause)| view! {
            <h3>{words.error()}</h3>
            <p class="note is-error"><code>{error}</code> " " {cause}</p>
        })}
        {data.output.as_ref().map(|output| view! {
            <h3>{words.output()}</h3>
            <pre class="data" data-part="output" tabindex="0">{pretty(output)}</pre>
        })}
    }
}

/// The stages of the data between input and output, under AWS's own names for them. A stage that leaves the data as it
/// was says so in place of showing it again.
fn stages(workspace: Workspace, data: &VisitData) -> Option<impl IntoView + use<>> {
    let words = workspace.words();
    let inner: Vec<&(String, String)> =
        data.stages.iter().filter(|(name, _)| name != "input" && name != "output").collect();
    if inner.is_empty() {
        return None;
    }
    let mut before = data.input.clone();
    let mut rows = Vec::new();
    for (name, json) in inner {
        let is_same = *json == before;
        before.clone_from(json);
        let shown = pretty(json);
        rows.push(view! {
            <li data-stage=name.clone()>
                <code class="stage-name">{name.clone()}</code>
                {if is_same {
                    view! { <span class="is-muted">{words.stage_unchanged()}</span> }.into_any()
                } else {
                    view! { <pre class="data" tabindex="0">{shown}</pre> }.into_any()
                }}
            </li>
        });
    }
    Some(view! {
        <details class="stages">
            <summary>{words.stages()}</summary>
            <ol>{rows}</ol>
        </details>
    })
}
