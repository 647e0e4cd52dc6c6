//! The places of a state from which lines are drawn. The menu and the keys C and E do the same.
//!
//! They are no part of the state's own element, but lie over all states, frames, lines and handles: nothing covers them.

use super::gestures::Gestures;
use super::node::{pixels, state_id};
use crate::diagram::Node;
use crate::i18n::Messages;
use crate::interact::{Grip, Port};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// Half the size of a port, in pixels; `style/editing.css` has the size.
const HALF: f64 = 8.0;

fn class(port: Port) -> &'static str {
    match port {
        Port::Next => "port is-next",
        Port::Rule => "port is-rule",
        Port::Default => "port is-default",
        Port::Catch => "port is-catch",
    }
}

fn title(port: Port, words: &dyn Messages) -> &'static str {
    match port {
        Port::Next => words.drag_to_connect(),
        Port::Rule => words.drag_to_add_rule(),
        Port::Default => words.drag_to_default(),
        Port::Catch => words.drag_to_catch(),
    }
}

/// The ports of a state. They stand beside its element in the page, and are seen while that has the pointer or the focus.
#[component]
pub(super) fn Ports(node: RwSignal<Node>, gestures: Gestures) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let state_type = Memo::new(move |_| node.with(|node| node.state_type));
    let direction = Memo::new(move |_| workspace.arrangement.with(|arrangement| arrangement.direction));
    let place = move |port: Port| port.place(node.with(|node| node.rect), direction.get());
    let port_view = move |port: Port| {
        view! {
            <span
                class=class(port)
                aria-hidden="true"
                title=move || title(port, workspace.words())
                style:left=move || pixels(place(port).x - HALF)
                style:top=move || pixels(place(port).y - HALF)
                on:pointerdown=move |event| {
                    gestures.press(Grip::Port(node.with_untracked(state_id), port), false, &event);
                }
            ></span>
        }
    };
    view! {
        <div
            class="ports"
            data-ports=node.with_untracked(|node| node.key.name.to_string())
            data-nth=node.with_untracked(|node| node.key.nth)
        >
            {move || Port::of(state_type.get()).iter().copied().map(port_view).collect_view()}
        </div>
    }
}
