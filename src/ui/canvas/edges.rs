//! The edges: lines, arrow heads, labels, and the buttons that put a state in.

use super::gestures::Gestures;
use super::marks::Marks;
use super::node::pixels;
use super::scene::Scene;
use crate::action::Action;
use crate::asl::{EdgeRef, TransitionKind};
use crate::diagram::{Edge, Key, Role, path_of_route};
use crate::interact::{Grip, clipped};
use crate::layout::{Point, Rect};
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::{Addition, OfDocument, Viewing, Workspace};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// The class of an edge, which is also the name of its arrow head.
pub(super) fn class(edge: &Edge) -> &'static str {
    match edge.kind {
        Some(TransitionKind::Choice(_)) => "is-choice",
        Some(TransitionKind::Default) => "is-default",
        Some(TransitionKind::Catch(_)) => "is-catch",
        Some(TransitionKind::Next) | None => "is-next",
    }
}

/// All lines that are mounted.
#[component]
pub(super) fn Lines(scene: Scene, viewing: Viewing, marks: Memo<Arc<Marks>>) -> impl IntoView {
    view! {
        <svg class="edges" width="1" height="1" aria-hidden="true">
            <defs>
                {["is-next", "is-choice", "is-default", "is-catch", "is-taken"]
                    .into_iter()
                    .map(|name| {
                        view! {
                            <marker
                                id=format!("arrow-{name}")
                                class=format!("arrow {name}")
                                viewBox="0 0 10 10"
                                refX="8.5"
                                refY="5"
                                markerWidth="11"
                                markerHeight="11"
                                markerUnits="userSpaceOnUse"
                                orient="auto"
                            >
                                <path d="M1 1L9 5L1 9Z" />
                            </marker>
                        }
                    })
                    .collect_view()}
            </defs>
            <For each=move || scene.edges.get() key=|shown| shown.key.clone() let:shown>
                <Line edge=shown.part marks viewing />
            </For>
        </svg>
    }
}

#[component]
fn Line(edge: ArcRwSignal<Edge>, viewing: Viewing, marks: Memo<Arc<Marks>>) -> impl IntoView {
    let edge = RwSignal::from(edge);
    let is_taken = Memo::new(move |_| marks.with(|marks| edge.with(|edge| marks.is_taken(edge))));
    let line = expect_context::<Actions>().line;
    let is_selected = Memo::new(move |_| line.get().is_some_and(|line| edge.with(|edge| edge.edge) == Some(line)));
    let whole_class = move || {
        let back = if edge.with(|edge| edge.is_back) { " is-back" } else { "" };
        let taken = if is_taken.get() { " is-taken" } else { "" };
        let selected = if is_selected.get() { " is-selected" } else { "" };
        format!("edge {}{back}{taken}{selected}", edge.with(class))
    };
    // Where its line runs on together with another, that one ends in the arrow; a way that was taken is seen to its end.
    let is_whole = move || is_taken.get() || is_selected.get() || edge.with(|edge| edge.joining.is_none());
    let arrow = move || {
        let name = if is_taken.get() { "is-taken" } else { edge.with(class) };
        is_whole().then(|| format!("url(#arrow-{name})"))
    };
    let path = Memo::new(move |_| {
        let is_whole = is_whole();
        edge.with(|edge| {
            let own = if is_whole { edge.points.clone() } else { edge.own_corners().collect() };
            match viewing.region.get() {
                Some(region) => path_of_route(&clipped(&own, widened(region))),
                None => path_of_route(&own),
            }
        })
    });
    view! { <path class=whole_class d=move || path.get() marker-end=arrow /> }
}

/// A region with room for the corners and arrow heads of lines that end just outside of it.
fn widened(region: Rect) -> Rect {
    let room = 40.0;
    let (width, height) = (region.width + 2.0 * room, region.height + 2.0 * room);
    Rect { x: region.x - room, y: region.y - room, width, height }
}

/// All labels and buttons on edges that are mounted.
#[component]
pub(super) fn EdgeControls(scene: Scene, addition: OfDocument<Addition>, gestures: Gestures) -> impl IntoView {
    view! {
        <For each=move || scene.controls.get() key=|shown| shown.key.clone() let:shown>
            <EdgeControl edge=shown.part addition gestures />
        </For>
    }
}

#[component]
fn EdgeControl(edge: ArcRwSignal<Edge>, addition: OfDocument<Addition>, gestures: Gestures) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let edge = RwSignal::from(edge);
    let label = Memo::new(move |_| edge.with(|edge| edge.label.clone()));
    let address = Memo::new(move |_| edge.with(|edge| edge.edge));
    let is_open = Memo::new(move |_| address.get().is_some_and(|at| addition.get() == Some(Addition::OnEdge(at))));
    let label_view = move || {
        label.get().map(|(text, rect)| {
            let title = text.clone();
            view! {
                <span
                    class=format!("edge-label {}", edge.with(class))
                    title=title
                    style:left=pixels(rect.x)
                    style:top=pixels(rect.y)
                    style:width=pixels(rect.width)
                >
                    {text}
                </span>
            }
        })
    };
    let add_label = move || {
        let words = workspace.words();
        let name = |key: &Key| match key.role {
            Role::State => key.name.to_string(),
            Role::Start => words.start().to_owned(),
            Role::End | Role::Empty | Role::Branch => words.end().to_owned(),
        };
        edge.with(|edge| words.add_between(&name(&edge.from_key), &name(&edge.to_key)))
    };
    let actions = expect_context::<Actions>();
    let line = actions.line;
    let remove_label = move || actions.with_key(workspace.words().remove_line(), Action::Delete);
    let toggle = move |_| {
        if let Some(at) = address.get_untracked() {
            addition.set((!is_open.get_untracked()).then_some(Addition::OnEdge(at)));
        }
    };
    view! {
        {label_view}
        <Show when=move || address.get().is_some()>
            <button
                type="button"
                class="edge-add"
                tabindex="-1"
                data-edge=move || address.get().map(edge_name)
                title=add_label
                aria-label=add_label
                aria-expanded=move || is_open.get().to_string()
                style:left=move || pixels(edge.with(|edge| edge.middle.x) - 11.0)
                style:top=move || pixels(edge.with(|edge| edge.middle.y) - 11.0)
                on:click=toggle
            >
                {icon(Icon::Plus)}
            </button>
            <Show when=move || line.get().is_some_and(|line| address.get() == Some(line))>
                <button
                    type="button"
                    class="edge-remove"
                    data-command="remove-line"
                    title=remove_label
                    aria-label=remove_label
                    style:left=move || pixels(edge.with(|edge| edge.middle.x) + 16.0)
                    style:top=move || pixels(edge.with(|edge| edge.middle.y) - 14.0)
                    on:click=move |_| actions.perform(Action::Delete, false)
                >
                    {icon(Icon::Delete)}
                </button>
            </Show>
            <Handle edge gestures is_start=false />
        </Show>
        <Show when=move || matches!(address.get(), Some(EdgeRef::Transition(..)))>
            <Handle edge gestures is_start=true />
        </Show>
    }
}

/// One end of a line, by which it is led elsewhere. The inspector does the same by keyboard.
#[component]
fn Handle(edge: RwSignal<Edge>, gestures: Gestures, is_start: bool) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let side = if is_start { "start" } else { "end" };
    let at = move || edge.with(|edge| end_of(&edge.points, is_start));
    let on_down = move |event: ev::PointerEvent| {
        if let Some(edge) = edge.with_untracked(|edge| edge.edge) {
            gestures.press(if is_start { Grip::LineStart(edge) } else { Grip::LineEnd(edge) }, false, &event);
        }
    };
    view! {
        <span
            class="edge-handle"
            aria-hidden="true"
            data-handle=move || edge.with(|edge| edge.edge.map(|edge| format!("{side}-of-{}", edge_name(edge))))
            title=move || workspace.words().reconnect_end()
            style:left=move || pixels(at().x - 7.0)
            style:top=move || pixels(at().y - 7.0)
            on:pointerdown=on_down
        ></span>
    }
}

/// A place on a line, off the node that it touches and the port that the node may have there.
fn end_of(points: &[Point], is_start: bool) -> Point {
    /// How far along the line at the most, in pixels, and as a share of it: the button in the middle is free, too.
    const AWAY: (f64, f64) = (22.0, 0.25);
    let parts = || points.windows(2).map(|part| (part[0], part[1]));
    let length = |(from, to): (Point, Point)| (to.x - from.x).abs() + (to.y - from.y).abs();
    let whole: f64 = parts().map(length).sum();
    let away = AWAY.0.min(whole * AWAY.1);
    let mut left = if is_start { away } else { whole - away };
    for part in parts() {
        let (from, to) = part;
        if left <= length(part) {
            let share = left / length(part).max(f64::MIN_POSITIVE);
            return Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        }
        left -= length(part);
    }
    points.last().copied().unwrap_or_default()
}

/// The address of an edge for tests and tools.
fn edge_name(edge: EdgeRef) -> String {
    match edge {
        EdgeRef::Start(scope) => format!("start-{}", scope.0),
        EdgeRef::End(state) => format!("end-{}", state.0),
        EdgeRef::Transition(state, TransitionKind::Next) => format!("next-{}", state.0),
        EdgeRef::Transition(state, TransitionKind::Default) => format!("default-{}", state.0),
        EdgeRef::Transition(state, TransitionKind::Choice(index)) => format!("choice-{}-{index}", state.0),
        EdgeRef::Transition(state, TransitionKind::Catch(index)) => format!("catch-{}-{index}", state.0),
    }
}
