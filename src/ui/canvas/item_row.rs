//! One item of the palette in a list.

use crate::palette::{Item, Simulation};
use crate::ui::controls::palette_icon;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// Stands at the items whose answers are made up, and before what that means.
const MADE_UP: &str = "≈";

fn is_made_up(item: &Item) -> bool {
    item.simulation() == Some(Simulation::AnswersInShape)
}

/// The sign, the name and the description of an item.
pub(super) fn item_words(item: &Item, workspace: Workspace) -> impl IntoView + use<> {
    let language = workspace.language.get_untracked();
    let is_made_up = is_made_up(item);
    let note = item.simulation_note(language);
    view! {
        {palette_icon(item)}
        <span class="item-words">
            {item.name(language)}
            {is_made_up.then(|| view! { " " <span class="made-up" title=note>{MADE_UP}</span> })}
            <small>{item.description(language)}</small>
            {(!is_made_up && !note.is_empty()).then(|| view! { <small class="item-note">{note}</small> })}
        </span>
    }
}

/// Two items of one key are one row: they say the same.
pub(super) fn row_key(item: &Item, workspace: Workspace) -> (String, String) {
    (item.id(), item.description(workspace.language.get_untracked()))
}

/// What the mark of made-up answers means: once over the list, as it would be the same words at most of its items.
#[component]
pub(super) fn MadeUpNote(
    /// What is listed.
    #[prop(into)]
    found: Signal<Vec<Item>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let note = move || workspace.language.get().palette_messages().simulation(Simulation::AnswersInShape);
    view! {
        <Show when=move || found.with(|found| found.iter().any(is_made_up))>
            <p class="palette-hint" data-made-up="">
                <span class="made-up">{MADE_UP}</span>
                " "
                {note}
            </p>
        </Show>
    }
}
