//! Choosing what is put into a place: a type of state, or by a few typed letters any action or pattern.

use super::gestures::Gestures;
use super::item_row::{MadeUpNote, item_words, row_key};
use super::node::pixels;
use crate::asl::StateType;
use crate::diagram::NodeKind;
use crate::edit::allow;
use crate::i18n::Messages;
use crate::layout::Point;
use crate::palette::{Item, search, with_calls};
use crate::ui::actions::{Actions, focus_selected};
use crate::ui::controls::{SearchField, state_icon, type_class};
use crate::ui::platform::focus::focus_entry;
use crate::ui::platform::media::Width;
use crate::ui::state::{Addition, OfDocument, Panel, Tabs, Viewing, WorkerWatch, Workspace, found_calls};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The largest size of the list, in pixels, for keeping it within the canvas.
const SIZE: (f64, f64) = (308.0, 440.0);

/// How many items are listed at the most: who sees so many types on.
const MAX_ITEMS: usize = 24;

fn about(state_type: StateType, words: &dyn Messages) -> &'static str {
    match state_type {
        StateType::Task => words.task_about(),
        StateType::Choice => words.choice_about(),
        StateType::Parallel => words.parallel_about(),
        StateType::Map => words.map_about(),
        StateType::Pass => words.pass_about(),
        StateType::Wait => words.wait_about(),
        StateType::Succeed => words.succeed_about(),
        StateType::Fail => words.fail_about(),
    }
}

/// The list of types that may stand at a place. Arrow keys move, Escape closes.
#[component]
pub(super) fn TypePicker(
    /// The place.
    addition: OfDocument<Addition>,
    /// Puts things in.
    gestures: Gestures,
    /// Where the place is on the screen.
    viewing: Viewing,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let actions = expect_context::<Actions>();
    let list = NodeRef::<leptos::html::Div>::new();
    let place = move || {
        workspace.diagram.with(|diagram| match addition.get() {
            Some(Addition::OnEdge(edge)) => {
                diagram.edges.iter().find(|found| found.edge == Some(edge)).map(|edge| edge.middle)
            }
            Some(Addition::First(scope)) => diagram
                .nodes
                .iter()
                .find(|node| node.kind == NodeKind::Empty(scope))
                .map(|node| Point { x: node.rect.x + node.rect.width / 2.0, y: node.rect.y + node.rect.height }),
            Some(Addition::Behind(state, _)) => diagram
                .node(NodeKind::State(state))
                .map(|node| Point { x: node.rect.x + node.rect.width / 2.0, y: node.rect.y + node.rect.height }),
            None => None,
        })
    };
    // Beside the place, within the canvas.
    let corner = move || {
        let at = place().map_or(Point { x: 0.0, y: 0.0 }, |place| viewing.viewport.get().screen_point(place));
        viewing.within(Point { x: at.x + 14.0, y: at.y - 10.0 }, SIZE)
    };
    let wanted = RwSignal::new(String::new());
    let calls = found_calls(expect_context::<WorkerWatch>(), move || wanted.get());
    let found = Memo::new(move |_| {
        let wanted = wanted.get();
        if wanted.trim().is_empty() {
            return Vec::new();
        }
        let mut found = with_calls(&wanted, search(&wanted, workspace.language.get()), &calls.get());
        found.truncate(MAX_ITEMS);
        found
    });
    let allowed = move || {
        workspace.document.with(|document| {
            StateType::ALL
                .into_iter()
                .filter(|state_type| match addition.get() {
                    Some(Addition::OnEdge(edge)) => allow::insert(document.machine(), edge, *state_type),
                    Some(Addition::First(_) | Addition::Behind(..)) => true,
                    None => false,
                })
                .collect::<Vec<_>>()
        })
    };
    let add_item = move |item: &Item| {
        let Some(place) = addition.get_untracked().map(Addition::place) else { return };
        addition.set(None);
        if gestures.insert(item, Some(place)) {
            // On a phone the inspector would cover the graph.
            if tabs.width.get_untracked() != Width::Narrow {
                tabs.choose(Panel::Inspector);
            }
            focus_selected(actions);
        }
    };
    Effect::new(move |_| {
        let is_open = addition.is_some();
        wanted.set(String::new());
        if let Some(list) = list.get().filter(|_| is_open) {
            let field = list.query_selector("input").ok().flatten();
            if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = field.focus();
            }
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        match event.key().as_str() {
            "Escape" => {
                addition.set(None);
                focus_selected(actions);
            }
            "ArrowDown" => focus_entry(&list, 1),
            "ArrowUp" => focus_entry(&list, -1),
            // In the field, Enter takes what is listed first.
            "Enter" if event.target() != event.current_target() && is_field(&event) => {
                match found.with_untracked(|found| found.first().cloned()) {
                    Some(item) => add_item(&item),
                    None => return,
                }
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <Show when=move || place().is_some()>
            <div
                class="type-picker"
                role="group"
                aria-label=move || workspace.words().which_type()
                node_ref=list
                style:left=move || pixels(corner().x)
                style:top=move || pixels(corner().y)
                on:keydown=on_key
                on:pointerdown=|event| event.stop_propagation()
                on:wheel=|event| event.stop_propagation()
            >
                <h3>{move || workspace.words().add_here()}</h3>
                <SearchField id="insert-search" label=|words| words.more_actions() text=wanted />
                <MadeUpNote found />
                // A row stays while the worker finds more, and with it the focus.
                <For
                    each=move || found.get()
                    key=move |item| row_key(item, workspace)
                    children=move |item| {
                        let words = item_words(&item, workspace);
                        view! {
                            <button
                                type="button"
                                class="menu-item palette-item"
                                data-item=item.id()
                                on:click=move |_| add_item(&item)
                            >
                                {words}
                            </button>
                        }
                    }
                />
                {move || {
                    let shown = if wanted.with(|wanted| wanted.trim().is_empty()) { allowed() } else { Vec::new() };
                    shown
                        .into_iter()
                        .map(|state_type| {
                            view! {
                                <button
                                    type="button"
                                    class=format!("menu-item {}", type_class(Some(state_type)))
                                    data-type=state_type.as_str()
                                    on:click=move |_| add_item(&Item::State(state_type))
                                >
                                    <span class="state-icon">{state_icon(Some(state_type))}</span>
                                    <span>
                                        {state_type.as_str()}
                                        <small>{move || about(state_type, workspace.words())}</small>
                                    </span>
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </div>
        </Show>
    }
}

/// Whether a key was pressed in the search field.
fn is_field(event: &ev::KeyboardEvent) -> bool {
    event.target().is_some_and(|target| target.dyn_into::<web_sys::HtmlInputElement>().is_ok())
}
