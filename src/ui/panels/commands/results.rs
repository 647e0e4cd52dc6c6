//! What was found, in sections.

use super::{Entry, EntrySign, Section};
use crate::ui::actions::Actions;
use crate::ui::controls::{icon, state_icon, type_class};
use leptos::prelude::*;

/// The id of an entry in the page; `index` counts over all sections.
pub(super) fn option_id(index: usize) -> String {
    format!("command-{index}")
}

/// The list.
#[component]
pub(super) fn Results(
    sections: RwSignal<Vec<Section>, LocalStorage>,
    /// Which entry the keyboard has reached.
    at: RwSignal<usize>,
    on_choose: Callback<usize>,
) -> impl IntoView {
    let workspace = expect_context::<Actions>().workspace;
    let section = move |section: &Section, first: usize, number: usize| {
        let title_id = format!("commands-section-{number}");
        let labelled_by = title_id.clone();
        let options = section.entries.iter().enumerate();
        let options = options.map(|(index, entry)| option(entry, first + index, at, on_choose)).collect_view();
        view! {
            <div role="group" aria-labelledby=labelled_by>
                <div class="commands-title" id=title_id role="presentation">
                    {section.title.clone()}
                </div>
                {options}
            </div>
        }
    };
    view! {
        <div class="commands-list" id="commands-list" role="listbox" aria-label=move || workspace.words().commands_results()>
            {move || {
                sections
                    .with(|sections| {
                        let mut first = 0;
                        sections
                            .iter()
                            .enumerate()
                            .map(|(number, part)| {
                                let shown = section(part, first, number);
                                first += part.entries.len();
                                shown
                            })
                            .collect_view()
                    })
            }}
            <Show when=move || sections.with(Vec::is_empty)>
                <div class="empty" role="option" aria-selected="false" aria-disabled="true">
                    {move || workspace.words().nothing_found()}
                </div>
            </Show>
        </div>
    }
}

fn option(entry: &Entry, index: usize, at: RwSignal<usize>, on_choose: Callback<usize>) -> impl IntoView + use<> {
    let sign = match entry.sign {
        EntrySign::Icon(sign) => view! { <span class="command-sign">{icon(sign)}</span> }.into_any(),
        EntrySign::State(state_type) => {
            let class = format!("state-icon {}", type_class(state_type));
            view! { <span class=class>{state_icon(state_type)}</span> }.into_any()
        }
    };
    view! {
        <div
            class="command"
            role="option"
            id=option_id(index)
            data-entry=entry.id.clone()
            aria-selected=move || (at.get() == index).to_string()
            // The pointer reaches an entry only where it moves: a list that changes under it keeps its place.
            on:pointermove=move |_| {
                if at.get_untracked() != index {
                    at.set(index);
                }
            }
            on:click=move |_| on_choose.run(index)
        >
            {sign}
            <span class="command-title">{entry.title.clone()}</span>
            <span class="command-detail">{entry.detail.clone()}</span>
            {entry.key.clone().map(|key| view! { <kbd>{key}</kbd> })}
        </div>
    }
}
