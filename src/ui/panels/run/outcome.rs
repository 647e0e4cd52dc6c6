//! How the execution ended.

use super::attachments::Attaching;
use crate::asl::error_name::ITEM_READER_FAILED;
use crate::engine::VisitStatus;
use crate::sim::Status;
use crate::ui::controls::{Icon, icon};
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
pub(super) fn Result(attaching: Attaching) -> impl IntoView {
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
            let needed = outcome.error.as_deref().is_some_and(lacks_file).then(|| lacking(workspace, run));
            view! {
                <section class="group" data-outcome=outcome.status.as_str()>
                    <h3>{words.execution_output()}</h3>
                    <p class="note" class:is-success=is_good class:is-error=!is_good>
                        <strong>{title}</strong>
                        {outcome.error.map(|error| view! { <br /> <code>{error}</code> })}
                        {outcome.cause.map(|cause| view! { <br /> {cause} })}
                    </p>
                    {needed.map(|object| needed_file(workspace, attaching, object))}
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

/// Whether an error says that something in S3 was not there.
fn lacks_file(error: &str) -> bool {
    error == ITEM_READER_FAILED || error.starts_with("S3.NoSuch")
}

/// The object, bucket and key, that the state which failed names; none where it is found out in the run.
fn lacking(workspace: Workspace, run: Run) -> Option<(String, String)> {
    let view = run.view.get_untracked()?;
    let document = workspace.document.get_untracked();
    let tree = document.tree();
    let of_state = |state| {
        let node = document.machine().get(state)?.node;
        let reader = tree.get(node, "ItemReader").unwrap_or(node);
        let arguments = tree.get(reader, "Parameters").or_else(|| tree.get(reader, "Arguments"))?;
        let literal = |name| Some(tree.as_str(tree.get(arguments, name)?)?.to_owned());
        Some((literal("Bucket")?, literal("Key")?))
            .filter(|(bucket, key)| !bucket.contains("{%") && !key.contains("{%"))
    };
    let mut failed = view.visits.iter().rev().filter(|visit| visit.status == VisitStatus::Failed);
    failed.find_map(|visit| of_state(visit.state))
}

/// Which file is needed, and the way to where it is attached.
fn needed_file(workspace: Workspace, attaching: Attaching, object: Option<(String, String)>) -> impl IntoView {
    let uri = object.as_ref().map(|(bucket, key)| format!("s3://{bucket}/{key}"));
    view! {
        <div class="row" data-needed-file="">
            <span class="empty">
                {move || workspace.words().file_needed()}
                {uri.map(|uri| view! { " " <code class="arn">{uri}</code> })}
            </span>
            <button
                type="button"
                class="button"
                data-run="attach"
                on:click=move |_| attaching.ask_for(object.clone())
            >
                {icon(Icon::Open)}
                {move || workspace.words().attach_files()}
            </button>
        </div>
    }
}
