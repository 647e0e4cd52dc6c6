//! What a screen reader says on the way through the problems.

use crate::ui::state::ProblemList;
use leptos::prelude::*;

/// The place where it is said. The keys that lead through the problems are in the list of actions.
#[component]
pub(in crate::ui) fn ProblemWalk() -> impl IntoView {
    let list = expect_context::<ProblemList>();
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" data-walk="">
            {move || list.said.get()}
        </div>
    }
}
