//! The bar that runs the machine, under the graph.

use crate::action::Action;
use crate::asl::timestamp;
use crate::sim::{Phase, Status};
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::{Panel, Run, RunPhase, Tabs, Workspace};
use leptos::prelude::*;

/// Run, Step, Back, Restart; the timeline; the status and the virtual clock.
#[component]
pub(in crate::ui) fn Transport() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let run = expect_context::<Run>();
    let actions = expect_context::<Actions>();
    let is_running = move || run.phase.get() == RunPhase::Running;
    let can_step = move || actions.is_possible(Action::Step);
    let status = move || {
        let words = workspace.words();
        if let Some(outcome) = run.shown_outcome() {
            return match outcome.status {
                Status::Succeeded => ("status is-succeeded", words.succeeded()),
                Status::Failed => ("status is-failed", words.failed()),
                Status::TimedOut => ("status is-failed", words.timed_out()),
                Status::Aborted => ("status is-failed", words.aborted()),
                Status::Running => ("status is-running", words.running()),
            };
        }
        if run.stalled.with(Option::is_some) {
            return ("status is-failed", words.stalled());
        }
        if run.waits_for_person() {
            return ("status is-waiting", words.waits_for_callback());
        }
        if run.n_steps.get() == 0 { ("status", words.not_started()) } else { ("status is-running", words.running()) }
    };
    let clock = move || {
        let words = workspace.words();
        let view = run.view.get()?;
        let seconds = |moment: i64| (moment - view.started_at) as f64 / 1000.0;
        let now = seconds(view.snapshot.clock);
        let waiting = view.snapshot.active.iter().find_map(|active| match active.phase {
            Phase::Waiting(until) | Phase::Retrying(until) => Some(until),
            Phase::Arriving | Phase::Working => None,
        });
        Some(match waiting {
            Some(until) => {
                let until = seconds(until);
                format!("{}: {now:.1} s · {} {until:.1} s", words.clock(), words.waiting_until())
            }
            None => format!("{}: {now:.1} s", words.clock()),
        })
    };
    let clock_title = move || {
        run.view.with(|view| view.as_ref().map(|view| timestamp::format(view.snapshot.clock)).unwrap_or_default())
    };
    view! {
        <div class="transport" role="group" aria-label=move || workspace.words().controls()>
            <div class="transport-buttons">
                <Show
                    when=is_running
                    fallback=move || {
                        view! {
                            <button
                                type="button"
                                class="button is-primary"
                                data-run="run"
                                title=move || actions.with_key(workspace.words().run_title(), Action::Run)
                                aria-keyshortcuts=move || actions.aria_keys(Action::Run)
                                disabled=move || !can_step()
                                on:click=move |_| actions.perform(Action::Run, false)
                            >
                                {icon(Icon::Run)}
                                {move || workspace.words().run()}
                            </button>
                        }
                    }
                >
                    <button
                        type="button"
                        class="button is-primary"
                        data-run="stop"
                        title=move || workspace.words().stop_title()
                        on:click=move |_| run.stop()
                    >
                        {icon(Icon::Stop)}
                        {move || workspace.words().stop()}
                    </button>
                </Show>
                <button
                    type="button"
                    class="button"
                    data-run="back"
                    title=move || actions.with_key(workspace.words().back_title(), Action::Back)
                    aria-keyshortcuts=move || actions.aria_keys(Action::Back)
                    disabled=move || run.index() == 0
                    on:click=move |_| run.back()
                >
                    {icon(Icon::Back)}
                    {move || workspace.words().back()}
                </button>
                <button
                    type="button"
                    class="button"
                    data-run="step"
                    title=move || actions.with_key(workspace.words().step_title(), Action::Step)
                    aria-keyshortcuts=move || actions.aria_keys(Action::Step)
                    disabled=move || !can_step()
                    on:click=move |_| actions.perform(Action::Step, false)
                >
                    {icon(Icon::Step)}
                    {move || workspace.words().step()}
                </button>
                <button
                    type="button"
                    class="button is-icon"
                    data-run="restart"
                    aria-label=move || workspace.words().restart_title()
                    title=move || workspace.words().restart_title()
                    disabled=move || run.n_steps.get() == 0
                    on:click=move |_| run.restart()
                >
                    {icon(Icon::Restart)}
                </button>
            </div>
            <input
                type="range"
                class="transport-timeline"
                min="0"
                max=move || run.n_steps.get().saturating_sub(1).to_string()
                prop:value=move || run.index().to_string()
                disabled=move || run.n_steps.get() < 2
                aria-label=move || workspace.words().timeline()
                aria-valuetext=move || workspace.words().step_of(run.index(), run.n_steps.get().saturating_sub(1))
                on:input=move |event| {
                    if let Ok(index) = event_target_value(&event).parse() {
                        run.look(index);
                    }
                }
            />
            <div class="transport-status">
                <span role="status" class=move || status().0 data-status=move || run.shown_outcome().map_or("", |outcome| outcome.status.as_str())>
                    {move || status().1}
                </span>
                <Show when=move || run.waits_for_person()>
                    <button
                        type="button"
                        class="button"
                        data-run="callback"
                        on:click=move |_| tabs.choose(Panel::Run)
                    >
                        {move || workspace.words().answer_callback()}
                    </button>
                </Show>
                <Show when=move || run.n_steps.get() != 0>
                    <span data-step=move || run.index()>
                        {move || workspace.words().step_of(run.index(), run.n_steps.get().saturating_sub(1))}
                    </span>
                    <span title=clock_title>{clock}</span>
                </Show>
            </div>
        </div>
    }
}
