//! One node of the graph.

use super::marks::Marks;
use super::type_picker::Addition;
use crate::asl::StateId;
use crate::diagram::{Diagram, Node, NodeKind, STATE_HEIGHT, outline};
use crate::ui::controls::{Icon, SEVERITIES, icon, severity_class, severity_icon, state_icon, type_class};
use crate::ui::state::{Panel, Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// The node of a kind in a drawing; nodes are sorted by kind.
fn find(diagram: &Diagram, kind: NodeKind) -> Option<&Node> {
    diagram.nodes.binary_search_by(|node| node.kind.cmp(&kind)).ok().map(|index| &diagram.nodes[index])
}

/// A node: a state, a frame, a marker, or the room for a first state.
#[component]
pub(super) fn NodeView(
    /// What it stands for; its place and its words follow the document.
    kind: NodeKind,
    /// What a run and the checker say.
    marks: Memo<Arc<Marks>>,
    /// Where a state is being added.
    addition: RwSignal<Option<Addition>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let node = Memo::new(move |_| workspace.diagram.with(|diagram| find(diagram, kind).cloned()));
    let part = move |read: fn(&Node) -> f64| node.with(|node| node.as_ref().map_or(0.0, read));
    let x = move || format!("{}px", part(|node| node.rect.x));
    let y = move || format!("{}px", part(|node| node.rect.y));
    let width = move || format!("{}px", part(|node| node.rect.width));
    let height = move || format!("{}px", part(|node| node.rect.height));
    let is_small = move || part(|node| node.rect.height) < 20.0;
    match kind {
        NodeKind::State(id) => view! { <StateNode id node marks /> }.into_any(),
        NodeKind::Start(_) => view! {
            <div class="marker is-start" style:left=x style:top=y style:width=width style:height=height>
                {move || (!is_small()).then(|| workspace.words().start())}
            </div>
        }
        .into_any(),
        NodeKind::End(_) => view! {
            <div class="marker is-end" style:left=x style:top=y style:width=width style:height=height>
                {move || (!is_small()).then(|| workspace.words().end())}
            </div>
        }
        .into_any(),
        NodeKind::Empty(scope) => view! {
            <button
                type="button"
                class="marker is-empty"
                style:left=x
                style:top=y
                style:width=width
                style:height=height
                on:click=move |_| addition.set(Some(Addition::First(scope)))
            >
                {move || workspace.words().add_first()}
            </button>
        }
        .into_any(),
    }
}

#[component]
fn StateNode(id: StateId, node: Memo<Option<Node>>, marks: Memo<Arc<Marks>>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let state = Memo::new(move |_| {
        workspace.document.with(|document| {
            let machine = document.machine();
            machine.get(id).map(|state| (state.name.to_string(), state.state_type))
        })
    });
    let name = move || state.with(|state| state.as_ref().map(|state| state.0.clone()).unwrap_or_default());
    let state_type = move || state.with(|state| state.as_ref().and_then(|state| state.1));
    let is_frame = move || node.with(|node| node.as_ref().is_some_and(|node| node.is_frame));
    let detail = move || node.with(|node| node.as_ref().map(|node| node.detail.clone()).unwrap_or_default());
    let part = move |read: fn(&Node) -> f64| node.with(|node| node.as_ref().map_or(0.0, read));
    let mark = Memo::new(move |_| marks.with(|marks| marks.states.get(&id).copied().unwrap_or_default()));
    let n_problems = Memo::new(move |_| marks.with(|marks| marks.problems.get(&id).copied().unwrap_or_default()));
    let is_selected = move || workspace.selection.with(|selection| selection.as_deref() == Some(&name()));
    // What the colours and badges say, for those who do not see them.
    let status = move || {
        let words = workspace.words();
        let mark = mark.get();
        [
            (mark.is_current, words.is_current()),
            (mark.is_waiting, words.is_waiting()),
            (mark.is_failed, words.is_failed()),
            (n_problems.get() != [0; 3], words.has_problems()),
        ]
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, text)| format!(", {text}"))
        .collect::<String>()
    };
    let select = move |_| {
        let name = untrack(name);
        let span = workspace.document.with_untracked(|document| {
            let state = document.machine().get(id)?;
            Some(crate::text::Span::new(state.name_span.start, document.tree().span(state.node).end))
        });
        workspace.selection.set(Some(name));
        if let Some(span) = span {
            workspace.show_text(span, false);
        }
    };
    let open = move |_| tabs.choose(Panel::Inspector);
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Delete" | "Backspace" => {
            event.prevent_default();
            workspace.apply(&crate::edit::Command::DeleteState(id));
        }
        "F2" | "Enter" => {
            select(());
            tabs.choose(Panel::Inspector);
            focus_name();
            event.prevent_default();
        }
        _ => {}
    };
    let shape = move || {
        outline(state_type(), is_frame(), part(|node| node.rect.width), part(|node| node.rect.height))
            .into_iter()
            .enumerate()
            .map(|(index, path)| view! { <path d=path class:is-decoration=index != 0 /> })
            .collect_view()
    };
    let class = move || {
        let base = if is_frame() { "frame" } else { "node" };
        let mark = mark.get();
        let mut class = format!("{base} {}", type_class(state_type()));
        for (holds, name) in [
            (is_selected(), " is-selected"),
            (mark.is_current, " is-current"),
            (mark.n_visits > 0 && !mark.is_current, " is-visited"),
        ] {
            if holds {
                class.push_str(name);
            }
        }
        class
    };
    // Frames lie under what they hold; states lie above all frames and lines.
    let z_index = move || {
        let depth = node.with(|node| node.as_ref().map_or(0, |node| node.depth));
        if is_frame() { (depth * 2 + 1).to_string() } else { "1001".to_owned() }
    };
    let head_class = move || if is_frame() { "frame-head" } else { "node-head" };
    let head_height = move || {
        if is_frame() { format!("{STATE_HEIGHT}px") } else { "100%".to_owned() }
    };
    view! {
        <div
            class=class
            data-state=name
            style:z-index=z_index
            style:left=move || format!("{}px", part(|node| node.rect.x))
            style:top=move || format!("{}px", part(|node| node.rect.y))
            style:width=move || format!("{}px", part(|node| node.rect.width))
            style:height=move || format!("{}px", part(|node| node.rect.height))
        >
            <svg class="node-shape" aria-hidden="true">
                {shape}
            </svg>
            <button
                type="button"
                class=head_class
                style:height=head_height
                aria-pressed=move || is_selected().to_string()
                on:click=move |_| select(())
                on:dblclick=open
                on:keydown=on_key
            >
                <span class="state-icon">{move || state_icon(state_type())}</span>
                <span class="node-text">
                    <span class="node-name">{name}</span>
                    <span class="node-detail">{detail}</span>
                    <span class="visually-hidden">{status}</span>
                </span>
            </button>
            <span class="node-badges" aria-hidden="true">
                {move || {
                    let mark = mark.get();
                    let times = if mark.n_visits > 1 { mark.n_visits.to_string() } else { String::new() };
                    view! {
                        {move || {
                            SEVERITIES
                                .into_iter()
                                .zip(n_problems.get())
                                .filter(|(_, count)| *count != 0)
                                .map(|(severity, count)| {
                                    let class = format!("node-badge is-problem {}", severity_class(severity));
                                    view! { <span class=class>{icon(severity_icon(severity))} {count}</span> }
                                })
                                .collect_view()
                        }}
                        {mark.is_waiting.then(|| view! { <span class="node-badge is-waiting">{icon(Icon::Clock)}</span> })}
                        {mark.is_failed.then(|| view! { <span class="node-badge is-failed">{icon(Icon::Cross)}</span> })}
                        {(mark.n_visits > 0 && !mark.is_failed && (!mark.is_current || mark.n_visits > 1))
                            .then(|| {
                                // The tick is for a state that was left; one that is at work shows how often it was entered.
                                let tick = (!mark.is_current).then(|| icon(Icon::Check));
                                view! { <span class="node-badge" class:is-done=!mark.is_current>{tick} {times}</span> }
                            })}
                    }
                }}
            </span>
        </div>
    }
}

/// Moves the focus into the inspector's name field, once it is there.
fn focus_name() {
    use wasm_bindgen::JsCast as _;
    gloo::timers::callback::Timeout::new(30, || {
        let field = document().get_element_by_id("state-name");
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            let _ = field.focus();
            field.select();
        }
    })
    .forget();
}
