//! Events as AWS records them.

use super::MAX_SHOWN;
use crate::sim::HistoryEvent;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// A table of the latest events; seconds are counted from the first.
pub(super) fn table(workspace: Workspace, events: &[HistoryEvent]) -> AnyView {
    let words = workspace.words();
    let start = events.first().map_or(0, |event| event.timestamp);
    let first = events.len().saturating_sub(MAX_SHOWN);
    let rows = events[first..]
        .iter()
        .map(|event| {
            let seconds = (event.timestamp - start) as f64 / 1000.0;
            let name = event.detail("name").or_else(|| event.detail("error")).unwrap_or_default().to_owned();
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
        {(MAX_SHOWN < events.len()).then(|| view! { <p class="empty">{words.last_n_of(MAX_SHOWN, events.len())}</p> })}
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
        <Show when=move || run.records.with(|records| !records.is_empty())>
            <section class="group" data-history="">
                <h3>{move || workspace.words().history()}</h3>
                {move || table(workspace, &run.shown_events())}
            </section>
        </Show>
    }
}
