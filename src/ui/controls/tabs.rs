//! A row of tabs for panels that share one place.

use super::{Icon, ProblemCounts, icon};
use crate::ui::state::{Panel, Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

fn sign(panel: Panel) -> Icon {
    match panel {
        Panel::Graph => Icon::Graph,
        Panel::Outline => Icon::Outline,
        Panel::Json => Icon::Code,
        Panel::Problems => Icon::Problems,
        Panel::Inspector => Icon::Inspector,
        Panel::Run => Icon::Run,
    }
}

/// The tabs of the present width. The arrow keys move between them.
#[component]
pub(in crate::ui) fn TabList(
    /// Further classes of the row.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let on_key = move |event: ev::KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        let list = Tabs::tabbed(tabs.width.get_untracked());
        let open = untrack(move || tabs.open());
        let at = list.iter().position(|panel| *panel == open).unwrap_or(0) as i32;
        let next = list[(at + forward).rem_euclid(list.len() as i32) as usize];
        tabs.choose(next);
        let element = document().get_element_by_id(&format!("tab-{}", next.id()));
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    };
    let tab = move |panel: Panel| {
        let is_open = move || tabs.open() == panel;
        view! {
            <button
                type="button"
                role="tab"
                class="tab"
                id=format!("tab-{}", panel.id())
                aria-controls=format!("panel-{}", panel.id())
                aria-selected=move || is_open().to_string()
                tabindex=move || if is_open() { "0" } else { "-1" }
                on:click=move |_| tabs.choose(panel)
            >
                {icon_of(panel)}
                <span>{move || panel.title(workspace.words())}</span>
                {(panel == Panel::Problems).then(|| view! { <ProblemCounts /> })}
            </button>
        }
    };
    view! {
        <div
            class=format!("tabs {class}")
            role="tablist"
            aria-label=move || workspace.words().panels()
            on:keydown=on_key
        >
            {move || Tabs::tabbed(tabs.width.get()).iter().map(|panel| tab(*panel)).collect_view()}
        </div>
    }
}

fn icon_of(panel: Panel) -> impl IntoView {
    view! { <span class="tab-icon">{icon(sign(panel))}</span> }
}
