//! The overview in the corner: the whole drawing, what of it is seen, and a press or a drag to go elsewhere.

use super::node::pixels;
use super::paint::{Projection, context, paint};
use crate::layout::{Point, Rect};
use crate::ui::platform::media::{self, Width};
use crate::ui::platform::painting::after_paint;
use crate::ui::state::{Tabs, Viewing, Workspace};
use leptos::ev;
use leptos::prelude::*;

/// The greatest width and height, and the least of both, in pixels.
const GREATEST: (f64, f64) = (180.0, 140.0);
const LEAST: f64 = 36.0;

/// How much of the drawing's border is empty, in pixels of the drawing: nobody misses it.
const PADDING: f64 = 20.0;

/// The overview. It is there only while some of the drawing is not seen, and never on a phone.
#[component]
pub(super) fn Minimap(viewing: Viewing) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let canvas = NodeRef::<leptos::html::Canvas>::new();
    let prefers_dark = media::matches("(prefers-color-scheme: dark)");
    let whole = Memo::new(move |_| workspace.diagram.with(|diagram| (diagram.width, diagram.height)));
    let seen = move || {
        let (width, height) = viewing.size.get();
        viewing.viewport.get().seen(width, height)
    };
    let is_shown = Memo::new(move |_| {
        let (width, height) = whole.get();
        let seen = seen();
        let holds_all = seen.x <= PADDING
            && seen.y <= PADDING
            && seen.right() >= width - PADDING
            && seen.bottom() >= height - PADDING;
        tabs.width.get() != Width::Narrow && width > 0.0 && seen.width > 0.0 && !holds_all
    });
    // A drawing that is thousands of times as tall as wide is squeezed, or it would be a hair.
    let size = Memo::new(move |_| {
        let (width, height) = whole.get();
        let scale = (GREATEST.0 / width.max(1.0)).min(GREATEST.1 / height.max(1.0));
        ((width * scale).max(LEAST), (height * scale).max(LEAST))
    });
    let scale = move || {
        let ((width, height), (wide, high)) = (whole.get(), size.get());
        Point { x: wide / width.max(1.0), y: high / height.max(1.0) }
    };
    let repaint = move || {
        let Some(canvas) = canvas.try_get_untracked().flatten() else { return };
        let ((width, height), scale) = (size.get_untracked(), untrack(scale));
        let Some(context) = context(&canvas, width, height) else { return };
        workspace.diagram.with_untracked(|diagram| {
            let all = Rect { x: 0.0, y: 0.0, width: diagram.width, height: diagram.height };
            paint(&context, diagram, Projection { scale, shift: Point::default() }, all, |_| false);
        });
    };
    Effect::new(move |_| {
        if !is_shown.get() {
            return;
        }
        canvas.track();
        workspace.diagram.track();
        workspace.theme.track();
        prefers_dark.track();
        // After the drawing itself: it is what a person waits for.
        after_paint(repaint);
    });
    let is_down = StoredValue::new(false);
    let go = move |event: &ev::PointerEvent| {
        let Some(canvas) = canvas.get_untracked() else { return };
        let (place, scale) = (canvas.get_bounding_client_rect(), untrack(scale));
        viewing.centre(Point {
            x: (f64::from(event.client_x()) - place.left()) / scale.x,
            y: (f64::from(event.client_y()) - place.top()) / scale.y,
        });
    };
    let on_down = move |event: ev::PointerEvent| {
        event.stop_propagation();
        is_down.set_value(true);
        if let Some(canvas) = canvas.get_untracked() {
            // Without capture the drag ends at the border, which does no harm.
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        go(&event);
    };
    let on_move = move |event: ev::PointerEvent| {
        if is_down.get_value() {
            go(&event);
        }
    };
    // What is seen, within the borders of the map.
    let window = move || {
        let (scale, seen, (width, height)) = (scale(), seen(), size.get());
        let part = |start: f64, length: f64, scale: f64, most: f64| {
            let low = (start * scale).clamp(0.0, most - 4.0);
            (low, (((start + length) * scale).min(most) - low).max(4.0))
        };
        let (x, wide) = part(seen.x, seen.width, scale.x, width);
        let (y, high) = part(seen.y, seen.height, scale.y, height);
        Rect { x, y, width: wide, height: high }
    };
    view! {
        <Show when=move || is_shown.get()>
            <div class="minimap" title=move || workspace.words().overview() aria-hidden="true">
                <canvas
                    node_ref=canvas
                    style:width=move || pixels(size.get().0)
                    style:height=move || pixels(size.get().1)
                    on:pointerdown=on_down
                    on:pointermove=on_move
                    on:pointerup=move |_| is_down.set_value(false)
                    on:pointercancel=move |_| is_down.set_value(false)
                ></canvas>
                <div
                    class="minimap-window"
                    // A transform, as the page need not be laid out anew for it with every frame of a pan.
                    style:transform=move || format!("translate({}px, {}px)", window().x, window().y)
                    style:width=move || pixels(window().width)
                    style:height=move || pixels(window().height)
                ></div>
            </div>
        </Show>
    }
}
