//! Where the execution is: the states at work in every branch and iteration, and what each waits for.

use crate::sim::Phase;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// How many states are listed.
const MAX_LISTED: usize = 20;

/// Branch and iteration numbers as a reader counts them: `#1 › #3`.
pub(super) fn place(path: &[usize]) -> String {
    path.iter().map(|index| format!("#{}", index + 1)).collect::<Vec<_>>().join(" › ")
}

/// The states at which the execution is.
#[component]
pub(super) fn Now() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let start = move || run.view.with(|view| view.as_ref().map_or(0, |view| view.started_at));
    move || {
        let words = workspace.words();
        let snapshot = run.shown_snapshot()?;
        if snapshot.active.is_empty() {
            return None;
        }
        let seconds = |until: i64| format!("{:.1} s", (until - start()) as f64 / 1000.0);
        let total = snapshot.active.len();
        let list = snapshot
            .active
            .iter()
            .take(MAX_LISTED)
            .map(|active| {
                let selected = workspace.document.with_untracked(|document| document.machine().key(active.state));
                let phase = match active.phase {
                    Phase::Arriving => words.phase_arriving().to_owned(),
                    Phase::Working => words.phase_working().to_owned(),
                    Phase::Waiting(until) => format!("{} {}", words.waiting_until(), seconds(until)),
                    Phase::Retrying(until) => format!("{} {}", words.phase_retrying(), seconds(until)),
                };
                let (name, key) = (selected.name.clone(), selected.name.clone());
                view! {
                    <li data-active=key>
                        <button
                            type="button"
                            class="link"
                            on:click=move |_| workspace.selection.set(Some(selected.clone()))
                        >
                            {name}
                        </button>
                        <span class="is-muted">{place(&active.path)}</span>
                        <span class="now-phase">{phase}</span>
                    </li>
                }
            })
            .collect_view();
        Some(view! {
            <section class="group" data-now="">
                <h3>{words.now()}</h3>
                <ul class="now">{list}</ul>
                {(MAX_LISTED < total).then(|| view! { <p class="empty">{words.first_n_of(MAX_LISTED, total)}</p> })}
            </section>
        })
    }
}
