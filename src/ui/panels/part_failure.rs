//! What is said when the rest of the page did not arrive.

use crate::ui::rest::Parts;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The bar under the header; nothing while the rest is there or on its way.
#[component]
pub(in crate::ui) fn PartFailure() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let parts = expect_context::<Parts>();
    move || {
        parts.has_failed.get().then(|| {
            view! {
                <div class="engine-failure" role="alert" data-part-failure="">
                    <div class="engine-failure-text">
                        <strong>{move || workspace.words().part_missing()}</strong>
                        <span>{move || workspace.words().part_missing_hint()}</span>
                    </div>
                    <div class="engine-failure-buttons">
                        <button
                            type="button"
                            class="button is-primary"
                            data-command="load-part"
                            on:click=move |_| parts.load()
                        >
                            {move || workspace.words().try_again()}
                        </button>
                    </div>
                </div>
            }
        })
    }
}
