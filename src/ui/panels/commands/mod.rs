//! The dialog of commands: everything that can be done, found by a few typed letters.
//!
//! What it offers comes from [`SOURCES`]: each gives the entries that fit what was typed, the best first.

mod entry;
mod results;
mod sources;

pub(in crate::ui) use entry::{Entry, EntrySign};

use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, Modal, ModalDialog, icon};
use crate::ui::state::{WorkerWatch, found_calls};
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

fn entries(sections: &[Section]) -> impl Iterator<Item = &Entry> {
    sections.iter().flat_map(|section| &section.entries)
}

/// The dialog. It is made once and filled each time it opens.
#[component]
pub(in crate::ui) fn Commands() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let modal = Modal::new();
    let field = NodeRef::<leptos::html::Input>::new();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let sections = RwSignal::new_local(Vec::<Section>::new());
    modal.open_with(actions.commands_opened, move || {
        typed.set(String::new());
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    });
    let wanted = move || if modal.is_open.get() { typed.get() } else { String::new() };
    let calls = found_calls(expect_context::<WorkerWatch>(), wanted);
    Effect::new(move |before: Option<String>| {
        let (text, words, calls) = (typed.get(), workspace.words(), calls.get());
        let filled = if modal.is_open.get() {
            let all = SOURCES.iter().map(|source| Section {
                title: (source.title)(words).to_owned(),
                entries: (source.entries)(actions, &text, &calls),
            });
            all.filter(|section| !section.entries.is_empty()).collect()
        } else {
            Vec::new()
        };
        // What is found later moves what was reached.
        let reached =
            sections.with_untracked(|sections| entries(sections).nth(at.get_untracked()).map(|entry| entry.id.clone()));
        let kept = entries(&filled).position(|entry| Some(&entry.id) == reached.as_ref());
        at.set(kept.filter(|_| before.as_ref() == Some(&text)).unwrap_or_default());
        sections.set(filled);
        text
    });
    let n_entries = move || sections.with(|sections| entries(sections).count());
    let choose = move |index: usize| {
        let entry = sections.with_untracked(|sections| entries(sections).nth(index).cloned());
        if let Some(entry) = entry {
            // First the focus goes back to where it was, then the entry may move it.
            modal.close();
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
            "k" if event.ctrl_key() || event.meta_key() => modal.close(),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <ModalDialog modal class="commands" labelled_by="commands-title">
            <div class="commands-box">
                <h2 id="commands-title" class="visually-hidden">{move || workspace.words().search_button()}</h2>
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
        </ModalDialog>
    }
}
