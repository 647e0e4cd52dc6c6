//! The canvas itself: what part of the drawing is seen, and how that is changed.

use super::edges::{EdgeControls, Lines};
use super::marks::marks;
use super::node::NodeView;
use super::pointer::Pointers;
use super::type_picker::{Addition, TypePicker};
use crate::diagram::NodeKind;
use crate::edit::Command;
use crate::interact::Viewport;
use crate::layout::Point;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::{Run, Workspace};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// How much one press of a zoom button changes, and one notch of a wheel.
const ZOOM_STEP: f64 = 1.25;

/// The graph.
#[component]
pub(in crate::ui) fn Canvas() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let host = NodeRef::<leptos::html::Div>::new();
    let viewport = RwSignal::new(Viewport::default());
    let pointers = RwSignal::new(Pointers::default());
    let addition = RwSignal::new(None::<Addition>);
    let shown = marks(workspace, run);

    let size = move || {
        host.get_untracked()
            .map_or((0.0, 0.0), |host| (f64::from(host.client_width()), f64::from(host.client_height())))
    };
    let fit = move || {
        let (width, height) = size();
        if width > 0.0 && height > 0.0 {
            let (own_width, own_height) = workspace.diagram.with_untracked(|diagram| (diagram.width, diagram.height));
            viewport.set(Viewport::fitting(own_width, own_height, width, height));
        }
    };
    let open = move || {
        let (width, height) = size();
        if width > 0.0 && height > 0.0 {
            let seen = workspace.diagram.with_untracked(|diagram| {
                let start = diagram.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start(_)));
                let focus = start.map_or(diagram.width / 2.0, |node| node.rect.x + node.rect.width / 2.0);
                Viewport::opening(diagram.width, diagram.height, width, height, focus)
            });
            viewport.set(seen);
        }
    };
    open_when_seen(host, open);
    Effect::new(move |_| {
        workspace.opened.track();
        open();
    });
    // A document that was replaced, added to or undone has other edges.
    Effect::new(move |_| {
        workspace.document.track();
        addition.set(None);
    });
    let reveal = move |name: &str| {
        let (width, height) = size();
        let rect = workspace.document.with_untracked(|document| {
            let id = document.machine().find(name)?;
            workspace.diagram.with_untracked(|diagram| {
                diagram.nodes.iter().find(|node| node.kind == NodeKind::State(id)).map(|node| node.rect)
            })
        });
        if let Some(rect) = rect.filter(|_| width > 0.0) {
            viewport.update(|viewport| *viewport = viewport.revealing(rect, width, height));
        }
    };
    Effect::new(move |_| {
        workspace.diagram.track();
        if let Some(name) = workspace.selection.get() {
            reveal(&name);
        }
    });
    Effect::new(move |_| {
        let current = run
            .visits
            .with(|visits| visits.iter().rev().find(|visit| visit.output.is_none()).map(|visit| visit.state.clone()));
        if let Some(name) = current {
            reveal(&name);
        }
    });

    let at = move |x: i32, y: i32| {
        let rect = host.get_untracked().map(|host| host.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
        Point { x: f64::from(x) - left, y: f64::from(y) - top }
    };
    let on_down = move |event: ev::PointerEvent| {
        let on_control = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.closest("button, .zoom"), Ok(Some(_))));
        if event.button() > 1 || on_control {
            return;
        }
        if let Some(host) = host.get_untracked() {
            // Without capture the pan ends at the border, which does no harm.
            let _ = host.set_pointer_capture(event.pointer_id());
        }
        pointers.update(|pointers| pointers.press(event.pointer_id(), at(event.client_x(), event.client_y())));
    };
    let on_move = move |event: ev::PointerEvent| {
        let to = at(event.client_x(), event.client_y());
        let moved =
            pointers.try_update(|pointers| pointers.shift(event.pointer_id(), to, viewport.get_untracked())).flatten();
        if let Some(moved) = moved {
            viewport.set(moved);
        }
    };
    let on_up = move |event: ev::PointerEvent| {
        let clicked = pointers.try_update(|pointers| pointers.release(event.pointer_id()));
        if clicked == Some(true) {
            workspace.selection.set(None);
            addition.set(None);
        }
    };
    let on_wheel = move |event: ev::WheelEvent| {
        event.prevent_default();
        if event.ctrl_key() || event.meta_key() {
            let factor = if event.delta_y() < 0.0 { 1.1 } else { 1.0 / 1.1 };
            let at = at(event.client_x(), event.client_y());
            viewport.update(|viewport| *viewport = viewport.zoomed(factor, at));
        } else {
            let (dx, dy) = if event.shift_key() { (event.delta_y(), 0.0) } else { (event.delta_x(), event.delta_y()) };
            viewport.update(|viewport| *viewport = viewport.panned(-dx, -dy));
        }
    };
    let zoom = move |factor: f64| {
        let (width, height) = size();
        let middle = Point { x: width / 2.0, y: height / 2.0 };
        viewport.update(|viewport| *viewport = viewport.zoomed(factor, middle));
    };
    let transform = move || {
        let Viewport { x, y, scale } = viewport.get();
        format!("translate({x}px, {y}px) scale({scale})")
    };
    let is_empty = move || workspace.diagram.with(|diagram| diagram.nodes.is_empty());
    let kinds =
        move || workspace.diagram.with(|diagram| diagram.nodes.iter().map(|node| node.kind).collect::<Vec<_>>());
    let summary = move || {
        let words = workspace.words();
        let n_states = workspace.document.with(|document| document.machine().n_states());
        format!("{}. {}", words.canvas(), words.graph_summary(n_states))
    };

    view! {
        <div
            class="canvas"
            class:is-panning=move || pointers.with(Pointers::is_panning)
            role="region"
            aria-label=summary
            node_ref=host
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
            on:wheel=on_wheel
        >
            <div class="world" style:transform=transform>
                <Branches />
                <For each=move || kinds().into_iter().filter(move |kind| is_frame(workspace, *kind)) key=|kind| *kind let:kind>
                    <NodeView kind marks=shown addition />
                </For>
                <Lines marks=shown />
                <For each=move || kinds().into_iter().filter(move |kind| !is_frame(workspace, *kind)) key=|kind| *kind let:kind>
                    <NodeView kind marks=shown addition />
                </For>
                <EdgeControls addition />
                <TypePicker addition />
            </div>
            <Show when=is_empty>
                <div class="canvas-empty">
                    <strong>{move || workspace.words().nothing_to_draw()}</strong>
                    <span>{move || workspace.words().nothing_to_draw_hint()}</span>
                    <button
                        type="button"
                        class="button is-primary"
                        on:click=move |_| {
                            workspace.apply(&Command::ReplaceText("{\n  \"StartAt\": \"Start\",\n  \"States\": {\n    \"Start\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n".to_owned()));
                        }
                    >
                        {icon(Icon::Plus)}
                        {move || workspace.words().add_first()}
                    </button>
                </div>
            </Show>
            <div class="zoom">
                <ZoomButton sign=Icon::ZoomIn label=Signal::derive(move || workspace.words().zoom_in()) on_press=move || zoom(ZOOM_STEP) />
                <ZoomButton sign=Icon::ZoomOut label=Signal::derive(move || workspace.words().zoom_out()) on_press=move || zoom(1.0 / ZOOM_STEP) />
                <ZoomButton sign=Icon::Fit label=Signal::derive(move || workspace.words().fit()) on_press=fit />
            </div>
        </div>
    }
}

fn is_frame(workspace: Workspace, kind: NodeKind) -> bool {
    workspace.diagram.with(|diagram| {
        diagram.nodes.binary_search_by(|node| node.kind.cmp(&kind)).is_ok_and(|index| diagram.nodes[index].is_frame)
    })
}

#[component]
fn ZoomButton(sign: Icon, label: Signal<&'static str>, on_press: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button is-icon"
            aria-label=move || label.get()
            title=move || label.get()
            on:click=move |_| on_press()
        >
            {icon(sign)}
        </button>
    }
}

/// The rooms of branches, with their numbers.
#[component]
fn Branches() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    move || {
        workspace.diagram.with(|diagram| {
            diagram
                .branches
                .iter()
                .map(|branch| {
                    let (rect, number) = (branch.rect, branch.number);
                    // Above the frame that it is in, below the frames that are in it.
                    let z_index = (branch.depth * 2).to_string();
                    view! {
                        <div
                            class="branch-frame"
                            style:left=format!("{}px", rect.x)
                            style:top=format!("{}px", rect.y)
                            style:width=format!("{}px", rect.width)
                            style:height=format!("{}px", rect.height)
                            style:z-index=z_index
                        >
                            <span class="branch-name">{move || workspace.words().branch(number)}</span>
                        </div>
                    }
                })
                .collect_view()
        })
    }
}

/// Shows the drawing when the canvas first gets a size, and again when it was hidden.
fn open_when_seen(host: NodeRef<leptos::html::Div>, open: impl Fn() + Copy + 'static) {
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let was_seen = std::cell::Cell::new(false);
        let on_resize = wasm_bindgen::prelude::Closure::<dyn Fn(js_sys::Array)>::new({
            let host = host.clone();
            move |_| {
                let is_seen = host.client_width() > 0;
                if is_seen && !was_seen.get() {
                    open();
                }
                was_seen.set(is_seen);
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&host);
        }
        // Watches as long as the page lives.
        on_resize.forget();
    });
}
