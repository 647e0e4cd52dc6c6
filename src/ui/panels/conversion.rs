//! The dialog that shows what a conversion to JSONata changes, before it is done.

use crate::engine::ConvertedField;
use crate::ui::actions::{Actions, keep_focus};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The dialog; it opens when there is something to look at.
#[component]
pub(in crate::ui) fn ConversionDialog() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let actions = expect_context::<Actions>();
    let conversion = actions.conversion;
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let is_wanted = conversion.preview.with(Option::is_some);
        let Some(dialog) = dialog.get() else { return };
        if is_wanted && !dialog.open() {
            // It fails only for a dialog that is not in the page.
            let _ = dialog.show_modal();
        } else if !is_wanted && dialog.open() {
            dialog.close();
        }
    });
    // The text may change under an open dialog only by what it does itself.
    let changes = move || {
        conversion.preview.with(|preview| preview.as_ref().map(|preview| preview.changes.clone()).unwrap_or_default())
    };
    let obstacles = move || {
        conversion.preview.with(|preview| preview.as_ref().map(|preview| preview.obstacles.clone()).unwrap_or_default())
    };
    let has_changes = Memo::new(move |_| !changes().is_empty());
    let has_obstacles = Memo::new(move |_| !obstacles().is_empty());
    view! {
        <dialog
            class="conversion"
            node_ref=dialog
            aria-labelledby="conversion-title"
            on:close=move |_| {
                conversion.close();
                keep_focus(actions);
            }
        >
            <div class="panel-head">
                <h2 id="conversion-title">{move || workspace.words().conversion_title()}</h2>
            </div>
            <div class="conversion-body">
                <Show when=move || !has_changes.get() && !has_obstacles.get()>
                    <p class="empty">{move || workspace.words().conversion_none()}</p>
                </Show>
                <Show when=move || has_obstacles.get()>
                    <h3>{move || workspace.words().conversion_obstacles()}</h3>
                    <ul class="conversion-obstacles">
                        {move || {
                            obstacles()
                                .into_iter()
                                .map(|(state, field, reason)| {
                                    view! {
                                        <li>
                                            <strong>{state}</strong>
                                            " "
                                            <code>{field}</code>
                                            <span>{reason}</span>
                                        </li>
                                    }
                                })
                                .collect_view()
                        }}
                    </ul>
                </Show>
                <Show when=move || has_changes.get()>
                    <h3>{move || workspace.words().conversion_changes()}</h3>
                    {move || changes().into_iter().map(change_view).collect_view()}
                </Show>
            </div>
            <div class="dialog-foot">
                <button type="button" class="button" data-command="cancel-conversion" on:click=move |_| conversion.close()>
                    {move || workspace.words().cancel()}
                </button>
                <button
                    type="button"
                    class="button is-primary"
                    data-command="apply-conversion"
                    disabled=move || !has_changes.get()
                    on:click=move |_| conversion.apply()
                >
                    {move || workspace.words().conversion_apply()}
                </button>
            </div>
        </dialog>
    }
}

/// What goes, what comes, and where the meaning may differ.
fn change_view(change: ConvertedField) -> impl IntoView {
    let ConvertedField { state, field, before, after, notes } = change;
    view! {
        <section class="conversion-change">
            <h4>
                {state}
                " "
                <code>{field}</code>
            </h4>
            {(!before.is_empty()).then(|| view! { <pre class="is-before">{before}</pre> })}
            {(!after.is_empty()).then(|| view! { <pre class="is-after">{after}</pre> })}
            {notes.into_iter().map(|note| view! { <p class="conversion-note">{note}</p> }).collect_view()}
        </section>
    }
}
