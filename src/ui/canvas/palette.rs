//! The palette: everything that can be put into the machine, to be dragged onto the graph or added by a press.

use super::gestures::Gestures;
use super::item_row::{MadeUpNote, item_words, row_key};
use super::pointer::TREMBLING;
use crate::palette::{Category, Item, search, with_calls};
use crate::ui::actions::{Actions, focus_later, focus_selected};
use crate::ui::controls::{Icon, SearchField, icon};
use crate::ui::platform::focus::focus_entry;
use crate::ui::platform::media::{self, Width};
use crate::ui::state::{Tabs, Viewing, WorkerWatch, Workspace, found_calls};
use gloo::timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;

/// How wide the palette is, in pixels, as its style has it.
const WIDTH: f64 = 288.0;

/// How much of the canvas has to be left for the palette to stand beside the drawing, in pixels.
const ROOM: f64 = 240.0;

/// How long a finger rests on an item before it takes it along, in milliseconds.
const HOLD: u32 = 350;

/// The button that shows the palette, and the palette.
#[component]
pub(super) fn Palette(gestures: Gestures, viewing: Viewing, is_open: RwSignal<bool>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    // Beside the drawing where there is room for both.
    Effect::new(move |_| {
        let has_room = tabs.width.get() != Width::Narrow && viewing.size.get().0 >= WIDTH + ROOM;
        viewing.cover(if is_open.get() && has_room { WIDTH } else { 0.0 });
    });
    let button = NodeRef::<leptos::html::Button>::new();
    view! {
        <button
            type="button"
            class="button palette-button"
            node_ref=button
            data-command="palette"
            aria-expanded=move || is_open.get().to_string()
            aria-controls="palette"
            on:click=move |_| is_open.update(|open| *open = !*open)
        >
            {icon(Icon::Plus)}
            {move || workspace.words().add()}
        </button>
        <Show when=move || is_open.get()>
            <PaletteDrawer gestures is_open button />
        </Show>
    }
}

#[component]
fn PaletteDrawer(
    gestures: Gestures,
    is_open: RwSignal<bool>,
    /// What opened it, and has the focus once it is closed.
    button: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let actions = expect_context::<Actions>();
    let list = NodeRef::<leptos::html::Div>::new();
    let has_fingers = media::matches("(pointer: coarse)");
    let wanted = RwSignal::new(String::new());
    let calls = found_calls(expect_context::<WorkerWatch>(), move || wanted.get());
    let found = Memo::new(move |_| {
        let wanted = wanted.get();
        with_calls(&wanted, search(&wanted, workspace.language.get()), &calls.get())
    });
    let is_searching = Memo::new(move |_| !wanted.get().trim().is_empty());
    // The best match stands first: there it is to be seen.
    Effect::new(move |_| {
        wanted.track();
        if let Some(list) = list.get() {
            list.set_scroll_top(0);
        }
    });
    // Where a keyboard on the screen would cover the list, a person asks for it.
    if !has_fingers.get_untracked() {
        focus_later("#palette-search".to_owned());
    }
    let add = move |item: &Item, is_by_key: bool| {
        if !gestures.insert(item, None) {
            return;
        }
        // On a phone the palette covers the graph; with it goes what had the focus.
        let closes = tabs.width.get_untracked() == Width::Narrow;
        if closes {
            is_open.set(false);
        }
        if is_by_key || closes {
            focus_selected(actions);
        }
    };
    let hold = Hold::default();
    let row = move |item: Item| {
        let words = item_words(&item, workspace);
        let id = item.id();
        let taken = item.clone();
        let on_down = move |event: ev::PointerEvent| {
            let (x, y) = (event.client_x(), event.client_y());
            if event.pointer_type() != "mouse" {
                // A finger scrolls the list, adds by a tap, and drags what it has rested on.
                let taken = taken.clone();
                gestures.touch_item();
                hold.begin(x, y, move || gestures.take(taken, x, y, true));
            } else if event.button() == 0 {
                gestures.take(taken.clone(), x, y, false);
            }
        };
        let on_click = move |event: ev::MouseEvent| {
            let is_by_key = event.detail() == 0;
            if is_by_key || !gestures.was_carried() {
                add(&item, is_by_key);
            }
        };
        view! {
            <button
                type="button"
                class="menu-item palette-item"
                data-item=id
                on:pointerdown=on_down
                on:click=on_click
            >
                {words}
            </button>
        }
    };
    let groups = move || {
        if is_searching.get() {
            // A row stays while the worker finds more, and with it the focus.
            return view! { <For each=move || found.get() key=move |item| row_key(item, workspace) children=row /> }
                .into_any();
        }
        let found = found.get();
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
    let focus_in_list = move |by: i32| {
        if let Some(list) = list.get_untracked() {
            focus_entry(&list, by);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let is_search = event_target::<web_sys::Element>(&event).id() == "palette-search";
        match event.key().as_str() {
            "Escape" => {
                // At once: with what has it, the focus would be gone.
                if let Some(button) = button.get_untracked() {
                    let _ = button.focus();
                }
                is_open.set(false);
            }
            // In the field, Enter takes what is listed first, as the arrow key leads there.
            "Enter" if is_search && is_searching.get_untracked() => {
                let Some(first) = found.with_untracked(|found| found.first().cloned()) else { return };
                add(&first, true);
            }
            "ArrowDown" => focus_in_list(1),
            "ArrowUp" if !is_search => focus_in_list(-1),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let is_held = move || gestures.item.with_untracked(Option::is_some);
    let hint = move || {
        let words = workspace.words();
        if has_fingers.get() { words.palette_hint_touch() } else { words.palette_hint() }
    };
    view! {
        <aside
            id="palette"
            class="palette"
            // Hidden, not gone: the events of the finger that took an item are sent there.
            class:is-away=move || tabs.width.get() == Width::Narrow && gestures.is_carrying()
            aria-label=move || workspace.words().add()
            on:keydown=on_key
            on:wheel=|event| event.stop_propagation()
            on:pointermove=move |event| hold.follow(event.client_x(), event.client_y())
            on:pointerup=move |_| hold.end()
            on:pointercancel=move |_| hold.end()
            on:contextmenu=move |event| {
                if is_held() {
                    event.prevent_default();
                }
            }
            // On the element itself: the browser asks it before it scrolls.
            on:touchmove=move |event| {
                if is_held() {
                    event.prevent_default();
                }
            }
        >
            <SearchField id="palette-search" label=|words| words.search_palette() text=wanted />
            <p class="palette-hint">{hint}</p>
            <MadeUpNote found=Signal::derive(move || if is_searching.get() { found.get() } else { Vec::new() }) />
            <div class="palette-list" node_ref=list>
                {groups}
                <Show when=move || found.with(Vec::is_empty)>
                    <p class="empty">{move || workspace.words().nothing_matches()}</p>
                </Show>
            </div>
        </aside>
    }
}

/// A finger that rests on an item.
#[derive(Clone, Copy)]
struct Hold {
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    from: StoredValue<(i32, i32)>,
}

impl Default for Hold {
    fn default() -> Self {
        Self { timer: StoredValue::new_local(None), from: StoredValue::new((0, 0)) }
    }
}

impl Hold {
    /// It goes down; after a while it takes the item.
    fn begin(self, x: i32, y: i32, take: impl FnOnce() + 'static) {
        self.from.set_value((x, y));
        self.timer.set_value(Some(Timeout::new(HOLD, take)));
    }

    /// It moves: far enough, it scrolls the list.
    fn follow(self, x: i32, y: i32) {
        let (from_x, from_y) = self.from.get_value();
        if f64::from((x - from_x).abs() + (y - from_y).abs()) > TREMBLING {
            self.end();
        }
    }

    /// It goes up or away.
    fn end(self) {
        self.timer.set_value(None);
    }
}
