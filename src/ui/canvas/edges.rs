//! The edges: lines, arrow heads, labels, and the buttons that put a state in.

use super::marks::Marks;
use super::type_picker::Addition;
use crate::asl::{EdgeRef, TransitionKind};
use crate::diagram::{Edge, NodeKind, path_of_route};
use crate::ui::controls::{Icon, icon};
use crate::ui::state::Workspace;
use leptos::prelude::*;
use std::sync::Arc;

/// The class of an edge, which is also the name of its arrow head.
fn class(edge: &Edge) -> &'static str {
    match edge.kind {
        Some(TransitionKind::Choice(_)) => "is-choice",
        Some(TransitionKind::Default) => "is-default",
        Some(TransitionKind::Catch(_)) => "is-catch",
        Some(TransitionKind::Next) | None => "is-next",
    }
}

/// All lines.
#[component]
pub(super) fn Lines(marks: Memo<Arc<Marks>>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let name = move |kind: NodeKind| match kind {
        NodeKind::State(id) => {
            workspace.document.with_untracked(|document| document.machine().get(id).map(|state| state.name.to_string()))
        }
        NodeKind::Start(_) | NodeKind::End(_) | NodeKind::Empty(_) => None,
    };
    let line = move |edge: &Edge| {
        let path = path_of_route(&edge.points);
        let base = format!("edge {}{}", class(edge), if edge.is_back { " is-back" } else { "" });
        let (from, to) = (name(edge.from), name(edge.to));
        let is_taken = Memo::new(move |_| {
            marks.with(|marks| match (&from, &to) {
                (Some(from), Some(to)) => marks.ways.contains(&(from.clone(), to.clone())),
                (None, Some(to)) => marks.starts.contains(to),
                _ => false,
            })
        });
        let kind = class(edge);
        let arrow = move || {
            let name = if is_taken.get() { "is-taken" } else { kind };
            format!("url(#arrow-{name})")
        };
        view! {
            <path
                class=move || if is_taken.get() { format!("{base} is-taken") } else { base.clone() }
                d=path
                marker-end=arrow
            />
        }
    };
    view! {
        <svg
            class="edges"
            width=move || workspace.diagram.with(|diagram| diagram.width)
            height=move || workspace.diagram.with(|diagram| diagram.height)
            aria-hidden="true"
        >
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
            {move || workspace.diagram.with(|diagram| diagram.edges.iter().map(line).collect_view())}
        </svg>
    }
}

/// All labels and buttons on edges.
#[component]
pub(super) fn EdgeControls(addition: RwSignal<Option<Addition>>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let label = |edge: &Edge| {
        let class = class(edge);
        edge.label.clone().map(|(text, rect)| {
            let title = text.clone();
            view! {
                <span
                    class=format!("edge-label {class}")
                    title=title
                    style:left=format!("{}px", rect.x)
                    style:top=format!("{}px", rect.y)
                    style:width=format!("{}px", rect.width)
                >
                    {text}
                </span>
            }
        })
    };
    let add = move |edge: &Edge| {
        let (place, middle) = (edge.edge?, edge.middle);
        let (from, to) = (edge.from, edge.to);
        let is_open = move || addition.get() == Some(Addition::OnEdge(place));
        let label = move || {
            let words = workspace.words();
            let name = |kind: NodeKind| match kind {
                NodeKind::State(id) => {
                    workspace.document.with(|document| document.machine().get(id).map(|state| state.name.to_string()))
                }
                NodeKind::Start(_) => Some(words.start().to_owned()),
                NodeKind::End(_) | NodeKind::Empty(_) => Some(words.end().to_owned()),
            };
            words.add_between(&name(from).unwrap_or_default(), &name(to).unwrap_or_default())
        };
        Some(view! {
            <button
                type="button"
                class="edge-add"
                data-edge=edge_name(place)
                title=label
                aria-label=label
                aria-expanded=move || is_open().to_string()
                style:left=format!("{}px", middle.x - 11.0)
                style:top=format!("{}px", middle.y - 11.0)
                on:click=move |_| addition.set((!untrack(is_open)).then_some(Addition::OnEdge(place)))
            >
                {icon(Icon::Plus)}
            </button>
        })
    };
    move || {
        workspace.diagram.with(|diagram| diagram.edges.iter().map(|edge| (label(edge), add(edge))).collect::<Vec<_>>())
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
