//! Moving the focus, once the page has been drawn.

use super::Actions;
use crate::ui::state::Panel;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// How long the page may take to be drawn, in milliseconds.
const DRAWING_TIME: u32 = 30;

/// Moves the focus to the first element that a selector finds, without scrolling: the canvas moves by itself.
pub(in crate::ui) fn focus_later(selector: String) {
    gloo::timers::callback::Timeout::new(DRAWING_TIME, move || {
        let element = document().query_selector(&selector).ok().flatten();
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
            if let Some(field) = element.dyn_ref::<web_sys::HtmlInputElement>() {
                field.select();
            }
        }
    })
    .forget();
}

/// Whether the graph has the focus, or nothing has: a click on a state does not give it the focus in every browser.
pub(super) fn is_focus_in_graph() -> bool {
    document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY" || matches!(element.closest(".canvas"), Ok(Some(_))))
}

/// Moves the focus to the node of a state.
pub(in crate::ui) fn focus_node(name: &str) {
    // Inside a string of a selector, only these signs need care.
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\a ");
    focus_later(format!(".canvas [data-state=\"{escaped}\"] > button"));
}

/// Moves the focus to the node of the selected state, or to the graph's one tab stop.
pub(in crate::ui) fn focus_selected(actions: Actions) {
    match actions.workspace.selection.get_untracked() {
        Some(name) => focus_node(&name),
        None => focus_later(".canvas [data-state] > button[tabindex=\"0\"]".to_owned()),
    }
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
}
