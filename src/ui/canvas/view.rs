//! The canvas itself: what is mounted on it, and how pointers move the view.

use super::edges::{EdgeControls, Lines};
use super::feedback::Preview;
use super::gestures::Gestures;
use super::marks::marks;
use super::node::{NodeView, pixels};
use super::painted::Painted;
use super::pointer::{LongPress, Pointers, Rested};
use super::scene::Scene;
use crate::diagram::relations;
use crate::engine::VisitStatus;
use crate::interact::{Grip, Viewport};
use crate::layout::Direction;
use crate::ui::actions::{Actions, state_of};
use crate::ui::rest::Parts;
use crate::ui::state::{Detail, OfDocument, Run, Viewing, Workspace};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// How much a turn of the wheel scales the view at the most, and how far it must be turned for that.
const WHEEL: (f64, f64) = (0.15, 100.0);

/// The graph.
#[component]
pub(in crate::ui) fn Canvas() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let host = NodeRef::<leptos::html::Div>::new();
    let actions = expect_context::<Actions>();
    let parts = expect_context::<Parts>();
    let Actions { viewing, addition, .. } = actions;
    let viewport = viewing.viewport;
    let pointers = RwSignal::new(Pointers::default());
    let long_press = LongPress::default();
    let rested = OfDocument::new(workspace);
    let shown = marks(workspace, run);
    let scene = Scene::new(workspace, viewing, shown);
    let gestures = Gestures::new(actions, host);
    watch_size(host, viewing);
    Effect::new(move |_| {
        if workspace.opened.get() > 0 {
            actions.tabs_to_graph();
        }
        viewing.open();
    });
    // A line is selected by itself.
    Effect::new(move |_| {
        if workspace.selection.with(Option::is_some) {
            actions.line.set(None);
        }
    });
    Effect::new(move |_| {
        workspace.diagram.track();
        if let Some(key) = workspace.selection.get() {
            viewing.reveal(&key);
        }
    });
    Effect::new(move |_| {
        let current = run.view.with(|view| {
            let mut visits = view.as_ref()?.visits.iter().rev();
            visits.find(|visit| visit.status != VisitStatus::Done).map(|visit| visit.state)
        });
        if let Some(state) = current {
            viewing.reveal(&workspace.document.with_untracked(|document| document.machine().key(state)));
        }
    });

    let at = move |x: i32, y: i32| gestures.at(x, y);
    let on_down = move |event: ev::PointerEvent| {
        let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_in =
            |selector: &str| element.as_ref().is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))));
        let is_touch = event.pointer_type() != "mouse";
        // A second finger ends what the first one drags.
        if is_touch && (rested.is_some_untracked() || untrack(|| gestures.is_under_way())) {
            rested.set(None);
            gestures.cancel();
            return;
        }
        if event.button() > 1
            || is_in(".corner, .minimap, .type-picker, .palette, .palette-button, .context-menu, .port, .edge-handle")
        {
            return;
        }
        // A finger on a node may be the first of two; a mouse on it means the node.
        let on_control = is_in("button");
        if on_control && !is_touch {
            return;
        }
        if event.shift_key() && event.button() == 0 {
            gestures.press(Grip::Background, true, &event);
            return;
        }
        if let Some(host) = host.get_untracked().filter(|_| !on_control) {
            // Without capture the pan ends at the border, which does no harm.
            let _ = host.set_pointer_capture(event.pointer_id());
        }
        pointers.update(|pointers| pointers.press(event.pointer_id(), at(event.client_x(), event.client_y())));
        if is_touch && pointers.with_untracked(Pointers::is_single) {
            long_press.begin(element, event.client_x(), event.client_y());
        } else {
            long_press.end();
        }
    };
    let on_move = move |event: ev::PointerEvent| {
        let to = at(event.client_x(), event.client_y());
        if let Some(held) = rested.get_untracked().filter(|held: &Rested| held.pointer == event.pointer_id()) {
            if held.is_left(to) {
                // The finger takes along what its rest has asked the menu of.
                rested.set(None);
                actions.menu.set(None);
                gestures.lift(held.state, held.at);
            }
            return;
        }
        let known = pointers.with_untracked(|pointers| pointers.knows(event.pointer_id()));
        if !known {
            return;
        }
        let moved =
            pointers.try_update(|pointers| pointers.shift(event.pointer_id(), to, viewport.get_untracked())).flatten();
        if pointers.with_untracked(Pointers::is_panning) {
            long_press.end();
        }
        if let Some(moved) = moved {
            viewport.set(moved);
        }
    };
    let on_up = move |event: ev::PointerEvent| {
        long_press.end();
        rested.set(None);
        let on_control = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.closest("button"), Ok(Some(_))));
        let known = pointers.with_untracked(|pointers| pointers.knows(event.pointer_id()));
        let clicked = known && pointers.try_update(|pointers| pointers.release(event.pointer_id())) == Some(true);
        if clicked && !on_control {
            let at = at(event.client_x(), event.client_y());
            if gestures.end_pending(None, at) {
                return;
            }
            let line = gestures.line_at(at);
            actions.line.set(line);
            if line.is_some() {
                workspace.select_all(Vec::new());
                addition.set(None);
                return;
            }
            let found = viewing.painted_at(at);
            if actions.is_picking.get_untracked() {
                found.iter().for_each(|key| {
                    actions.pick(key);
                });
                return;
            }
            workspace.select_all(found.into_iter().collect());
            addition.set(None);
        }
    };
    let on_wheel = move |event: ev::WheelEvent| {
        event.prevent_default();
        if event.ctrl_key() || event.meta_key() {
            let share = (event.delta_y().abs() / WHEEL.1).min(1.0) * WHEEL.0;
            let factor = if event.delta_y() < 0.0 { 1.0 + share } else { 1.0 / (1.0 + share) };
            let at = at(event.client_x(), event.client_y());
            viewport.update(|viewport| *viewport = viewport.zoomed(factor, at));
        } else {
            let (dx, dy) = if event.shift_key() { (event.delta_y(), 0.0) } else { (event.delta_x(), event.delta_y()) };
            viewport.update(|viewport| *viewport = viewport.panned(-dx, -dy));
        }
    };
    let on_menu = move |event: ev::MouseEvent| {
        long_press.end();
        if untrack(|| gestures.is_under_way()) {
            return event.prevent_default();
        }
        if !parts.now().is_some_and(|rest| (rest.open_menu)(actions, gestures, &event)) {
            return;
        }
        let finger = pointers.with_untracked(Pointers::finger);
        if let (Some((pointer, at)), Some(state)) = (finger, untrack(|| workspace.selected())) {
            rested.set(Some(Rested { pointer, at, state }));
        }
        // The finger that rests does nothing more to the view, and presses nothing when it goes up.
        pointers.set(Pointers::default());
    };
    // The focus scrolls what it reaches into view by itself; here the view moves instead.
    let on_scroll = move |_| {
        if let Some(host) = host.get_untracked() {
            host.set_scroll_top(0);
            host.set_scroll_left(0);
        }
    };
    let on_focus = move |event: ev::FocusEvent| {
        let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let node = element.filter(|element| matches!(element.matches(":focus-visible"), Ok(true)));
        let node = node.and_then(|element| element.closest("[data-state]").ok().flatten());
        if let Some(key) = node.and_then(|node| state_of(&node)) {
            viewing.reveal(&key);
        }
    };
    let transform = move || {
        let Viewport { x, y, scale } = viewport.get();
        format!("translate({x}px, {y}px) scale({scale})")
    };
    // What a finger presses stays as large as one when the drawing is small. Its steps are coarse, as all that is in the
    // drawing is styled anew with each.
    let least_target = Memo::new(move |_| {
        let step = viewport.with(|viewport| (viewport.scale * 10.0).floor().clamp(4.0, 10.0));
        pixels((240.0 / step).ceil())
    });
    let least_target = move || least_target.get();
    let is_panning = Memo::new(move |_| pointers.with(Pointers::is_panning));
    let n_states = Memo::new(move |_| workspace.document.with(|document| document.machine().n_states()));
    let summary = move || {
        let words = workspace.words();
        format!("{}. {}", words.canvas(), words.graph_summary(n_states.get()))
    };

    let is_sideways =
        Memo::new(move |_| workspace.arrangement.with(|arrangement| arrangement.direction == Direction::LeftToRight));
    let ways = move || {
        let state = workspace.selected().or_else(|| workspace.tab_stop.get());
        workspace.document.with(|document| state.map(|state| relations(document, state, workspace.words())))
    };

    view! {
        <div
            class="canvas"
            class:is-panning=move || is_panning.get()
            class:is-dragging=move || gestures.is_under_way()
            class:is-connecting=move || actions.pending.is_some()
            class:has-palette=move || viewing.covered.with(|covered| *covered > 0.0)
            role="region"
            aria-label=summary
            aria-describedby="canvas-outline"
            data-states=move || n_states.get().to_string()
            node_ref=host
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
            on:contextmenu=on_menu
            on:wheel=on_wheel
            on:scroll=on_scroll
            on:focusin=on_focus
        >
            <span id="canvas-outline" class="visually-hidden">
                {move || workspace.words().outline_of_graph()}
            </span>
            // What the state with the focus leads to: the arrow keys select what they give the focus to.
            <span id="canvas-ways" class="visually-hidden">
                {ways}
            </span>
            <Painted viewing marks=shown />
            <div
                class="world"
                class:is-plain=move || viewing.detail.get() != Detail::Full
                class:is-large=move || viewing.region.with(Option::is_some)
                class:is-moving=move || scene.is_moving.get()
                class:is-sideways=move || is_sideways.get()
                class:is-gliding=move || viewing.is_gliding.get()
                style:transform=transform
                style:--least-target=least_target
            >
                <Branches scene />
                <For each=move || scene.nodes.get() key=|shown| shown.key.clone() let:node>
                    <NodeView node=node.part marks=shown addition gestures />
                </For>
                <Lines scene viewing marks=shown />
                <EdgeControls scene addition gestures />
                <Preview gestures viewing />
            </div>
            {parts.view(move |rest| (rest.overlays)(gestures, viewing))}
        </div>
    }
}

/// The rooms of branches, with their numbers.
#[component]
fn Branches(scene: Scene) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <For each=move || scene.branches.get() key=|shown| shown.key.clone() let:shown>
            {
                let branch = RwSignal::from(shown.part);
                view! {
                    <div
                        class="branch-frame"
                        style:left=move || pixels(branch.with(|branch| branch.rect.x))
                        style:top=move || pixels(branch.with(|branch| branch.rect.y))
                        style:width=move || pixels(branch.with(|branch| branch.rect.width))
                        style:height=move || pixels(branch.with(|branch| branch.rect.height))
                        // Above the frame that it is in, below the frames that are in it.
                        style:z-index=move || branch.with(|branch| (branch.depth * 2).to_string())
                    >
                        <span class="branch-name">
                            {move || workspace.words().branch(branch.with(|branch| branch.number))}
                        </span>
                    </div>
                }
            }
        </For>
    }
}

/// Keeps the size of the canvas; when it is first seen, or seen again after it was hidden, the drawing is shown from its
/// beginning.
fn watch_size(host: NodeRef<leptos::html::Div>, viewing: Viewing) {
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let on_resize = wasm_bindgen::prelude::Closure::<dyn Fn(js_sys::Array)>::new({
            let host = host.clone();
            move |_| {
                let was_seen = viewing.size.get_untracked().0 > 0.0;
                viewing.size.set((f64::from(host.client_width()), f64::from(host.client_height())));
                if !was_seen {
                    viewing.appear();
                }
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&host);
        }
        // Watches as long as the page lives.
        on_resize.forget();
    });
}
