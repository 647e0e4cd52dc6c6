//! The keys that lead through the problems from anywhere, and what a screen reader says on the way.

use crate::ui::state::ProblemList;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// F8 and Shift+F8 go to the next and the previous problem; Alt+Enter and Ctrl+. offer to mend it.
#[component]
pub(in crate::ui) fn ProblemWalk() -> impl IntoView {
    let list = expect_context::<ProblemList>();
    let keys = window_event_listener(ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_within =
            |selector: &str| target.as_ref().is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))));
        if is_within("dialog") {
            return;
        }
        let is_command = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "F8" if !is_command && !event.alt_key() => list.walk(!event.shift_key(), is_within(".cm-editor")),
            "." if is_command => list.offer_fixes(),
            "Enter" if event.alt_key() => list.offer_fixes(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" data-walk="">
            {move || list.said.get()}
        </div>
    }
}
