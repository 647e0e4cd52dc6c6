//! The menus of the canvas: of the selected states, of the background, and of the types that a state can become. They open by
//! the second button of a mouse, a finger that rests, or the menu key, and are made of actions.

use super::gestures::Gestures;
use super::node::pixels;
use crate::action::Action;
use crate::asl::StateType;
use crate::interact::{BACKGROUND_MENU, MenuMove, STATE_MENU, floated, menu_move};
use crate::layout::{Point, Size};
use crate::ui::actions::{Actions, focus_selected, keep_focus, sign, state_of};
use crate::ui::controls::{icon, state_icon, type_class};
use crate::ui::platform::focus::{buttons, focus_entry};
use crate::ui::platform::media;
use crate::ui::state::{MenuKind, OpenMenu};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Parts of the canvas that have no menu.
const OTHER_PARTS: &str = ".corner, .minimap, .type-picker, .palette, .palette-button, .context-menu";

/// Opens the menu for what an event is on: a state, which is selected with it, or the background. Says whether there is one.
pub(in crate::ui) fn open_menu(actions: Actions, gestures: Gestures, event: &ev::MouseEvent) -> bool {
    let workspace = actions.workspace;
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(element) = element.filter(|element| !matches!(element.closest(OTHER_PARTS), Ok(Some(_)))) else {
        return false;
    };
    event.prevent_default();
    let (x, y) = (event.client_x(), event.client_y());
    let key = element.closest("[data-state], [data-ports]").ok().flatten().and_then(|node| state_of(&node));
    let key = key.or_else(|| actions.viewing.painted_at(gestures.at(x, y)));
    let kind = if key.is_some() { MenuKind::States } else { MenuKind::Background };
    if !key.as_ref().is_some_and(|key| untrack(|| workspace.is_selected(key))) {
        match key {
            Some(key) if actions.pick(&key) => {}
            key => workspace.select_all(key.into_iter().collect()),
        }
    }
    // A key has no place of its own.
    let at = if x == 0 && y == 0 {
        let rect = element.get_bounding_client_rect();
        Point { x: rect.left() + 24.0, y: rect.top() + 40.0 }
    } else {
        Point { x: f64::from(x), y: f64::from(y) }
    };
    actions.menu.set(Some(OpenMenu { at, kind }));
    true
}

/// The menu that is open.
#[component]
pub(super) fn ContextMenu() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let menu = actions.menu;
    let list = NodeRef::<leptos::html::Div>::new();
    let corner = RwSignal::new(Point { x: 0.0, y: 0.0 });
    let has_touch = media::matches("(any-pointer: coarse)");
    // The finger that opened the menu goes up on it: only what is pressed after that is meant.
    let was_pressed = StoredValue::new(false);
    Effect::new(move |_| {
        let Some(open) = menu.get() else { return };
        was_pressed.set_value(false);
        // Before it is seen, but when it is filled.
        request_animation_frame(move || {
            let Some(list) = list.get_untracked() else { return };
            let rect = list.get_bounding_client_rect();
            corner.set(floated(open.at, Size { width: rect.width(), height: rect.height() }, media::window_size()));
            focus_entry(&list, 0);
        });
    });
    // What it was of may go.
    Effect::new(move |_| {
        let is_empty = workspace.selected_keys().is_empty();
        if is_empty && menu.get_untracked().is_some_and(|open| open.kind != MenuKind::Background) {
            menu.set(None);
        }
    });
    let outside = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let is_inside = list.get_untracked().is_some_and(|list| list.contains(target.as_ref()));
        if is_inside {
            was_pressed.set_value(true);
        } else if menu.is_some_untracked() {
            menu.set(None);
        }
    });
    let lifted = window_event_listener(ev::touchend, move |event| {
        if menu.is_some_untracked() && !was_pressed.get_value() {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        outside.remove();
        lifted.remove();
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let buttons = buttons(&list);
        let names: Vec<String> = buttons.iter().map(|button| button.text_content().unwrap_or_default()).collect();
        let active = document().active_element();
        let at = buttons.iter().position(|button| button.is_same_node(active.as_deref()));
        match menu_move(&names, at, &event.key()) {
            Some(MenuMove::Go(to)) => {
                let _ = buttons[to].focus();
            }
            Some(MenuMove::Close) => {
                menu.set(None);
                focus_selected(actions);
            }
            None => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    // Keys press, too: their clicks have no pointer, and count no presses.
    let is_meant = move |event: &ev::MouseEvent| event.detail() == 0 || was_pressed.get_value();
    let run = move |event: ev::MouseEvent, action: Action| {
        if !is_meant(&event) {
            return;
        }
        // The types come in the place of this menu.
        if action != Action::ConvertType {
            menu.set(None);
        }
        actions.perform(action, false);
        keep_focus(actions);
    };
    let convert = move |event: ev::MouseEvent, state_type: StateType| {
        if is_meant(&event) {
            menu.set(None);
            actions.convert(state_type);
            keep_focus(actions);
        }
    };
    let entry = move |action: Action| {
        let keys = move || actions.key(action).map(|key| view! { <kbd aria-hidden="true">{key}</kbd> });
        view! {
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class="menu-item"
                class:is-danger=action == Action::Delete
                data-entry=action.facts().id
                aria-keyshortcuts=move || actions.aria_keys(action)
                on:click=move |event| run(event, action)
            >
                {icon(sign(action))}
                <span>{move || workspace.words().action(action)}</span>
                {keys}
            </button>
        }
    };
    let is_offered = move |action: &Action| {
        let is_pointless = match action {
            // A mouse has a key beside it for that.
            Action::SelectSeveral => !has_touch.get() || actions.is_picking.get(),
            Action::Palette => actions.palette_is_open.get(),
            _ => false,
        };
        !is_pointless && actions.is_possible(*action)
    };
    let groups = move |groups: &'static [&'static [Action]]| {
        let groups = groups.iter().map(|group| group.iter().copied().filter(is_offered).collect::<Vec<_>>());
        let groups = groups.filter(|group| !group.is_empty());
        groups
            .map(|group| view! { <div role="group">{group.into_iter().map(entry).collect_view()}</div> })
            .collect_view()
    };
    let type_entry = move |state_type: StateType| {
        view! {
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class=format!("menu-item {}", type_class(Some(state_type)))
                data-convert=state_type.as_str()
                on:click=move |event| convert(event, state_type)
            >
                <span class="state-icon">{state_icon(Some(state_type))}</span>
                {state_type.as_str()}
            </button>
        }
    };
    let kind = Memo::new(move |_| menu.get().map(|open| open.kind));
    let entries = move |kind: MenuKind| match kind {
        MenuKind::States => groups(&STATE_MENU).into_any(),
        MenuKind::Background => groups(&BACKGROUND_MENU).into_any(),
        MenuKind::Types => StateType::ALL.into_iter().map(type_entry).collect_view().into_any(),
    };
    let label = move || {
        let words = workspace.words();
        if kind.get() == Some(MenuKind::Background) { words.background_menu() } else { words.state_menu() }
    };
    view! {
        <Show when=move || kind.get().is_some()>
            <div
                class="context-menu"
                role="menu"
                aria-label=label
                node_ref=list
                style:left=move || pixels(corner.get().x)
                style:top=move || pixels(corner.get().y)
                on:keydown=on_key
                on:contextmenu=|event| event.prevent_default()
                on:wheel=|event| event.stop_propagation()
            >
                {move || kind.get().map(entries)}
            </div>
        </Show>
    }
}
