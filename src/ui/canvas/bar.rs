//! What the canvas waits for, with a way out of it: the end of a line, a place, or taps that select several states.

use crate::action::Action;
use crate::asl::StateId;
use crate::interact::Port;
use crate::layout::Point;
use crate::ui::actions::{Actions, keep_focus};
use crate::ui::controls::{Icon, icon};
use crate::ui::state::{MenuKind, OpenMenu, Pending};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The bar. It is empty while the canvas waits for nothing.
#[component]
pub(in crate::ui) fn CanvasBar() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let is_pending = Memo::new(move |_| actions.pending.is_some());
    let is_picking = Memo::new(move |_| actions.is_picking.get() && !is_pending.get());
    let n_selected = Memo::new(move |_| workspace.selected_keys().len());
    let name = move |state: StateId| {
        let found = workspace.document.with(|document| Some(document.machine().get(state)?.name.to_string()));
        found.unwrap_or_default()
    };
    let text = move || {
        let words = workspace.words();
        match actions.pending.get() {
            Some(Pending::Line { from, port: Port::Catch }) => words.choose_catch_target(&name(from)),
            Some(Pending::Line { from, .. }) => words.choose_target(&name(from)),
            Some(Pending::Place { states }) => words.choose_place(&states.into_iter().map(name).collect::<Vec<_>>()),
            None if is_picking.get() && n_selected.get() == 0 => words.tap_to_select().to_owned(),
            None if is_picking.get() => words.n_selected(n_selected.get()),
            None => String::new(),
        }
    };
    let end = move || {
        actions.perform(Action::Deselect, false);
        keep_focus(actions);
    };
    let open_menu = move |event: ev::MouseEvent| {
        let button = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(rect) = button.map(|button| button.get_bounding_client_rect()) {
            let at = Point { x: rect.left(), y: rect.bottom() + 4.0 };
            actions.menu.set(Some(OpenMenu { at, kind: MenuKind::States }));
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            end();
        }
    };
    view! {
        <div class="line-hint" class:is-empty=move || !is_pending.get() && !is_picking.get() on:keydown=on_key>
            <span role="status">{text}</span>
            <Show when=move || is_picking.get()>
                <button
                    type="button"
                    class="button"
                    data-command="selection-menu"
                    disabled=move || n_selected.get() == 0
                    on:click=open_menu
                >
                    {icon(Icon::Menu)}
                    {move || workspace.words().menu()}
                </button>
                <button type="button" class="button is-primary" data-command="selection-done" on:click=move |_| end()>
                    {move || workspace.words().done()}
                </button>
            </Show>
            <Show when=move || is_pending.get()>
                <button
                    type="button"
                    class="button"
                    data-command="cancel-pending"
                    aria-keyshortcuts=move || actions.aria_keys(Action::Deselect)
                    on:click=move |_| end()
                >
                    {move || workspace.words().cancel()}
                    <kbd aria-hidden="true">{move || actions.key(Action::Deselect)}</kbd>
                </button>
            </Show>
        </div>
    }
}
