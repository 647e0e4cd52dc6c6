//! The edges: lines, arrow heads, labels, and the buttons that put a state in.

use super::marks::Marks;
use super::node::place;
use super::scene::Scene;
use super::type_picker::Addition;
use crate::asl::{EdgeRef, TransitionKind};
use crate::diagram::{Edge, Key, Role, path_of_route};
use crate::ui::controls::{Icon, icon};
use crate::ui::state::Workspace;
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
pub(super) fn Lines(scene: Scene, marks: Memo<Arc<Marks>>) -> impl IntoView {
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
                <Line edge=shown.part marks />
            </For>
        </svg>
    }
}

/// The name of a state; none of a marker.
fn state_name(key: &Key) -> Option<&str> {
    (key.role == Role::State).then_some(&*key.name)
}

#[component]
fn Line(edge: ArcRwSignal<Edge>, marks: Memo<Arc<Marks>>) -> impl IntoView {
    let edge = RwSignal::from(edge);
    let is_taken = Memo::new(move |_| {
        marks.with(|marks| {
            edge.with(|edge| match (state_name(&edge.from_key), state_name(&edge.to_key)) {
                (Some(from), Some(to)) if !marks.ways.is_empty() => {
                    marks.ways.contains(&(from.to_owned(), to.to_owned()))
                }
                (None, Some(to)) => marks.starts.contains(to),
                _ => false,
            })
        })
    });
    let whole_class = move || {
        let back = if edge.with(|edge| edge.is_back) { " is-back" } else { "" };
        let taken = if is_taken.get() { " is-taken" } else { "" };
        format!("edge {}{back}{taken}", edge.with(class))
    };
    let arrow = move || {
        let name = if is_taken.get() { "is-taken" } else { edge.with(class) };
        format!("url(#arrow-{name})")
    };
    view! { <path class=whole_class d=move || edge.with(|edge| path_of_route(&edge.points)) marker-end=arrow /> }
}

/// All labels and buttons on edges that are mounted.
#[component]
pub(super) fn EdgeControls(scene: Scene, addition: RwSignal<Option<Addition>>) -> impl IntoView {
    view! {
        <For each=move || scene.edges.get() key=|shown| shown.key.clone() let:shown>
            <EdgeControl edge=shown.part addition />
        </For>
    }
}

#[component]
fn EdgeControl(edge: ArcRwSignal<Edge>, addition: RwSignal<Option<Addition>>) -> impl IntoView {
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
                    style:transform=place(rect.x, rect.y)
                    style:width=format!("{}px", rect.width)
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
                style:transform=move || edge.with(|edge| place(edge.middle.x - 11.0, edge.middle.y - 11.0))
                on:click=toggle
            >
                {icon(Icon::Plus)}
            </button>
        </Show>
    }
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
