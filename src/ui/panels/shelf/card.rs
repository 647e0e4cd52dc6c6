//! One machine of the shelf.

use super::picture::Picture;
use crate::i18n::Messages;
use crate::project::{Head, MachineId};
use crate::ui::controls::{Icon, icon};
use crate::ui::state::Machines;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A date and time as people of the page's language write them.
fn date(milliseconds: f64, tag: &str) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A plain object takes any field.
        let _ = js_sys::Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    js_sys::Date::new(&JsValue::from_f64(milliseconds)).to_locale_string(tag, &options).into()
}

/// A machine as a card: its picture opens it.
#[component]
pub(super) fn MachineCard(head: Head, close: Callback<()>) -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    let id = StoredValue::new(head.id);
    let name = StoredValue::new(head.name.clone());
    let is_renaming = RwSignal::new(false);
    let is_current = move || machines.current.with(|current| id.with_value(|id| current.as_ref() == Some(id)));
    let card = Memo::new(move |_| machines.cards.with(|cards| id.with_value(|id| cards.get(id).cloned())));
    let open = move |_| {
        close.run(());
        machines.open(id.get_value());
    };
    let counts = move || {
        let card = card.get()?;
        let words = workspace.words();
        let n_problems = card.n_errors? + card.n_warnings?;
        let problems = if n_problems == 0 { words.no_problems().to_owned() } else { words.n_problems(n_problems) };
        Some((problems, card.n_errors? > 0, n_problems > 0))
    };
    let rename = move |event: &web_sys::Event| {
        is_renaming.set(false);
        let typed = event_target_value(event);
        if typed != name.get_value() {
            id.with_value(|id| machines.rename(id, &typed));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => rename(&event),
        "Escape" => {
            // Else the dialog closes.
            event.prevent_default();
            event.stop_propagation();
            is_renaming.set(false);
        }
        _ => {}
    };
    let field = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let button = move |deed: &'static str,
                       sign: Icon,
                       label: fn(&dyn crate::i18n::Messages) -> &'static str,
                       act: Callback<()>| {
        let text = move || format!("{}: {}", label(workspace.words()), name.get_value());
        view! {
            <button
                type="button"
                class="button is-quiet is-icon is-small"
                data-deed=deed
                aria-label=text
                title=move || label(workspace.words())
                on:click=move |_| act.run(())
            >
                {icon(sign)}
            </button>
        }
    };
    view! {
        <li class="shelf-card" class:is-current=is_current data-machine=head.name>
            <button
                type="button"
                class="shelf-picture"
                aria-label=move || format!("{}: {}", workspace.words().open_machine(), name.get_value())
                on:click=open
            >
                {move || card.get().map(|card| view! { <Picture card /> })}
            </button>
            <div class="shelf-facts">
                <Show
                    when=move || is_renaming.get()
                    fallback=move || view! { <strong class="shelf-name">{name.get_value()}</strong> }
                >
                    <input
                        class="input"
                        node_ref=field
                        aria-label=move || workspace.words().machine_name()
                        maxlength=crate::project::MAX_PROJECT_NAME.to_string()
                        prop:value=name.get_value()
                        on:keydown=on_key
                        on:blur=move |event| {
                            if is_renaming.get_untracked() {
                                rename(&event);
                            }
                        }
                    />
                </Show>
                <span class="is-muted">
                    <time>{move || date(head.modified, workspace.language.get().tag())}</time>
                    {move || card.get().map(|card| format!(" · {}", workspace.words().n_states(card.n_states)))}
                </span>
                <span class="shelf-counts">
                    {move || {
                        counts()
                            .map(|(text, has_errors, has_problems)| {
                                view! {
                                    <span class="shelf-problems" class:is-error=has_errors class:is-warning=has_problems>
                                        {icon(if has_problems { Icon::Problems } else { Icon::Check })}
                                        {text}
                                    </span>
                                }
                            })
                    }}
                    <Show when=is_current>
                        <span class="shelf-now">{move || workspace.words().is_open_now()}</span>
                    </Show>
                </span>
            </div>
            <div class="shelf-deeds">
                {button(
                    "rename",
                    Icon::Rename,
                    |words| words.rename_machine(),
                    Callback::new(move |()| is_renaming.set(true)),
                )}
                {button(
                    "duplicate",
                    Icon::Duplicate,
                    |words| words.duplicate_machine(),
                    Callback::new(move |()| id.with_value(|id| machines.duplicate(id))),
                )}
                {button(
                    "delete",
                    Icon::Delete,
                    |words| words.delete_machine(),
                    Callback::new(move |()| id.with_value(|id| machines.delete(id))),
                )}
            </div>
        </li>
    }
}

/// A machine in the bin.
#[component]
pub(super) fn BinRow(head: Head) -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    let id = StoredValue::new(head.id);
    let name = StoredValue::new(head.name.clone());
    let deed =
        move |deed: &'static str, class, title: fn(&dyn Messages) -> &'static str, act: fn(Machines, &MachineId)| {
            let title = move || title(workspace.words());
            view! {
                <button
                    type="button"
                    class=class
                    data-deed=deed
                    aria-label=move || format!("{}: {}", title(), name.get_value())
                    on:click=move |_| id.with_value(|id| act(machines, id))
                >
                    {title}
                </button>
            }
        };
    view! {
        <li data-deleted=head.name>
            <strong class="shelf-name">{name.get_value()}</strong>
            <time class="is-muted">
                {move || head.deleted.map(|deleted| date(deleted, workspace.language.get().tag()))}
            </time>
            {deed("bring-back", "button", |words| words.bring_back(), Machines::bring_back)}
            {deed("delete-for-good", "button is-quiet", |words| words.delete_for_good(), Machines::delete_for_good)}
        </li>
    }
}
