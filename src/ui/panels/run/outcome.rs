//! How the execution ended.

use crate::sim::Status;
use crate::ui::platform::engine::BUDGET;
use crate::ui::state::{Run, RunPhase, Stalled, Workspace};
use leptos::prelude::*;

/// Why the run was ended, where an expression did not come back.
#[component]
pub(super) fn StalledRun() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    move || {
        run.stalled.get().filter(|_| run.is_at_end()).map(|Stalled { state }| {
            let key = state.clone().unwrap_or_default();
            view! {
                <section class="group" data-stalled=key>
                    <p class="note is-error" role="alert">
                        {move || workspace.words().expression_stalled(state.as_deref(), BUDGET)}
                    </p>
                </section>
            }
        })
    }
}

/// The status, the output or the error, and the way to go on from a failure.
#[component]
pub(super) fn Result() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let can_redrive = move || {
        run.phase.get() == RunPhase::Paused && run.shown_snapshot().is_some_and(|snapshot| snapshot.can_redrive)
    };
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
                    <Show when=can_redrive>
                        <div class="row">
                            <button type="button" class="button" data-run="redrive" on:click=move |_| run.redrive()>
                                {move || workspace.words().redrive()}
                            </button>
                            <span class="empty">{move || workspace.words().redrive_hint()}</span>
                        </div>
                    </Show>
                </section>
            }
        })
    }
}
