//! What is said while the worker is gone: what does not work, why, what still does, and what to do.

use super::export;
use crate::ui::controls::{Icon, icon};
use crate::ui::platform::engine::EngineFailure as Failure;
use crate::ui::state::{Machines, WorkerWatch};
use leptos::prelude::*;

/// The bar under the header; nothing while the worker is there.
#[component]
pub(in crate::ui) fn EngineFailure() -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    let worker = expect_context::<WorkerWatch>();
    move || {
        worker.failure.get().map(|failure| {
            let reason = move || match failure {
                Failure::NotLoaded => workspace.words().engine_not_loaded(),
                Failure::KeepsFailing => workspace.words().engine_keeps_failing(),
            };
            view! {
                <div class="engine-failure" role="alert" data-engine-failure="">
                    {icon(Icon::Warning)}
                    <div class="engine-failure-text">
                        <strong>{move || workspace.words().engine_missing()}</strong>
                        <span>{reason}</span>
                        <span>{move || workspace.words().engine_missing_hint()}</span>
                    </div>
                    <div class="engine-failure-buttons">
                        <button
                            type="button"
                            class="button is-primary"
                            data-command="try-again"
                            on:click=move |_| worker.try_again()
                        >
                            {icon(Icon::Restart)}
                            {move || workspace.words().try_again()}
                        </button>
                        <button
                            type="button"
                            class="button"
                            data-command="rescue-download"
                            on:click=move |_| export::download(machines)
                        >
                            {icon(Icon::Download)}
                            {move || workspace.words().download_json()}
                        </button>
                    </div>
                </div>
            }
        })
    }
}
