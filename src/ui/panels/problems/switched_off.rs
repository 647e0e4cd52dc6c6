//! The rules that are switched off, with the way back.

use crate::ui::state::{ProblemList, Workspace};
use leptos::prelude::*;

/// The list of rules that are switched off; nothing where there are none.
#[component]
pub(super) fn SwitchedOff() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let list = expect_context::<ProblemList>();
    let count = move || workspace.silenced.with(Vec::len) + workspace.failed_rules.with(Vec::len);
    let silenced = move || {
        let rows = workspace.silenced.get().into_iter().map(|silence| {
            let where_to = silence.state.clone();
            let rule = silence.rule.clone();
            view! {
                <li class="switched-off">
                    <span>
                        <code>{rule.clone()}</code>
                        " "
                        {move || match &where_to {
                            Some(name) => workspace.words().for_state(name),
                            None => workspace.words().for_machine().to_owned(),
                        }}
                    </span>
                    <button type="button" class="button" data-switch-on=rule on:click=move |_| list.switch_on(&silence)>
                        {move || workspace.words().switch_on()}
                    </button>
                </li>
            }
        });
        rows.collect_view()
    };
    let failed = move || {
        let rows = workspace.failed_rules.get().into_iter().map(|rule| {
            view! { <li class="switched-off">{move || workspace.words().rule_failed(&rule)}</li> }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || count() != 0>
            <details class="problem-silenced">
                <summary>{move || workspace.words().switched_off()} " (" {count} ")"</summary>
                <ul>{silenced} {failed}</ul>
            </details>
        </Show>
    }
}
