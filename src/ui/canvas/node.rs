//! One node of the graph.

use super::gestures::Gestures;
use super::marks::Marks;
use super::ports::Ports;
use crate::asl::StateId;
use crate::diagram::{Node, NodeKind, Role, STATE_HEIGHT, outline};
use crate::interact::Grip;
use crate::layout::Rect;
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, SEVERITIES, icon, severity_class, severity_icon, state_icon, type_class};
use crate::ui::state::{Addition, OfDocument, Panel, Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// A length as CSS has it.
pub(super) fn pixels(length: f64) -> String {
    format!("{length}px")
}

/// A node: a state, a frame, a marker, or the room for a first state.
#[component]
pub(super) fn NodeView(
    /// The node as it is now.
    node: ArcRwSignal<Node>,
    /// What a run and the checker say.
    marks: Memo<Arc<Marks>>,
    /// Where a state is being added.
    addition: OfDocument<Addition>,
    /// Moving and connecting.
    gestures: Gestures,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let node = RwSignal::from(node);
    let rect = move |read: fn(&Rect) -> f64| node.with(|node| read(&node.rect));
    let left = move || pixels(rect(|rect| rect.x));
    let top = move || pixels(rect(|rect| rect.y));
    let width = move || pixels(rect(|rect| rect.width));
    let height = move || pixels(rect(|rect| rect.height));
    let is_small = move || rect(|rect| rect.height) < 20.0;
    // A key keeps its role.
    match node.with_untracked(|node| node.key.role) {
        Role::State | Role::Branch => view! { <StateNode node marks gestures /> }.into_any(),
        Role::Start => view! {
            <div class="marker is-start" style:left=left style:top=top style:width=width style:height=height>
                {move || (!is_small()).then(|| workspace.words().start())}
            </div>
        }
        .into_any(),
        Role::End => view! {
            <div class="marker is-end" style:left=left style:top=top style:width=width style:height=height>
                {move || (!is_small()).then(|| workspace.words().end())}
            </div>
        }
        .into_any(),
        Role::Empty => {
            let add = move |_| {
                if let NodeKind::Empty(scope) = node.with_untracked(|node| node.kind) {
                    addition.set(Some(Addition::First(scope)));
                }
            };
            view! {
                <button
                    type="button"
                    class="marker is-empty"
                    style:left=left
                    style:top=top
                    style:width=width
                    style:height=height
                    on:click=add
                >
                    {move || workspace.words().add_first()}
                </button>
            }
            .into_any()
        }
    }
}

#[component]
fn StateNode(node: RwSignal<Node>, marks: Memo<Arc<Marks>>, gestures: Gestures) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let actions = expect_context::<Actions>();
    // A node keeps its key.
    let key = StoredValue::new(node.with_untracked(|node| node.key.state()));
    let own_key = move || key.get_value();
    let text = move || key.with_value(|key| key.name.clone());
    let id = move || node.with(state_id);
    let state_type = Memo::new(move |_| node.with(|node| node.state_type));
    let is_frame = Memo::new(move |_| node.with(|node| node.is_frame));
    let size = Memo::new(move |_| node.with(|node| (node.rect.width, node.rect.height)));
    let detail = move || node.with(|node| node.detail.clone());
    let mark = Memo::new(move |_| marks.with(|marks| marks.states.get(&id()).copied().unwrap_or_default()));
    let n_problems = Memo::new(move |_| marks.with(|marks| marks.problems.get(&id()).copied().unwrap_or_default()));
    let is_placed = Memo::new(move |_| node.with(|node| node.shift.is_some()));
    let is_selected = Memo::new(move |_| key.with_value(|key| workspace.is_selected(key)));
    // What the colours and badges say, for those who do not see them.
    let status = move || {
        let words = workspace.words();
        let mark = mark.get();
        [
            (mark.is_current, words.is_current()),
            (mark.is_waiting, words.is_waiting()),
            (mark.is_failed, words.is_failed()),
            (n_problems.get() != [0; 3], words.has_problems()),
            (is_placed.get(), words.is_placed()),
        ]
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, text)| format!(", {text}"))
        .collect::<String>()
    };
    let select = move |_| {
        workspace.select_all(vec![own_key()]);
    };
    let on_click = move |event: ev::MouseEvent| {
        let at = gestures.at(event.client_x(), event.client_y());
        if gestures.end_pending(Some(node.with_untracked(state_id)), at) {
            return;
        }
        if actions.pick(&own_key()) {
            return;
        }
        if event.shift_key() {
            workspace.extend_selection(own_key());
        } else if event.ctrl_key() || event.meta_key() {
            workspace.toggle_selected(own_key());
        } else {
            select(());
        }
    };
    let on_down = move |event: ev::PointerEvent| {
        // A finger on a state moves the view; a menu moves and connects states then.
        if event.pointer_type() == "mouse" && event.button() == 0 {
            gestures.press(Grip::State(node.with_untracked(state_id)), false, &event);
        }
    };
    // A Task that starts a machine of the shelf leads to it; any other state to its fields.
    let open = move |_| {
        let opens = actions.parts.now().is_some_and(|rest| (rest.open_started_by)(actions.machines, id()));
        if !opens {
            tabs.choose(Panel::Inspector);
        }
    };
    let finder = actions.finder;
    let is_match = Memo::new(move |_| finder.marked.with(|marked| marked.contains(&id())));
    // The graph is one stop of the tab key: the selected state, or else the first. The arrow keys lead on.
    let is_stop = Memo::new(move |_| is_selected.get() || workspace.tab_stop.with(|stop| *stop == Some(id())));
    let shape = move || {
        let (width, height) = size.get();
        outline(state_type.get(), is_frame.get(), width, height)
            .into_iter()
            .enumerate()
            .map(|(index, path)| view! { <path d=path class:is-decoration=index != 0 /> })
            .collect_view()
    };
    let class = move || {
        let base = if is_frame.get() { "frame" } else { "node" };
        let mark = mark.get();
        let mut class = format!("{base} {}", type_class(state_type.get()));
        for (holds, name) in [
            (is_selected.get(), " is-selected"),
            (is_match.get(), " is-match"),
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
        let depth = node.with(|node| node.depth);
        if is_frame.get() { (depth * 2 + 1).to_string() } else { "1001".to_owned() }
    };
    let head_class = move || if is_frame.get() { "frame-head" } else { "node-head" };
    let head_height = move || {
        if is_frame.get() { format!("{STATE_HEIGHT}px") } else { "100%".to_owned() }
    };
    view! {
        <div
            class=class
            data-state=text()
            data-nth=key.with_value(|key| key.nth)
            style:z-index=z_index
            style:left=move || pixels(node.with(|node| node.rect.x))
            style:top=move || pixels(node.with(|node| node.rect.y))
            style:width=move || pixels(size.get().0)
            style:height=move || pixels(size.get().1)
        >
            <svg class="node-shape" aria-hidden="true">
                {shape}
            </svg>
            <button
                type="button"
                class=head_class
                style:height=head_height
                aria-pressed=move || is_selected.get().to_string()
                aria-describedby="canvas-ways"
                on:click=on_click
                on:pointerdown=on_down
                on:dblclick=open
                tabindex=move || if is_stop.get() { "0" } else { "-1" }
            >
                <span class="state-icon">{move || state_icon(state_type.get())}</span>
                <span class="node-text">
                    <span class="node-name">{text()}</span>
                    <span class="node-detail">{detail}</span>
                    <span class="visually-hidden">{status}</span>
                </span>
            </button>
            <FoldButton node />
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
                        {is_placed.get().then(|| view! { <span class="node-badge is-placed">{icon(Icon::Pin)}</span> })}
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
        <Ports node gestures />
    }
}

/// The state that a node stands for; markers stand for none, and are never asked.
pub(super) fn state_id(node: &Node) -> StateId {
    match node.kind {
        NodeKind::State(id) => id,
        NodeKind::Start(scope) | NodeKind::End(scope) | NodeKind::Empty(scope) => StateId(scope.0),
    }
}

/// The button in the head of a frame that hides what is inside, or shows it again.
#[component]
fn FoldButton(node: RwSignal<Node>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let has_inside = Memo::new(move |_| node.with(|node| node.is_frame || node.is_folded));
    let is_folded = Memo::new(move |_| node.with(|node| node.is_folded));
    let label = move || {
        let name = node.with(|node| Arc::clone(&node.key.name));
        let words = workspace.words();
        if is_folded.get() { words.unfold(&name) } else { words.fold(&name) }
    };
    let toggle = move |_| {
        let name = node.with_untracked(|node| node.key.name.to_string());
        workspace.toggle_fold(&name);
    };
    view! {
        <Show when=move || has_inside.get()>
            <button
                type="button"
                class="frame-fold"
                tabindex="-1"
                aria-expanded=move || (!is_folded.get()).to_string()
                aria-label=label
                title=label
                on:click=toggle
            >
                {move || icon(if is_folded.get() { Icon::Unfold } else { Icon::Fold })}
            </button>
        </Show>
    }
}
