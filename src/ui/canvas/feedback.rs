//! What is seen of a gesture: where things would land, the line that is drawn, the rectangle, and what is held.

use super::gestures::Gestures;
use super::node::pixels;
use crate::asl::EdgeRef;
use crate::diagram::NodeKind;
use crate::interact::{Gesture, Grip, Mark, Port, state_at};
use crate::layout::{Point, Rect};
use crate::ui::state::{Viewing, Workspace};
use leptos::prelude::*;

/// Feedback in the drawing itself: the place of landing and the line.
#[component]
pub(super) fn Preview(gestures: Gestures, viewing: Viewing) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let mark = move || {
        gestures.landing.get().and_then(|(mark, may)| match mark {
            Mark::Point(at) => {
                let rect = Rect { x: at.x - 13.0, y: at.y - 13.0, width: 26.0, height: 26.0 };
                Some((rect, "drop-mark is-point", may))
            }
            Mark::Area(rect) => Some((rect, "drop-mark", may)),
            Mark::Everything => None,
        })
    };
    let mark_view =
        move || mark().map(|(rect, class, may)| marked(rect, class, if may { "allowed" } else { "refused" }));
    let places = move || gestures.places().into_iter().map(|rect| marked(rect, "drop-mark", "place")).collect_view();
    // A line starts at the port that it was drawn from; one that is led elsewhere hangs on the state at its other end.
    let start_of = move |grip: Grip| {
        let direction = workspace.arrangement.with_untracked(|arrangement| arrangement.direction);
        workspace.diagram.with_untracked(|diagram| {
            let line =
                |edge: EdgeRef| diagram.edges.iter().find(|found| found.edge == Some(edge)).map(|edge| &edge.points);
            match grip {
                Grip::Port(state, port) => {
                    diagram.node(NodeKind::State(state)).map(|node| port.place(node.rect, direction))
                }
                Grip::LineEnd(edge) => line(edge)?.first().copied(),
                Grip::LineStart(edge) => line(edge)?.last().copied(),
                Grip::Background | Grip::State(_) | Grip::Item => None,
            }
        })
    };
    let connecting = move || {
        gestures.with(|gesture| match gesture {
            Gesture::Connecting { grip, from, at } => Some((*grip, *from, *at)),
            _ => None,
        })
    };
    let is_catch = move || matches!(connecting(), Some((Grip::Port(_, Port::Catch), ..)));
    let target = move || {
        let (_, _, at) = connecting()?;
        let at = viewing.viewport.get_untracked().drawing_point(at);
        let state = workspace.diagram.with_untracked(|diagram| state_at(diagram, at))?;
        workspace.diagram.with_untracked(|diagram| diagram.node(NodeKind::State(state)).map(|node| node.rect))
    };
    let target = Memo::new(move |_| target());
    let target_view = move || target.get().map(|rect| marked(rect, "drop-mark", "target"));
    let line = move || {
        let (grip, from, at) = connecting()?;
        let viewport = viewing.viewport.get();
        let start = start_of(grip).unwrap_or_else(|| viewport.drawing_point(from));
        let Point { x, y } = viewport.drawing_point(at);
        Some(format!("M{} {}L{x} {y}", start.x, start.y))
    };
    view! {
        {mark_view}
        {places}
        {target_view}
        <Show when=move || line().is_some()>
            <svg class="drawn-line" class:is-catch=is_catch width="1" height="1" aria-hidden="true">
                <path d=move || line().unwrap_or_default() />
            </svg>
        </Show>
    }
}

/// A part of the drawing that is marked: `landing` says what a release would do there.
fn marked(rect: Rect, class: &'static str, landing: &'static str) -> impl IntoView {
    view! {
        <div
            class=class
            class:is-refused=landing == "refused"
            data-landing=landing
            style:left=pixels(rect.x)
            style:top=pixels(rect.y)
            style:width=pixels(rect.width)
            style:height=pixels(rect.height)
        ></div>
    }
}

/// Feedback on the screen: the rectangle, and what is held at the pointer.
#[component]
pub(super) fn Held(gestures: Gestures) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let held = move || {
        let item = || gestures.item.get().map(|item| item.name(workspace.language.get()));
        gestures.with(|gesture| match gesture {
            Gesture::Carrying { .. } => item(),
            // A finger hides what it has taken hold of.
            Gesture::Pressed(press) if press.grip == Grip::Item && gestures.is_touch.get() => item(),
            Gesture::Dragging { states, .. } | Gesture::Placing { states, .. } if states.len() > 1 => {
                Some(workspace.words().n_dragged(states.len()))
            }
            Gesture::Dragging { states, .. } | Gesture::Placing { states, .. } => {
                workspace.document.with_untracked(|document| {
                    states.first().and_then(|state| document.machine().get(*state)).map(|state| state.name.to_string())
                })
            }
            _ => None,
        })
    };
    let marquee = move || gestures.with(Gesture::marquee);
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
                    let (right, down) = if gestures.is_touch.get() { (-40.0, -64.0) } else { (14.0, 12.0) };
                    view! {
                        <div class="held" aria-hidden="true" style:left=pixels(x + right) style:top=pixels(y + down)>
                            {text}
                        </div>
                    }
                })
        }}
    }
}
