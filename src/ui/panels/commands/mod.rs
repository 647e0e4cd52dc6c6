//! The dialog of commands: everything that can be done, found by a few typed letters.
//!
//! What it offers comes from [`SOURCES`]: each gives the entries that fit what was typed, the best first.

mod entry;
mod results;
mod sources;

pub(in crate::ui) use entry::{Entry, EntrySign};

use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use leptos::ev;
use leptos::prelude::*;
use results::{Results, option_id};
use sources::SOURCES;

/// A part of the list: its name, and its entries.
#[derive(Clone)]
struct Section {
    title: String,
    entries: Vec<Entry>,
}

/// The dialog. It is made once and filled each time it opens.
#[component]
pub(in crate::ui) fn Commands() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let field = NodeRef::<leptos::html::Input>::new();
    let is_open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let sections = RwSignal::new_local(Vec::<Section>::new());
    Effect::new(move |_| {
        if actions.commands_opened.get() == 0 {
            return;
        }
        if let Some(dialog) = dialog.get_untracked()
            && !dialog.open()
        {
            typed.set(String::new());
            is_open.set(true);
            // It fails only for a dialog that is not in the page.
            let _ = dialog.show_modal();
        }
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    });
    Effect::new(move |_| {
        let (text, words) = (typed.get(), workspace.words());
        let filled = if is_open.get() {
            let all = SOURCES.iter().map(|source| Section {
                title: (source.title)(words).to_owned(),
                entries: (source.entries)(actions, &text),
            });
            all.filter(|section| !section.entries.is_empty()).collect()
        } else {
            Vec::new()
        };
        at.set(0);
        sections.set(filled);
    });
    let n_entries =
        move || sections.with(|sections| sections.iter().map(|section| section.entries.len()).sum::<usize>());
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let choose = move |index: usize| {
        let entry = sections
            .with_untracked(|sections| sections.iter().flat_map(|section| &section.entries).nth(index).cloned());
        if let Some(entry) = entry {
            // First the focus goes back to where it was, then the entry may move it.
            close();
            entry.perform();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let n_entries = untrack(n_entries);
        let to = |index: usize| {
            at.set(index);
            let option = document().get_element_by_id(&option_id(index));
            if let Some(option) = option {
                option.scroll_into_view_with_bool(false);
            }
        };
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowDown" if n_entries > 0 => to((at.get_untracked() + 1) % n_entries),
            "ArrowUp" if n_entries > 0 => to((at.get_untracked() + n_entries - 1) % n_entries),
            "PageDown" if n_entries > 0 => to((at.get_untracked() + 8).min(n_entries - 1)),
            "PageUp" if n_entries > 0 => to(at.get_untracked().saturating_sub(8)),
            "Enter" => choose(at.get_untracked()),
            "k" if event.ctrl_key() || event.meta_key() => close(),
            _ => return,
        }
        event.prevent_default();
    };
    let on_backdrop = move |event: ev::MouseEvent| {
        // Only a click beside the box has the dialog itself as its target.
        if event.target() == event.current_target() {
            close();
        }
    };
    view! {
        <dialog
            class="commands"
            node_ref=dialog
            aria-label=move || workspace.words().search_button()
            on:close=move |_| is_open.set(false)
            on:click=on_backdrop
        >
            <div class="commands-box">
                <div class="commands-field">
                    {icon(Icon::Search)}
                    <input
                        type="text"
                        node_ref=field
                        role="combobox"
                        autocomplete="off"
                        spellcheck="false"
                        aria-autocomplete="list"
                        aria-expanded="true"
                        aria-controls="commands-list"
                        aria-activedescendant=move || (n_entries() > 0).then(|| option_id(at.get()))
                        aria-label=move || workspace.words().commands_hint()
                        placeholder=move || workspace.words().commands_hint()
                        prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event))
                        on:keydown=on_key
                    />
                    <kbd>"Esc"</kbd>
                </div>
                <Results sections at on_choose=Callback::new(choose) />
                <p class="visually-hidden" role="status">
                    {move || workspace.words().n_results(n_entries())}
                </p>
            </div>
        </dialog>
    }
}
