//! The palette: everything that can be put into the machine, to be dragged onto the graph or added by a press.

use super::gestures::Gestures;
use super::item_row::item_words;
use crate::palette::{Category, Item, search};
use crate::ui::controls::{Icon, SearchField, icon};
use crate::ui::platform::media::Width;
use crate::ui::state::{Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;

/// The button that shows the palette, and the palette.
#[component]
pub(super) fn Palette(gestures: Gestures, is_open: RwSignal<bool>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <button
            type="button"
            class="button palette-button"
            data-command="palette"
            aria-expanded=move || is_open.get().to_string()
            aria-controls="palette"
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            {icon(Icon::Plus)}
            {move || workspace.words().add()}
        </button>
        <Show when=move || is_open.get()>
            <PaletteDrawer gestures is_open />
        </Show>
    }
}

#[component]
fn PaletteDrawer(gestures: Gestures, is_open: RwSignal<bool>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let wanted = RwSignal::new(String::new());
    let found = Memo::new(move |_| search(&wanted.get(), workspace.language.get()));
    let is_searching = Memo::new(move |_| !wanted.get().trim().is_empty());
    let row = move |item: Item| {
        let words = item_words(&item, workspace);
        let id = item.id();
        let taken = item.clone();
        let on_down = move |event: ev::PointerEvent| {
            // A finger scrolls the list; it adds by a tap.
            if event.pointer_type() == "mouse" && event.button() == 0 {
                gestures.take(taken.clone(), &event);
            }
        };
        view! {
            <button
                type="button"
                class="menu-item palette-item"
                data-item=id
                on:pointerdown=on_down
                on:click=move |_| {
                    // On a phone the palette covers the graph.
                    if gestures.insert(&item, None) && tabs.width.get_untracked() == Width::Narrow {
                        is_open.set(false);
                    }
                }
            >
                {words}
            </button>
        }
    };
    let groups = move || {
        let found = found.get();
        if is_searching.get() {
            return found.into_iter().map(row).collect_view().into_any();
        }
        let title = |category: Category| workspace.language.get().palette_messages().category(category);
        let group = |category: Category| {
            let items: Vec<Item> = found.iter().filter(|item| item.category() == category).cloned().collect();
            let is_first = category == Category::States;
            (!items.is_empty()).then(|| {
                view! {
                    <details class="palette-group" open=is_first>
                        <summary>
                            {title(category)}
                            <span class="badge">{items.len()}</span>
                        </summary>
                        {items.into_iter().map(row).collect_view()}
                    </details>
                }
            })
        };
        Category::ALL.into_iter().map(group).collect_view().into_any()
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            is_open.set(false);
        }
    };
    view! {
        <aside
            id="palette"
            class="palette"
            aria-label=move || workspace.words().add()
            on:keydown=on_key
            on:wheel=|event| event.stop_propagation()
        >
            <SearchField id="palette-search" label=|words| words.search_palette() text=wanted />
            <p class="palette-hint">{move || workspace.words().palette_hint()}</p>
            <div class="palette-list">
                {groups}
                <Show when=move || found.with(Vec::is_empty)>
                    <p class="empty">{move || workspace.words().nothing_matches()}</p>
                </Show>
            </div>
        </aside>
    }
}
