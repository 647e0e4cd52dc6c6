//! What each state got, made of it and gave.

use super::{MAX_SHOWN, pretty};
use crate::asl::{Document, StateKey, StateType};
use crate::engine::{Visit, VisitStatus};
use crate::ui::controls::{state_icon, type_class};
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

fn type_of(document: &Document, name: &str) -> Option<StateType> {
    document.machine().find(name).and_then(|id| document.machine().state(id).state_type)
}

/// The visits of states up to the step that is shown, the latest last.
#[component]
pub(super) fn Visits() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let count = move || run.visits.with(Vec::len);
    view! {
        <section class="group">
            <h3>{move || workspace.words().states()}</h3>
            <Show when=move || count() == 0>
                <p class="empty">{move || workspace.words().states_empty()}</p>
            </Show>
            <Show when=move || MAX_SHOWN < count()>
                <p class="empty">{move || workspace.words().last_n_of(MAX_SHOWN, count())}</p>
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
                        row(workspace, visit, is_open)
                    })
                    .collect_view()
            }}
        </section>
    }
}

fn row(workspace: Workspace, visit: Visit, is_open: bool) -> impl IntoView {
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
            <summary on:click=move |_| workspace.selection.set(Some(StateKey::first(selected.clone())))>
                <span class="state-icon">{state_icon(state_type)}</span>
                {name}
                {visit.is_simulated.then(|| view! {
                    <span class="badge" title=words.simulated_answer_hint()>{words.simulated_answer()}</span>
                })}
                <span class="visit-status">{status}</span>
            </summary>
            <div class="visit-data">
                <h3>{words.input()}</h3>
                <pre class="data" data-part="input" tabindex="0">{pretty(&visit.input)}</pre>
                {stages(workspace, &visit)}
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
}

/// The stages of the data between input and output, under AWS's own names for them. A stage that leaves the data as it
/// was says so in place of showing it again.
fn stages(workspace: Workspace, visit: &Visit) -> Option<impl IntoView + use<>> {
    let words = workspace.words();
    let inner: Vec<&(String, String)> =
        visit.stages.iter().filter(|(name, _)| name != "input" && name != "output").collect();
    if inner.is_empty() {
        return None;
    }
    let mut before = visit.input.clone();
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
