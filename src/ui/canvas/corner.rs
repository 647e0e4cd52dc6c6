//! The controls in the corner of the canvas: scale, views, direction.

use crate::action::Action;
use crate::layout::Direction;
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// Scale, views, direction. The keys that do the same are told where the pointer rests.
#[component]
pub(super) fn Corner() -> impl IntoView {
    let workspace = expect_context::<Actions>().workspace;
    let direction = Memo::new(move |_| workspace.arrangement.with(|arrangement| arrangement.direction));
    let turn_icon = Signal::derive(move || match direction.get() {
        Direction::TopToBottom => Icon::LeftToRight,
        Direction::LeftToRight => Icon::TopToBottom,
    });
    let turn_label = Signal::derive(move || match direction.get() {
        Direction::TopToBottom => workspace.words().left_to_right(),
        Direction::LeftToRight => workspace.words().top_to_bottom(),
    });
    let label = move |action: Action| Signal::derive(move || workspace.words().action(action));
    let fixed = |icon: Icon| Signal::derive(move || icon);
    view! {
        <div class="corner">
            <CornerButton sign=turn_icon label=turn_label action=Action::Turn />
            <CornerButton sign=fixed(Icon::ZoomIn) label=label(Action::ZoomIn) action=Action::ZoomIn />
            <CornerButton sign=fixed(Icon::ZoomOut) label=label(Action::ZoomOut) action=Action::ZoomOut />
            <CornerButton sign=fixed(Icon::Focus) label=label(Action::FitSelection) action=Action::FitSelection />
            <CornerButton sign=fixed(Icon::Fit) label=label(Action::Fit) action=Action::Fit />
        </div>
    }
}

#[component]
fn CornerButton(sign: Signal<Icon>, label: Signal<&'static str>, action: Action) -> impl IntoView {
    let actions = expect_context::<Actions>();
    view! {
        <button
            type="button"
            class="button is-icon"
            data-action=action.facts().id
            aria-label=move || label.get()
            aria-keyshortcuts=move || actions.aria_keys(action)
            title=move || actions.with_key(label.get(), action)
            on:click=move |_| actions.perform(action, false)
        >
            {move || icon(sign.get())}
        </button>
    }
}
