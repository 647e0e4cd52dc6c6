//! The run: its input, what services answer, where it is, what each state got and gave, and the history.

mod attachments;
mod callbacks;
mod example_input;
mod executions;
mod history;
mod input;
mod now;
mod outcome;
mod variables;
mod visits;

pub(super) use example_input::ExampleInput;

use super::mock::MockForm;
use crate::asl::StateType;
use crate::text::json;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// JSON text with one member a line; text that is no JSON as it is.
fn pretty(text: &str) -> String {
    let parsed = json::parse(text);
    match parsed.tree.root().filter(|_| parsed.errors.is_empty()) {
        Some(root) => format!("{:#}", parsed.tree.value(text, root)),
        None => text.to_owned(),
    }
}

/// Mocks for states that the machine does not have: of no use until a state gets that name.
#[component]
fn Strays() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let names = Memo::new(move |_| {
        workspace.document.with(|document| {
            let is_stray = |name: &&String| document.machine().find(name).is_none();
            workspace.mocks.with(|mocks| mocks.states.keys().filter(is_stray).cloned().collect::<Vec<_>>())
        })
    });
    let remove = move |_| {
        let strays = names.get_untracked();
        workspace.change_mocks(None, |mocks| mocks.states.retain(|name, _| !strays.contains(name)));
    };
    view! {
        <Show when=move || names.with(|names| !names.is_empty())>
            <div class="row" data-strays="">
                <span class="field-error">{move || workspace.words().stray_mocks(&names.get().join(", "))}</span>
                <button type="button" class="button" on:click=remove>{move || workspace.words().remove()}</button>
            </div>
        </Show>
    }
}

/// The run panel.
#[component]
pub(in crate::ui) fn RunPanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let selected_task = Memo::new(move |_| {
        workspace.selected().and_then(|id| {
            workspace.document.with(|document| {
                let state = document.machine().state(id);
                (state.state_type == Some(StateType::Task)).then(|| state.name.to_string())
            })
        })
    });
    let attaching = attachments::Attaching::new();
    view! {
        <div class="panel-body">
            <h2 class="visually-hidden">{move || workspace.words().execution()}</h2>
            <p class="note">{move || workspace.words().simulated()}</p>
            <callbacks::Callbacks />
            <input::Input />
            <section class="group">
                <Strays />
                <h3>
                    {move || workspace.words().mock()}
                    {move || selected_task.get().map(|name| format!(": {name}"))}
                </h3>
                {move || match selected_task.get() {
                    Some(name) => view! { <MockForm state=Signal::derive(move || name.clone()) /> }.into_any(),
                    None => view! { <p class="empty">{move || workspace.words().mock_select_task()}</p> }.into_any(),
                }}
            </section>
            <attachments::Attachments attaching />
            <now::Now />
            <variables::Variables />
            <outcome::StalledRun />
            <outcome::Result attaching />
            <visits::Visits />
            <executions::Executions />
            <history::History />
        </div>
    }
}
