//! The offer of an input, while nobody has given one.

use crate::ui::controls::{Icon, icon};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// Says that no input is known, and offers one; nothing where one was given, or where the machine reads nothing of it.
#[component]
pub(in crate::ui::panels) fn ExampleInput() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_offered = Memo::new(move |_| workspace.has_no_input() && workspace.example_input.with(Option::is_some));
    let take = move |_| {
        if let Some(example) = workspace.example_input.get_untracked() {
            workspace.close_step();
            workspace.set_input(example);
        }
    };
    view! {
        <Show when=move || is_offered.get()>
            <div class="example-input" data-example-input="">
                {icon(Icon::Hint)}
                <span>{move || workspace.words().no_input()}</span>
                <button
                    type="button"
                    class="button"
                    data-command="example-input"
                    title=move || workspace.words().use_example_input_title()
                    on:click=take
                >
                    {move || workspace.words().use_example_input()}
                </button>
            </div>
        </Show>
    }
}
