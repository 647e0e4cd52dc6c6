//! The bar over the canvas that finds states.

use crate::action::Action;
use crate::ui::actions::{Actions, focus_selected};
use crate::ui::controls::{Icon, icon};
use leptos::ev;
use leptos::prelude::*;

/// The bar. It is there while it is open.
#[component]
pub(in crate::ui) fn FindBar() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let (workspace, finder) = (actions.workspace, actions.finder);
    let field = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        finder.asked.track();
        if let Some(field) = field.get().filter(|_| finder.is_open.get_untracked()) {
            let _ = field.focus();
            field.select();
        }
    });
    let close = move || {
        finder.is_open.set(false);
        focus_selected(actions);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "Enter" if !event.ctrl_key() && !event.meta_key() => finder.go(!event.shift_key()),
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let n_found = move || finder.found.with(|found| found.len());
    let status = move || {
        let is_asked = finder.text.with(|text| !text.trim().is_empty());
        is_asked.then(|| workspace.words().match_of(finder.number(), n_found()))
    };
    let button = move |sign: Icon, label: fn(&dyn crate::i18n::Messages) -> &'static str, forward: bool| {
        view! {
            <button
                type="button"
                class="button is-quiet is-icon"
                data-find=if forward { "next" } else { "previous" }
                aria-label=move || label(workspace.words())
                title=move || format!("{} ({})", label(workspace.words()), if forward { "Enter" } else { "Shift+Enter" })
                disabled=move || n_found() == 0
                on:click=move |_| finder.go(forward)
            >
                {icon(sign)}
            </button>
        }
    };
    view! {
        <Show when=move || finder.is_open.get()>
            <div class="find-bar" role="search" aria-label=move || workspace.words().action(Action::Find)>
                {icon(Icon::Search)}
                <input
                    type="text"
                    node_ref=field
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=move || workspace.words().find_label()
                    aria-describedby="find-status"
                    placeholder=move || workspace.words().find_hint()
                    prop:value=move || finder.text.get()
                    on:input=move |event| finder.text.set(event_target_value(&event))
                    on:keydown=on_key
                />
                <span id="find-status" class="find-status" role="status" data-found=n_found>
                    {status}
                </span>
                {button(Icon::ArrowUp, |words| words.find_previous(), false)}
                {button(Icon::ArrowDown, |words| words.find_next(), true)}
                <button
                    type="button"
                    class="button is-quiet is-icon"
                    data-find="close"
                    aria-label=move || workspace.words().close()
                    title=move || format!("{} (Esc)", workspace.words().close())
                    on:click=move |_| close()
                >
                    {icon(Icon::Close)}
                </button>
            </div>
        </Show>
    }
}
