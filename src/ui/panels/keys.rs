//! The list of keys, made from the list of actions.

use crate::action::{Action, ActionGroup};
use crate::ui::actions::Actions;
use crate::ui::controls::{CloseButton, Modal, ModalDialog};
use crate::ui::platform::preferences;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The dialog.
#[component]
pub(in crate::ui) fn Keys() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let modal = Modal::new();
    modal.open_with(actions.keys_opened, || {});
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
    let deeds = move |title: &'static str, deeds: &'static [(&'static str, &'static str)]| {
        let lines = deeds.iter().map(|(deed, gesture)| {
            view! {
                <div class="keys-line">
                    <dt>{*deed}</dt>
                    <dd>{*gesture}</dd>
                </div>
            }
        });
        view! {
            <section class="keys-group">
                <h3>{title}</h3>
                <dl>{lines.collect_view()}</dl>
            </section>
        }
    };
    let others = move || {
        let words = workspace.words();
        (deeds(words.keys_text(), words.text_deeds()), deeds(words.keys_pointer(), words.pointer_deeds()))
    };
    view! {
        <ModalDialog modal class="keys" labelled_by="keys-title">
            <div class="keys-box">
                <header class="keys-head">
                    <h2 id="keys-title">{move || workspace.words().keys_title()}</h2>
                    <CloseButton modal />
                </header>
                <div class="keys-body" tabindex="0" role="group" aria-labelledby="keys-title">
                    <p class="note">{move || workspace.words().keys_where()}</p>
                    <div class="keys-groups">
                        {move || modal.is_open.get().then(|| (ActionGroup::ALL.into_iter().map(group).collect_view(), others()))}
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
        </ModalDialog>
    }
}
