//! Executions that this one has started: the children of distributed Maps, and other machines.

use super::history;
use crate::engine::{ChildRow, EventRow, Request, Response};
use crate::sim::Status;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// How many of the latest events of one are listed.
const MAX_EVENTS: usize = 100;

/// A list of the executions; each opens to its own history.
#[component]
pub(super) fn Executions() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let title = move |child: &ChildRow| match &child.machine {
        Some(machine) => machine.clone(),
        None if child.path.len() == 1 => {
            let document = workspace.document.get_untracked();
            format!("{} #{}", document.machine().state(child.state).name, child.index + 1)
        }
        None => format!("#{}", child.index + 1),
    };
    let row = move |child: ChildRow| {
        let words = workspace.words();
        let (class, status) = match child.status {
            Status::Running => ("is-running", words.running()),
            Status::Succeeded => ("is-succeeded", words.succeeded()),
            Status::Failed => ("is-failed", words.failed()),
            Status::TimedOut => ("is-failed", words.timed_out()),
            Status::Aborted => ("is-failed", words.aborted()),
        };
        let name = title(&child);
        let key = name.clone();
        let events = RwSignal::new(Vec::<EventRow>::new());
        let (n_events, started_at) = (child.n_events, child.started_at);
        let ask = move || {
            let (from, to) = (n_events.saturating_sub(MAX_EVENTS), n_events);
            run.ask_of(
                |run| Request::Events { run, path: child.path.clone(), from, to },
                move |answer| {
                    if let Response::Events(found) = answer {
                        events.set(found.iter().map(EventRow::from).collect());
                    }
                },
            );
        };
        view! {
            <details
                class="visit"
                data-child=key
                on:toggle=move |event| {
                    if crate::ui::platform::is_open(&event) {
                        ask();
                    }
                }
            >
                <summary>
                    {name}
                    <span class=format!("status {class} visit-status") data-status=child.status.as_str()>{status}</span>
                </summary>
                <div class="visit-data">
                    <code class="arn">{child.arn}</code>
                    {move || {
                        events.with(|events| {
                            (!events.is_empty()).then(|| history::table(workspace, events, n_events, started_at))
                        })
                    }}
                </div>
            </details>
        }
    };
    move || {
        let view = run.view.get().filter(|view| !view.children.is_empty())?;
        let words = workspace.words();
        let n_listed = view.children.len();
        Some(view! {
            <section class="group" data-executions="">
                <h3>{words.child_executions()}</h3>
                {(n_listed < view.n_children).then(|| view! {
                    <p class="empty">{words.first_n_of(n_listed, view.n_children)}</p>
                })}
                {view.children.iter().cloned().map(row).collect_view()}
            </section>
        })
    }
}
