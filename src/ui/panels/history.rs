//! The steps of the history: one press goes back or forward to any of them.

use crate::ui::controls::{Icon, Menu};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// A menu with all steps, the last one first.
#[component]
pub(super) fn HistoryMenu() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let label = Signal::derive(move || workspace.words().steps_done());
    let step = move |position: usize, text: String, current: usize| {
        view! {
            <button
                type="button"
                class="menu-item history-step"
                class:is-undone=current < position
                aria-current=(position == current).then_some("step")
                data-step=position.to_string()
                on:click=move |_| {
                    workspace.go_to_step(position);
                    workspace.say_step();
                }
            >
                {text}
            </button>
        }
    };
    view! {
        <Menu name="history" sign=Icon::Clock label=label opens_right=true>
            <Show when=move || { workspace.n_forgotten_steps() > 0 }>
                <p class="note">{move || workspace.words().history_bounded()}</p>
            </Show>
            <div class="history-list">
                {move || {
                    let (steps, current) = workspace.steps();
                    let numbered = steps.into_iter().enumerate().map(|(index, text)| (index + 1, text));
                    let all: Vec<(usize, String)> =
                        std::iter::once((0, workspace.words().history_start().to_owned())).chain(numbered).collect();
                    all.into_iter().rev().map(|(position, text)| step(position, text, current)).collect_view()
                }}
            </div>
        </Menu>
    }
}
