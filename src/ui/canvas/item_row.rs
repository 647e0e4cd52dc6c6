//! One item of the palette in a list.

use crate::palette::Item;
use crate::ui::controls::palette_icon;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The sign, the name and the description of an item.
pub(super) fn item_words(item: &Item, workspace: Workspace) -> impl IntoView + use<> {
    let language = workspace.language.get_untracked();
    let note = item.simulation_note(language);
    view! {
        {palette_icon(item)}
        <span class="item-words">
            {item.name(language)}
            <small>{item.description(language)}</small>
            {(!note.is_empty()).then(|| view! { <small class="item-note">{note}</small> })}
        </span>
    }
}
