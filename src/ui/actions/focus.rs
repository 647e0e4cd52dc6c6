//! Moving the focus, once the page has been drawn.

use super::Actions;
use crate::asl::StateKey;
use crate::layout::Point;
use crate::ui::platform::focus::is_focus_lost;
use crate::ui::state::Panel;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// How long the page may take to be drawn, in milliseconds.
const DRAWING_TIME: u32 = 30;

/// The field of the selected state's name.
const NAME_FIELD: &str = "state-name";

/// Does something once the page has been drawn.
pub(super) fn after_drawing(deed: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(DRAWING_TIME, deed).forget();
}

fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok().flatten().and_then(|element| element.dyn_into().ok())
}

/// Moves the focus to the first element that a selector finds, without scrolling: the canvas moves by itself.
pub(in crate::ui) fn focus_later(selector: String) {
    after_drawing(move || {
        if let Some(element) = found(&selector) {
            let _ = element.focus();
            if let Some(field) = element.dyn_ref::<web_sys::HtmlInputElement>() {
                field.select();
            }
        }
    });
}

/// Whether the graph has the focus, or nothing has: a click on a state does not give it the focus in every browser.
pub(super) fn is_focus_in_graph() -> bool {
    is_focus_lost()
        || document().active_element().is_some_and(|element| matches!(element.closest(".canvas"), Ok(Some(_))))
}

/// The state in the graph that has the focus.
pub(super) fn focused_state() -> Option<StateKey> {
    state_of(&document().active_element()?.closest(".canvas [data-state]").ok().flatten()?)
}

/// The state that an element of the graph shows, or whose ports it shows.
pub(in crate::ui) fn state_of(node: &web_sys::Element) -> Option<StateKey> {
    let name = node.get_attribute("data-state").or_else(|| node.get_attribute("data-ports"))?;
    let nth = node.get_attribute("data-nth").and_then(|nth| nth.parse().ok()).unwrap_or_default();
    Some(StateKey { name, nth })
}

/// What finds the node of a state.
fn node_selector(StateKey { name, nth }: &StateKey) -> String {
    // Inside a string of a selector, only these signs need care.
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\a ");
    format!(".canvas [data-state=\"{escaped}\"][data-nth=\"{nth}\"] > button")
}

/// Moves the focus to the node of a state.
pub(in crate::ui) fn focus_node(key: &StateKey) {
    focus_later(node_selector(key));
}

/// Moves the focus to the node of the selected state, or to the graph's one tab stop; in an empty graph to what begins it.
fn focus_graph(actions: Actions) {
    let selected = actions.workspace.selection.get_untracked().and_then(|key| found(&node_selector(&key)));
    let entries =
        [".canvas [data-state] > button[tabindex=\"0\"]", ".canvas :is(.marker.is-empty, .canvas-empty button)"];
    let entry = selected.or_else(|| entries.into_iter().find_map(found)).or_else(|| found("#panel-graph"));
    if let Some(entry) = entry {
        let _ = entry.focus();
    }
}

/// Moves the focus into the graph once it has been drawn.
pub(in crate::ui) fn focus_selected(actions: Actions) {
    after_drawing(move || focus_graph(actions));
}

/// Moves the focus into the graph if what had it goes with the next drawing.
pub(in crate::ui) fn keep_focus(actions: Actions) {
    after_drawing(move || {
        if is_focus_lost() {
            focus_graph(actions);
        }
    });
}

/// A place below the name of the selected state, in pixels of the window.
pub(super) fn place_of_selected(actions: Actions) -> Point {
    let node = actions.workspace.selection.get_untracked().and_then(|key| found(&node_selector(&key)));
    let rect = node.or_else(|| found(".canvas")).map(|element| element.get_bounding_client_rect());
    rect.map_or(Point { x: 0.0, y: 0.0 }, |rect| Point { x: rect.left() + 24.0, y: rect.top() + 40.0 })
}

/// After the name of a state was edited, the focus goes back to the graph if it came from there. Listens as long as the page
/// lives.
pub(super) fn give_back_after_renaming(actions: Actions) {
    // The field keeps some of its keys to itself, so they are heard on their way to it.
    let on_key = Closure::<dyn Fn(ev::KeyboardEvent)>::new(move |event: ev::KeyboardEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_name = target.is_some_and(|element| element.id() == NAME_FIELD);
        let is_end = matches!(event.key().as_str(), "Enter" | "Escape") && !event.is_composing();
        if is_name && is_end && actions.is_renaming.get_value() {
            actions.is_renaming.set_value(false);
            actions.tabs_to_graph();
            focus_selected(actions);
        }
    });
    let _ = window().add_event_listener_with_callback_and_bool("keydown", on_key.as_ref().unchecked_ref(), true);
    on_key.forget();
    let left = window_event_listener(ev::focusout, move |_| actions.is_renaming.set_value(false));
    on_cleanup(move || left.remove());
}

impl Actions {
    /// Brings a panel to the front and the focus into it.
    pub(in crate::ui) fn show(self, panel: Panel) {
        self.tabs.choose(panel);
        let selector = match panel {
            Panel::Graph => return focus_selected(self),
            Panel::Outline => "#outline-tree",
            Panel::Json => ".cm-content",
            Panel::Problems => "#problem-filter",
            Panel::Inspector => "#panel-inspector :is(input, select, textarea, button)",
            Panel::Run => "#panel-run :is(input, select, textarea, button, summary)",
        };
        focus_later(selector.to_owned());
    }

    /// Moves the focus to the selected state's name.
    pub(super) fn rename(self) {
        let is_from_graph = is_focus_in_graph();
        self.tabs.choose(Panel::Inspector);
        focus_later(format!("#{NAME_FIELD}"));
        after_drawing(move || self.is_renaming.set_value(is_from_graph));
    }
}
