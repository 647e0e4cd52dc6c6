//! The list of keys, made from the list of actions.

use crate::action::{Action, ActionGroup};
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use crate::ui::platform::preferences;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The dialog.
#[component]
pub(in crate::ui) fn Keys() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        if actions.keys_opened.get() == 0 {
            return;
        }
        if let Some(dialog) = dialog.get_untracked()
            && !dialog.open()
        {
            is_open.set(true);
            // It fails only for a dialog that is not in the page.
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let on_letters = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(field) = field {
            actions.letter_keys.set(field.checked());
            preferences::keep_letter_keys(field.checked());
        }
    };
    let line = move |action: Action| {
        let keys = actions.all_keys(action);
        (!keys.is_empty()).then(|| {
            let keys = keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect_view();
            view! {
                <div class="keys-line" data-action=action.facts().id>
                    <dt>{workspace.words().action(action)}</dt>
                    <dd>{keys}</dd>
                </div>
            }
        })
    };
    let group = move |group: ActionGroup| {
        let own = Action::ALL.iter().copied().filter(|action| action.facts().group == group);
        let lines: Vec<_> = own.filter_map(line).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="keys-group">
                    <h3>{workspace.words().action_group(group)}</h3>
                    <dl>{lines}</dl>
                </section>
            }
        })
    };
    let pointer = move || {
        let words = workspace.words();
        let lines = words.pointer_deeds().iter().map(|(deed, gesture)| {
            view! {
                <div class="keys-line">
                    <dt>{*deed}</dt>
                    <dd>{*gesture}</dd>
                </div>
            }
        });
        view! {
            <section class="keys-group">
                <h3>{words.keys_pointer()}</h3>
                <dl>{lines.collect_view()}</dl>
            </section>
        }
    };
    view! {
        <dialog
            class="keys"
            node_ref=dialog
            aria-labelledby="keys-title"
            on:close=move |_| is_open.set(false)
            on:click=move |event| {
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            <div class="keys-box">
                <header class="keys-head">
                    <h2 id="keys-title">{move || workspace.words().keys_title()}</h2>
                    <button
                        type="button"
                        class="button is-quiet is-icon"
                        aria-label=move || workspace.words().close()
                        title=move || workspace.words().close()
                        on:click=move |_| close()
                    >
                        {icon(Icon::Close)}
                    </button>
                </header>
                <div class="keys-body" tabindex="0" role="group" aria-labelledby="keys-title">
                    <p class="note">{move || workspace.words().keys_where()}</p>
                    <div class="keys-groups">
                        {move || is_open.get().then(|| (ActionGroup::ALL.into_iter().map(group).collect_view(), pointer()))}
                    </div>
                </div>
                <label class="keys-letters">
                    <input type="checkbox" prop:checked=move || actions.letter_keys.get() on:change=on_letters />
                    <span>
                        {move || workspace.words().keys_letters()}
                        <small>{move || workspace.words().keys_letters_hint()}</small>
                    </span>
                </label>
            </div>
        </dialog>
    }
}
