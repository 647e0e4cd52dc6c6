//! What the dialog of commands offers. Another kind of entry is another line of [`SOURCES`].

use super::{Entry, EntrySign};
use crate::action::Action;
use crate::asl::{Document, Held, StateId, StateType};
use crate::calls::Found;
use crate::diagram::detail;
use crate::graph::{OutlineItem, outline};
use crate::i18n::{Language, Messages};
use crate::learn::EXAMPLES;
use crate::palette::{Item, search, with_calls};
use crate::search::{Query, rank};
use crate::ui::actions::{Actions, focus_node, focus_selected, sign};
use crate::ui::controls::Icon;
use leptos::prelude::*;
use std::sync::Arc;

/// How many entries of a kind are listed at the most.
const MAX_ENTRIES: usize = 50;

/// How many states are listed while nothing is typed: the page's own commands should be seen too.
const FEW: usize = 6;

/// A kind of entry.
pub(super) struct Source {
    /// What stands over its entries.
    pub(super) title: fn(&dyn Messages) -> &'static str,
    /// The entries that fit what was typed, the best first; given what the worker found of it that a Task can call.
    pub(super) entries: fn(Actions, &str, &Found) -> Vec<Entry>,
}

/// All kinds, in the order of the list.
pub(super) const SOURCES: [Source; 4] = [
    Source { title: |words| words.commands_of_page(), entries: of_page },
    Source { title: |words| words.commands_of_states(), entries: of_states },
    Source { title: |words| words.add(), entries: of_palette },
    Source { title: |words| words.commands_of_examples(), entries: of_examples },
];

/// The actions of the page that are possible now; the words of both languages find them, those of the chosen one first.
fn of_page(actions: Actions, typed: &str, _: &Found) -> Vec<Entry> {
    let language = actions.workspace.language.get_untracked();
    let possible = Action::ALL
        .iter()
        .copied()
        .filter(|action| action.is_listed() && untrack(move || actions.is_possible(*action)));
    let found = rank(&Query::new(typed), possible, |action, add| {
        for known in Language::ALL {
            let words = known.messages();
            let is_own = known == language;
            add(if is_own { 8 } else { 3 }, words.action(*action));
            add(if is_own { 5 } else { 2 }, words.action_search(*action));
            add(1, words.action_group(action.facts().group));
        }
    });
    let words = language.messages();
    let entry = |action: Action| {
        let facts = action.facts();
        let (id, title) = (format!("action-{}", facts.id), words.action(action).to_owned());
        Entry::new(id, EntrySign::Icon(sign(action)), title, move || actions.perform(action, false))
            .with_detail(words.action_group(facts.group))
            .with_key(untrack(move || actions.key(action)))
    };
    found.into_iter().map(entry).collect()
}

/// The states, by name and type.
fn of_states(actions: Actions, typed: &str, _: &Found) -> Vec<Entry> {
    let document = actions.workspace.document.get_untracked();
    let words = actions.workspace.language.get_untracked().messages();
    let query = Query::new(typed);
    let rows = outline(document.machine());
    let states = rows.into_iter().filter_map(|row| match row.item {
        OutlineItem::State(state) => Some(state),
        OutlineItem::Branch(_) => None,
    });
    let machine = document.machine();
    let found = if query.is_empty() {
        states.take(FEW).collect()
    } else {
        rank(&query, states, |state, add| {
            let own = machine.state(*state);
            add(6, &own.name);
            add(2, own.state_type.map_or("", StateType::as_str));
        })
    };
    found.into_iter().take(MAX_ENTRIES).map(|state| state_entry(actions, &document, state, words)).collect()
}

fn state_entry(actions: Actions, document: &Arc<Document>, state: StateId, words: &dyn Messages) -> Entry {
    let own = document.machine().state(state);
    let name = own.name.to_string();
    let go = {
        let (key, held) = (document.machine().key(state), Held::new(document, state));
        move || {
            let present = actions.workspace.document.get_untracked();
            let Some(state) = held.get(&present) else { return };
            actions.tabs_to_graph();
            actions.workspace.go_to(*state);
            focus_node(&key);
        }
    };
    Entry::new(format!("state-{}", state.0), EntrySign::State(own.state_type), name, go)
        .with_detail(detail(document, state, words))
}

/// What can be put behind the selected state. There is too much of it to be listed before anything is typed.
fn of_palette(actions: Actions, typed: &str, calls: &Found) -> Vec<Entry> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let language = actions.workspace.language.get_untracked();
    let entry = |item: Item| {
        let (id, title, detail) = (format!("insert-{}", item.id()), item.name(language), item.description(language));
        let insert = move || {
            actions.tabs_to_graph();
            if actions.workspace.insert_item(&item, None) {
                focus_selected(actions);
            }
        };
        Entry::new(id, EntrySign::Icon(Icon::Plus), title, insert).with_detail(detail)
    };
    with_calls(typed, search(typed, language), calls).into_iter().take(MAX_ENTRIES).map(entry).collect()
}

/// The examples of the gallery.
fn of_examples(actions: Actions, typed: &str, _: &Found) -> Vec<Entry> {
    let language = actions.workspace.language.get_untracked();
    let found = rank(&Query::new(typed), &EXAMPLES, |example, add| {
        for known in Language::ALL {
            let (title, about) = known.messages().example(example.id);
            let is_own = known == language;
            add(if is_own { 6 } else { 2 }, title);
            add(1, about);
        }
        add(1, "example ejemplo");
    });
    let entry = |example: &'static crate::learn::Example| {
        let (title, about) = language.messages().example(example.id);
        let id = format!("example-{}", example.id);
        let open = move || actions.machines.open_example(example);
        Entry::new(id, EntrySign::Icon(Icon::Book), title.to_owned(), open).with_detail(about)
    };
    found.into_iter().map(entry).collect()
}
