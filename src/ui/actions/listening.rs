//! The keys of the page: one listener, which asks the list of actions.

use super::Actions;
use super::focus::{give_back_after_renaming, state_of};
use crate::action::{Action, ActionGroup, Heard, KeyPress};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Where text is typed.
const TEXT: &str =
    "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], .cm-editor";

/// Where keys mean something else altogether.
const OWN_KEYS: &str = "dialog, [role=dialog], [role=menu], .type-picker";

/// Listens as long as the page lives.
pub(in crate::ui) fn listen(actions: Actions) {
    give_back_after_renaming(actions);
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_within =
            |selector: &str| target.as_ref().is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))));
        if is_within(OWN_KEYS) {
            return;
        }
        let key = event.key();
        let press = KeyPress {
            key: &key,
            ctrl: event.ctrl_key(),
            meta: event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
        };
        let letter_keys = actions.letter_keys.get_untracked();
        let pressed = Action::ALL.iter().copied().find_map(|action| {
            let chord = action.facts().chords.iter().find(|chord| chord.is_pressed(press, actions.is_mac))?;
            (letter_keys || !chord.is_single_sign()).then_some((action, chord.is_single_sign()))
        });
        let Some((action, is_sign)) = pressed else { return };
        let is_typing = is_within(TEXT);
        let is_heard = match action.facts().heard {
            Heard::Everywhere => true,
            Heard::Browser => false,
            Heard::Fields => !(is_within(".cm-editor") || is_sign && is_typing),
            Heard::Page => !is_typing,
            // A click on a button does not give it the focus in every browser: the page itself has it then.
            Heard::Graph => {
                let is_graph = is_within(".canvas [data-state], [role=tree]");
                let is_nothing = target
                    .as_ref()
                    .is_none_or(|element| matches!(element.matches("body, #panel-graph, .canvas"), Ok(true)));
                is_graph || is_nothing
            }
        };
        if !is_heard || !take_focused(actions, target.as_ref(), action) || !untrack(move || actions.is_possible(action))
        {
            return;
        }
        event.prevent_default();
        actions.took_space.set_value(action == Action::ToggleSelected);
        // A key that is held down goes on walking, scaling and undoing, but must not delete one state after the other.
        if event.repeat() && matches!(action, Action::Delete | Action::ToggleSelected) {
            return;
        }
        actions.perform(action, is_within(".cm-editor"));
    });
    // Some browsers press a button when the space bar goes up, whatever became of its going down.
    let released = window_event_listener(ev::keyup, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_node =
            target.is_some_and(|element| matches!(element.matches(".canvas [data-state] > button"), Ok(true)));
        if event.key() == " " && is_node && actions.took_space.get_value() {
            event.prevent_default();
        }
        actions.took_space.set_value(false);
    });
    on_cleanup(move || {
        keys.remove();
        released.remove();
    });
}

/// What is done to a state is done to the one that has the focus. Says whether the action may go on.
fn take_focused(actions: Actions, target: Option<&web_sys::Element>, action: Action) -> bool {
    let closest = |selector: &str| target.and_then(|element| element.closest(selector).ok().flatten());
    let Some(node) = closest("[data-state]").filter(|_| action.facts().heard == Heard::Graph) else { return true };
    // The button that folds a frame is pressed with Enter and the space bar, as every button.
    // So is a state that ends a line: that is what a click on it does.
    let ends_line = actions.pending.is_some_untracked();
    let is_press = matches!(action, Action::Rename | Action::ToggleSelected);
    if is_press && (ends_line || closest(".frame-fold").is_some()) {
        return false;
    }
    if matches!(action.facts().group, ActionGroup::Move) {
        return true;
    }
    // Where several are selected, it is done to them; the one that has the focus leads if it is one of them.
    let workspace = actions.workspace;
    let key = state_of(&node);
    let leads = workspace.group.with_untracked(|group| group.is_empty() || key.iter().any(|key| group.contains(key)));
    if leads && workspace.selection.get_untracked() != key {
        workspace.selection.set(key);
    }
    true
}
