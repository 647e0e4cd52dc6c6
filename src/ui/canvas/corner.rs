//! The controls in the corner of the canvas: scale, views, direction.

use super::viewing::Viewing;
use crate::layout::Direction;
use crate::ui::controls::{Icon, icon};
use crate::ui::platform::preferences;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// How much one press of a zoom button changes.
pub(super) const ZOOM_STEP: f64 = 1.25;

/// Scale, views, direction. The keys that do the same are told where the pointer rests.
#[component]
pub(super) fn Corner(viewing: Viewing) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let direction = Memo::new(move |_| workspace.arrangement.with(|arrangement| arrangement.direction));
    let turn = move || {
        let turned = match direction.get_untracked() {
            Direction::TopToBottom => Direction::LeftToRight,
            Direction::LeftToRight => Direction::TopToBottom,
        };
        preferences::keep_direction(turned);
        workspace.arrangement.update(|arrangement| arrangement.direction = turned);
        viewing.open();
    };
    let turn_icon = Signal::derive(move || match direction.get() {
        Direction::TopToBottom => Icon::LeftToRight,
        Direction::LeftToRight => Icon::TopToBottom,
    });
    let turn_label = Signal::derive(move || match direction.get() {
        Direction::TopToBottom => workspace.words().left_to_right(),
        Direction::LeftToRight => workspace.words().top_to_bottom(),
    });
    let label = move |read: fn(&'static dyn crate::i18n::Messages) -> &'static str| {
        Signal::derive(move || read(workspace.words()))
    };
    let fixed = |icon: Icon| Signal::derive(move || icon);
    view! {
        <div class="corner">
            <CornerButton sign=turn_icon label=turn_label key="" on_press=turn />
            <CornerButton
                sign=fixed(Icon::ZoomIn)
                label=label(|words| words.zoom_in())
                key="+"
                on_press=move || viewing.zoom(ZOOM_STEP)
            />
            <CornerButton
                sign=fixed(Icon::ZoomOut)
                label=label(|words| words.zoom_out())
                key="-"
                on_press=move || viewing.zoom(1.0 / ZOOM_STEP)
            />
            <CornerButton
                sign=fixed(Icon::Focus)
                label=label(|words| words.fit_selection())
                key="2"
                on_press=move || viewing.frame_selection()
            />
            <CornerButton sign=fixed(Icon::Fit) label=label(|words| words.fit()) key="1" on_press=move || viewing.fit() />
        </div>
    }
}

#[component]
fn CornerButton(
    sign: Signal<Icon>,
    label: Signal<&'static str>,
    /// The key that does the same; empty for none.
    key: &'static str,
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    let title = move || if key.is_empty() { label.get().to_owned() } else { format!("{} ({key})", label.get()) };
    view! {
        <button
            type="button"
            class="button is-icon"
            aria-label=move || label.get()
            aria-keyshortcuts=(!key.is_empty()).then_some(key)
            title=title
            on:click=move |_| on_press()
        >
            {move || icon(sign.get())}
        </button>
    }
}
