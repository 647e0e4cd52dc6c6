//! A large drawing seen from far: painted, as thousands of elements would not move smoothly.

use super::marks::Marks;
use super::paint::{Projection, context, paint};
use crate::diagram::NodeKind;
use crate::layout::Point;
use crate::ui::actions::Actions;
use crate::ui::platform::media;
use crate::ui::state::{Detail, Viewing, Workspace};
use leptos::prelude::*;
use std::sync::Arc;

/// The painting. It is there only while nothing is mounted.
#[component]
pub(super) fn Painted(viewing: Viewing, marks: Memo<Arc<Marks>>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let finder = expect_context::<Actions>().finder;
    let canvas = NodeRef::<leptos::html::Canvas>::new();
    let is_shown = Memo::new(move |_| viewing.detail.get() == Detail::Painted);
    let prefers_dark = media::matches("(prefers-color-scheme: dark)");
    let is_due = StoredValue::new(false);
    let repaint = move || {
        is_due.set_value(false);
        let Some(canvas) = canvas.try_get_untracked().flatten() else { return };
        let (width, height) = viewing.size.get_untracked();
        let viewport = viewing.viewport.get_untracked();
        let Some(context) = context(&canvas, width, height) else { return };
        let projection = Projection {
            scale: Point { x: viewport.scale, y: viewport.scale },
            shift: Point { x: viewport.x, y: viewport.y },
        };
        let selection = workspace.selection.get_untracked();
        let marks = marks.get_untracked();
        let found = finder.marked.get_untracked();
        workspace.diagram.with_untracked(|diagram| {
            paint(&context, diagram, projection, viewport.seen(width, height), |node| {
                let is_current = match node.kind {
                    NodeKind::State(id) => {
                        found.contains(&id) || marks.states.get(&id).is_some_and(|mark| mark.is_current)
                    }
                    NodeKind::Start(_) | NodeKind::End(_) | NodeKind::Empty(_) => false,
                };
                is_current || selection.as_ref().is_some_and(|selection| node.key.is_of(selection))
            });
        });
    };
    Effect::new(move |_| {
        if !is_shown.get() {
            return;
        }
        canvas.track();
        viewing.viewport.track();
        viewing.size.track();
        workspace.diagram.track();
        workspace.selection.track();
        marks.track();
        finder.marked.track();
        workspace.theme.track();
        prefers_dark.track();
        if !is_due.get_value() {
            is_due.set_value(true);
            request_animation_frame(repaint);
        }
    });
    view! {
        <Show when=move || is_shown.get()>
            <canvas class="painted" node_ref=canvas aria-hidden="true"></canvas>
        </Show>
    }
}
