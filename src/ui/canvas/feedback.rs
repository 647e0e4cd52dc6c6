//! What is seen of a gesture: where things would land, the line that is drawn, the rectangle, and what is held.

use super::gestures::Gestures;
use super::node::pixels;
use super::viewing::Viewing;
use crate::asl::StateId;
use crate::diagram::NodeKind;
use crate::interact::{Gesture, Grip, Mark};
use crate::layout::{Point, Rect};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// Feedback in the drawing itself: the place of landing and the line.
#[component]
pub(super) fn Preview(gestures: Gestures, viewing: Viewing) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let mark = move || {
        gestures.landing.get().and_then(|(landing, may)| match landing.mark {
            Mark::Point(at) => {
                let rect = Rect { x: at.x - 13.0, y: at.y - 13.0, width: 26.0, height: 26.0 };
                Some((rect, "drop-mark is-point", may))
            }
            Mark::Area(rect) => Some((rect, "drop-mark", may)),
            Mark::Everything => None,
        })
    };
    let mark_view = move || {
        mark().map(|(rect, class, may)| {
            view! {
                <div
                    class=class
                    class:is-refused=!may
                    data-landing=if may { "allowed" } else { "refused" }
                    style:left=pixels(rect.x)
                    style:top=pixels(rect.y)
                    style:width=pixels(rect.width)
                    style:height=pixels(rect.height)
                ></div>
            }
        })
    };
    let places = move || {
        let shown = gestures.places().into_iter().map(|rect| {
            view! {
                <div
                    class="drop-mark"
                    data-landing="place"
                    style:left=pixels(rect.x)
                    style:top=pixels(rect.y)
                    style:width=pixels(rect.width)
                    style:height=pixels(rect.height)
                ></div>
            }
        });
        shown.collect_view()
    };
    let centre_of = move |state: StateId| {
        workspace.diagram.with_untracked(|diagram| diagram.node(NodeKind::State(state)).map(|node| node.rect.center()))
    };
    let line = move || {
        let Gesture::Connecting { grip, from, at } = gestures.gesture.get() else { return None };
        let viewport = viewing.viewport.get();
        let start = match grip {
            Grip::Port(state) => centre_of(state).unwrap_or_else(|| viewport.drawing_point(from)),
            _ => viewport.drawing_point(from),
        };
        let Point { x, y } = viewport.drawing_point(at);
        Some(format!("M{} {}L{x} {y}", start.x, start.y))
    };
    view! {
        {mark_view}
        {places}
        <Show when=move || line().is_some()>
            <svg class="drawn-line" class:is-catch=move || gestures.is_catch.get() width="1" height="1" aria-hidden="true">
                <path d=move || line().unwrap_or_default() />
            </svg>
        </Show>
    }
}

/// Feedback on the screen: the rectangle, and what is held at the pointer.
#[component]
pub(super) fn Held(gestures: Gestures) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let held = move || {
        if let Some(item) = gestures.item.get() {
            return Some(item.name(workspace.language.get()));
        }
        match gestures.gesture.get() {
            Gesture::Dragging { states, .. } | Gesture::Placing { states, .. } if states.len() > 1 => {
                Some(workspace.words().n_dragged(states.len()))
            }
            Gesture::Dragging { states, .. } | Gesture::Placing { states, .. } => {
                workspace.document.with_untracked(|document| {
                    states.first().and_then(|state| document.machine().get(*state)).map(|state| state.name.to_string())
                })
            }
            _ => None,
        }
    };
    let marquee = move || gestures.gesture.with(Gesture::marquee);
    view! {
        {move || {
            marquee()
                .map(|rect| {
                    view! {
                        <div
                            class="marquee"
                            style:left=pixels(rect.x)
                            style:top=pixels(rect.y)
                            style:width=pixels(rect.width)
                            style:height=pixels(rect.height)
                        ></div>
                    }
                })
        }}
        {move || {
            held()
                .map(|text| {
                    let Point { x, y } = gestures.pointer.get();
                    view! {
                        <div class="held" aria-hidden="true" style:left=pixels(x + 14.0) style:top=pixels(y + 12.0)>
                            {text}
                        </div>
                    }
                })
        }}
    }
}
