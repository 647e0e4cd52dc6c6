//! The menu of the selected states: by the second button of a mouse, a finger that rests, or the menu key.

use super::gestures::Gestures;
use super::node::pixels;
use super::type_picker::Addition;
use super::viewing::Viewing;
use crate::asl::{QueryLanguage, StateId, StateType};
use crate::edit::{Command, Place, allow};
use crate::i18n::Messages;
use crate::interact::Action;
use crate::layout::Point;
use crate::ui::actions::{Actions, focus_selected};
use crate::ui::controls::{Icon, icon, state_icon, type_class};
use crate::ui::platform::focus::focus_entry;
use crate::ui::state::{Clipboard, Conversion, Panel, Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The menu's size, in pixels, for keeping it within the canvas.
const SIZE: (f64, f64) = (264.0, 500.0);

/// What the menu offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Edit,
    AddAfter,
    Connect,
    Catch,
    Cut,
    Copy,
    Paste,
    Duplicate,
    WrapInParallel,
    WrapInMap,
    Unwrap,
    Extract,
    AddBranch,
    SetStart,
    ConvertType,
    ToJsonata,
    PlaceByHand,
    PlaceAutomatically,
    Delete,
}

impl Entry {
    /// In groups, as they are listed.
    const GROUPS: [&'static [Self]; 6] = [
        &[Self::Edit, Self::AddAfter, Self::Connect, Self::Catch, Self::AddBranch],
        &[Self::Cut, Self::Copy, Self::Paste, Self::Duplicate],
        &[Self::WrapInParallel, Self::WrapInMap, Self::Unwrap, Self::Extract],
        &[Self::SetStart, Self::ConvertType, Self::ToJsonata],
        &[Self::PlaceByHand, Self::PlaceAutomatically],
        &[Self::Delete],
    ];

    /// Its name in the page.
    const fn id(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::AddAfter => "add-after",
            Self::Connect => "connect",
            Self::Catch => "catch",
            Self::Cut => "cut",
            Self::Copy => "copy",
            Self::Paste => "paste",
            Self::Duplicate => "duplicate",
            Self::WrapInParallel => "wrap-parallel",
            Self::WrapInMap => "wrap-map",
            Self::Unwrap => "unwrap",
            Self::Extract => "extract",
            Self::AddBranch => "add-branch",
            Self::SetStart => "set-start",
            Self::ConvertType => "convert-type",
            Self::ToJsonata => "to-jsonata",
            Self::PlaceByHand => "place-by-hand",
            Self::PlaceAutomatically => "place-automatically",
            Self::Delete => "delete",
        }
    }

    /// Its sign, words and key.
    fn face(self, words: &dyn Messages) -> (Icon, &'static str, &'static str) {
        match self {
            Self::Edit => (Icon::Inspector, words.edit_fields(), "Enter"),
            Self::AddAfter => (Icon::Plus, words.add_after(), "A"),
            Self::Connect => (Icon::Step, words.connect_to(), "C"),
            Self::Catch => (Icon::Warning, words.catch_to(), "E"),
            Self::Cut => (Icon::Cross, words.cut(), "Ctrl+X"),
            Self::Copy => (Icon::Copy, words.copy_states(), "Ctrl+C"),
            Self::Paste => (Icon::New, words.paste_after(), "Ctrl+V"),
            Self::Duplicate => (Icon::Duplicate, words.duplicate(), "Ctrl+D"),
            Self::WrapInParallel => (Icon::Graph, words.wrap_in_parallel(), ""),
            Self::WrapInMap => (Icon::Fit, words.wrap_in_map(), ""),
            Self::Unwrap => (Icon::Open, words.unwrap(), ""),
            Self::Extract => (Icon::Download, words.extract(), ""),
            Self::AddBranch => (Icon::Plus, words.add_branch(), ""),
            Self::SetStart => (Icon::Run, words.set_start(), ""),
            Self::ConvertType => (Icon::Restart, words.convert_type(), ""),
            Self::ToJsonata => (Icon::Code, words.convert_to_jsonata(), ""),
            Self::PlaceByHand => (Icon::Pin, words.place_by_hand(), "Alt+←→"),
            Self::PlaceAutomatically => (Icon::Undo, words.place_automatically(), ""),
            Self::Delete => (Icon::Delete, words.delete_states(), "Delete"),
        }
    }
}

/// Where the menu is open, in pixels of the canvas, and whether it shows the types of state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Opened {
    pub(super) at: Point,
    pub(super) shows_types: bool,
}

/// Opens the menu for the state that an event is on, which is selected with it.
pub(super) fn open_menu(
    workspace: Workspace,
    gestures: Gestures,
    menu: RwSignal<Option<Opened>>,
    event: &ev::MouseEvent,
) {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let node = element.and_then(|element| element.closest("[data-state]").ok().flatten());
    let Some((node, name)) = node.and_then(|node| Some((node.clone(), node.get_attribute("data-state")?))) else {
        return;
    };
    event.prevent_default();
    if !untrack(|| workspace.is_selected(&name)) {
        workspace.select_all(vec![name]);
    }
    // A key has no place of its own.
    let at = if event.client_x() == 0 && event.client_y() == 0 {
        let rect = node.get_bounding_client_rect();
        gestures.at(rect.left() as i32 + 24, rect.top() as i32 + 40)
    } else {
        gestures.at(event.client_x(), event.client_y())
    };
    menu.set(Some(Opened { at, shows_types: false }));
}

/// The menu.
#[component]
pub(super) fn ContextMenu(
    menu: RwSignal<Option<Opened>>,
    viewing: Viewing,
    addition: RwSignal<Option<Addition>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let actions = expect_context::<Actions>();
    let clipboard = expect_context::<Clipboard>();
    let conversion = expect_context::<Conversion>();
    let list = NodeRef::<leptos::html::Div>::new();
    let outside = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let is_inside = list.get_untracked().is_some_and(|list| list.contains(target.as_ref()));
        if !is_inside && menu.get_untracked().is_some() {
            menu.set(None);
        }
    });
    on_cleanup(move || outside.remove());
    Effect::new(move |_| {
        let is_open = menu.get().is_some();
        if let Some(list) = list.get().filter(|_| is_open) {
            focus_entry(&list, 0);
        }
    });
    let close = move || {
        menu.set(None);
        focus_selected(actions);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        match event.key().as_str() {
            "Escape" | "Tab" => close(),
            "ArrowDown" => focus_entry(&list, 1),
            "ArrowUp" => focus_entry(&list, -1),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let run = move |entry: Entry| {
        let states = untrack(|| workspace.selected_states());
        let Some(first) = states.first().copied() else { return };
        menu.set(if entry == Entry::ConvertType {
            menu.get_untracked().map(|opened| Opened { shows_types: true, ..opened })
        } else {
            None
        });
        let name = name_of(workspace, first);
        match entry {
            Entry::Edit => tabs.choose(Panel::Inspector),
            Entry::AddAfter => addition.set(Some(Addition::After(first))),
            Entry::Connect => actions.perform(Action::Connect, false),
            Entry::Catch => actions.perform(Action::Catch, false),
            Entry::PlaceByHand => actions.perform(Action::PlaceByHand, false),
            Entry::PlaceAutomatically => actions.perform(Action::PlaceAutomatically, false),
            Entry::Cut => clipboard.cut(),
            Entry::Copy => clipboard.copy(),
            Entry::Paste => clipboard.paste(Place::After(first)),
            Entry::Duplicate => apply(workspace, Command::DuplicateStates(states)),
            Entry::WrapInParallel => apply(workspace, Command::WrapInParallel(states)),
            Entry::WrapInMap => apply(workspace, Command::WrapInMap(states)),
            Entry::Unwrap => apply(workspace, Command::Unwrap(first)),
            Entry::Extract => {
                let name = free_machine_name(workspace, &name);
                apply(workspace, Command::ExtractToMachine { states, name });
            }
            Entry::AddBranch => apply(workspace, Command::AddBranch(first)),
            Entry::SetStart => apply(workspace, Command::SetStartAt(first)),
            Entry::ConvertType => {}
            Entry::ToJsonata => conversion.open(Some(first)),
            Entry::Delete => apply(workspace, Command::DeleteStates(states)),
        }
    };
    let convert = move |state_type: StateType| {
        let first = untrack(|| workspace.selected_states()).first().copied();
        menu.set(None);
        if let Some(state) = first {
            apply(workspace, Command::ConvertType { state, state_type });
        }
    };
    let entry_view = move |entry: Entry| {
        let face = move || entry.face(workspace.words());
        view! {
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class="menu-item"
                class:is-danger=entry == Entry::Delete
                data-entry=entry.id()
                on:click=move |_| run(entry)
            >
                {move || icon(face().0)}
                <span>{move || face().1}</span>
                <kbd>{move || face().2}</kbd>
            </button>
        }
    };
    let entries = move || {
        let states = workspace.selected_states();
        Entry::GROUPS
            .into_iter()
            .map(|group| group.iter().copied().filter(|entry| fits(*entry, workspace, clipboard, &states)).collect())
            .filter(|group: &Vec<Entry>| !group.is_empty())
            .map(|group| view! { <div role="group">{group.into_iter().map(entry_view).collect_view()}</div> })
            .collect_view()
    };
    let types = move || {
        StateType::ALL
            .into_iter()
            .map(|state_type| {
                view! {
                    <button
                        type="button"
                        role="menuitem"
                        tabindex="-1"
                        class=format!("menu-item {}", type_class(Some(state_type)))
                        data-convert=state_type.as_str()
                        on:click=move |_| convert(state_type)
                    >
                        <span class="state-icon">{state_icon(Some(state_type))}</span>
                        {state_type.as_str()}
                    </button>
                }
            })
            .collect_view()
    };
    let place = move || {
        let at = menu.get().map_or(Point { x: 0.0, y: 0.0 }, |opened| opened.at);
        viewing.within(at, SIZE)
    };
    view! {
        <Show when=move || menu.get().is_some()>
            <div
                class="context-menu"
                role="menu"
                aria-label=move || workspace.words().state_menu()
                node_ref=list
                style:left=move || pixels(place().x)
                style:top=move || pixels(place().y)
                on:keydown=on_key
                on:contextmenu=|event| event.prevent_default()
                on:wheel=|event| event.stop_propagation()
            >
                <Show when=move || menu.get().is_some_and(|opened| opened.shows_types) fallback=entries>
                    {types}
                </Show>
            </div>
        </Show>
    }
}

/// Whether an entry makes sense for the selected states.
fn fits(entry: Entry, workspace: Workspace, clipboard: Clipboard, states: &[StateId]) -> bool {
    let Some(first) = states.first().copied() else { return false };
    let is_single = states.len() == 1;
    workspace.document.with(|document| {
        let machine = document.machine();
        let Some(state) = machine.get(first) else { return false };
        let state_type = state.state_type;
        let is_terminal = state_type.is_some_and(StateType::is_terminal);
        match entry {
            Entry::Edit | Entry::ConvertType => is_single,
            Entry::AddAfter | Entry::Connect => is_single && !is_terminal,
            Entry::Paste => is_single && !is_terminal && clipboard.has_states(),
            Entry::Catch => is_single && state_type.is_none_or(StateType::can_catch),
            Entry::AddBranch => is_single && state_type == Some(StateType::Parallel),
            Entry::SetStart => {
                let start = machine.scope(state.scope).start_at.as_ref().and_then(|start| start.state);
                is_single && start != Some(first)
            }
            Entry::ToJsonata => is_single && state.query_language == QueryLanguage::JSONPath,
            Entry::WrapInParallel | Entry::WrapInMap | Entry::Extract => allow::enclose(machine, states).is_ok(),
            Entry::Unwrap => is_single && allow::unwrap(document, first).is_ok(),
            Entry::PlaceAutomatically => !workspace.placed_among(workspace.selected_names()).is_empty(),
            Entry::Cut | Entry::Copy | Entry::Duplicate | Entry::PlaceByHand | Entry::Delete => true,
        }
    })
}

fn apply(workspace: Workspace, command: Command) {
    workspace.apply(&command);
}

fn name_of(workspace: Workspace, state: StateId) -> String {
    workspace.document.with_untracked(|document| {
        document.machine().get(state).map(|state| state.name.to_string()).unwrap_or_default()
    })
}

/// A name that no other machine of the workspace has.
fn free_machine_name(workspace: Workspace, name: &str) -> String {
    workspace.machines.with_untracked(|machines| {
        let mut candidates = (1..).map(|n| if n == 1 { name.to_owned() } else { format!("{name} {n}") });
        // There are more candidates than machines.
        candidates.find(|candidate| !machines.contains_key(candidate)).unwrap_or_default()
    })
}
