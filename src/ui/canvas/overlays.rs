//! What lies over the drawing: lists, menus, the map, the controls in the corner; and what listens to all of it.

use super::clipboard_events::listen_to_clipboard;
use super::context_menu::ContextMenu;
use super::corner::Corner;
use super::feedback::Held;
use super::gestures::Gestures;
use super::minimap::Minimap;
use super::palette::Palette;
use super::type_picker::TypePicker;
use crate::edit::commands::ReplaceText;
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::{Viewing, Workspace};
use leptos::prelude::*;

/// All of it.
pub(in crate::ui) fn overlays(gestures: Gestures, viewing: Viewing) -> AnyView {
    let Actions { workspace, addition, palette_is_open, .. } = expect_context::<Actions>();
    gestures.begin();
    listen_to_clipboard();
    let is_empty = Memo::new(move |_| workspace.diagram.with(|diagram| diagram.nodes.is_empty()));
    view! {
        <Show when=move || is_empty.get()>
            <Empty />
        </Show>
        <Held gestures />
        <TypePicker addition gestures viewing />
        <Palette gestures viewing is_open=palette_is_open />
        <ContextMenu />
        <Minimap viewing />
        <Corner />
    }
    .into_any()
}

/// What is said of a machine without states, and its first one.
#[component]
fn Empty() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <div class="canvas-empty">
            <strong>{move || workspace.words().nothing_to_draw()}</strong>
            <span>{move || workspace.words().nothing_to_draw_hint()}</span>
            <button
                type="button"
                class="button is-primary"
                on:click=move |_| {
                    workspace.apply(&ReplaceText { text: "{\n  \"StartAt\": \"Start\",\n  \"States\": {\n    \"Start\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n".to_owned() }.into());
                }
            >
                {icon(Icon::Plus)}
                {move || workspace.words().add_first()}
            </button>
        </div>
    }
}
