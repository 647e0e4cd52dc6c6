//! A button that opens a list of commands.

use super::{Icon, icon};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// A menu: opens on click, closes on choice, Escape and a click elsewhere.
#[component]
pub(in crate::ui) fn Menu(
    /// Its name in the page.
    name: &'static str,
    /// The button's sign.
    sign: Icon,
    /// The button's words.
    #[prop(into)]
    label: Signal<&'static str>,
    /// Whether the list opens to the right of the button's left edge.
    #[prop(optional)]
    opens_right: bool,
    /// What is in the list.
    children: ChildrenFn,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let root = NodeRef::<leptos::html::Div>::new();
    let button = NodeRef::<leptos::html::Button>::new();
    let outside = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let is_inside = root.get_untracked().is_some_and(|root| root.contains(target.as_ref()));
        if !is_inside && is_open.get_untracked() {
            is_open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
            is_open.set(false);
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
    };
    view! {
        <div class="menu" class:opens-right=opens_right node_ref=root on:keydown=on_key>
            <button
                type="button"
                class="button is-quiet"
                data-menu=name
                node_ref=button
                aria-haspopup="true"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {icon(sign)}
                <span class="menu-label">{move || label.get()}</span>
            </button>
            <Show when=move || is_open.get()>
                <div class="menu-list" on:click=move |_| is_open.set(false)>
                    {children()}
                </div>
            </Show>
        </div>
    }
}
