//! Events as AWS records them.

use crate::engine::EventRow;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// A table of the latest of so many events; seconds are counted from the start of the execution.
pub(super) fn table(workspace: Workspace, events: &[EventRow], n_events: usize, started_at: i64) -> AnyView {
    let words = workspace.words();
    let n_listed = events.len();
    let rows = events
        .iter()
        .map(|event| {
            let seconds = (event.timestamp - started_at) as f64 / 1000.0;
            let name = event.name.clone();
            view! {
                <tr data-event=event.event_type.clone()>
                    <td>{event.id}</td>
                    <td class="is-muted">{event.previous_event_id}</td>
                    <td>{event.event_type.clone()}</td>
                    <td>{name}</td>
                    <td>{format!("{seconds:.1} s")}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        {(n_listed < n_events).then(|| view! { <p class="empty">{words.last_n_of(n_listed, n_events)}</p> })}
        <div class="history-scroll" tabindex="0" role="region" aria-label=words.history()>
            <table class="history">
                <thead>
                    <tr>
                        <th scope="col">"#"</th>
                        <th scope="col" title=words.previous_event()>"←"</th>
                        <th scope="col">{words.event()}</th>
                        <th scope="col">{words.state()}</th>
                        <th scope="col">{words.time()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The history of the execution up to the step that is shown.
#[component]
pub(super) fn History() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    view! {
        <Show when=move || run.view.with(Option::is_some)>
            <section class="group" data-history="">
                <h3>{move || workspace.words().history()}</h3>
                {move || run.view.get().map(|view| table(workspace, &view.events, view.n_events, view.started_at))}
            </section>
        </Show>
    }
}
