//! The dialog that shows what a conversion to JSONata changes, before it is done.

use crate::convert::Missing;
use crate::engine::ConvertedField;
use crate::ui::actions::{Actions, keep_focus};
use crate::ui::controls::{Modal, ModalDialog};
use crate::ui::state::{Conversion, Workspace};
use leptos::prelude::*;

/// The dialog; it opens when there is something to look at.
#[component]
pub(in crate::ui) fn ConversionDialog() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let actions = expect_context::<Actions>();
    let conversion = actions.conversion;
    let modal = Modal::new();
    Effect::new(move |_| {
        if conversion.preview.is_some() {
            modal.open();
        } else {
            modal.close();
        }
    });
    let changes = move || conversion.preview.get().map(|preview| preview.changes).unwrap_or_default();
    let obstacles = move || conversion.preview.get().map(|preview| preview.obstacles).unwrap_or_default();
    let has_changes = Memo::new(move |_| !changes().is_empty());
    let has_obstacles = Memo::new(move |_| !obstacles().is_empty());
    let depends_on_missing = move || conversion.preview.get().is_some_and(|preview| preview.depends_on_missing);
    let is_of_field = move || conversion.only_field.is_some();
    let is_in_part = move || has_changes.get() && has_obstacles.get() && conversion.subject.get() == Some(None);
    let forget = move |()| {
        conversion.close();
        keep_focus(actions);
    };
    view! {
        <ModalDialog modal class="conversion" labelled_by="conversion-title" on_close=forget>
            <div class="panel-head">
                <h2 id="conversion-title">{move || workspace.words().conversion_title()}</h2>
            </div>
            <div class="conversion-body">
                <Show when=is_of_field>
                    <p class="conversion-reason">{move || workspace.words().conversion_of_field()}</p>
                </Show>
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
                    <Show when=is_in_part>
                        <p class="conversion-reason">{move || workspace.words().conversion_of_machine_in_part()}</p>
                    </Show>
                </Show>
                <Show when=depends_on_missing>{missing_choice(workspace, conversion)}</Show>
                <Show when=move || has_changes.get()>
                    <h3>{move || workspace.words().conversion_changes()}</h3>
                    {move || changes().into_iter().map(change_view).collect_view()}
                </Show>
            </div>
            <div class="dialog-foot">
                <button type="button" class="button" data-command="cancel-conversion" on:click=move |_| conversion.close()>
                    {move || workspace.words().cancel()}
                </button>
                <Show when=is_of_field>
                    <button
                        type="button"
                        class="button"
                        data-command="change-only-language"
                        on:click=move |_| conversion.change_only_field()
                    >
                        {move || workspace.words().conversion_only_field()}
                    </button>
                </Show>
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
        </ModalDialog>
    }
}

/// What becomes of paths that find nothing: a choice of two, each with what it means.
fn missing_choice(workspace: Workspace, conversion: Conversion) -> AnyView {
    let words = move || workspace.words();
    let way = |missing: Missing, name: &'static str| {
        let texts = move || match missing {
            Missing::IsLeftOut => (words().conversion_left_out(), words().conversion_left_out_hint()),
            Missing::Fails => (words().conversion_fails(), words().conversion_fails_hint()),
        };
        view! {
            <label class="conversion-way">
                <input
                    type="radio"
                    name="conversion-missing"
                    value=name
                    aria-labelledby=format!("conversion-{name}")
                    aria-describedby=format!("conversion-{name}-hint")
                    prop:checked=move || conversion.missing.get() == missing
                    on:change=move |_| conversion.choose(missing)
                />
                <span id=format!("conversion-{name}")>{move || texts().0}</span>
                <small id=format!("conversion-{name}-hint")>{move || texts().1}</small>
            </label>
        }
    };
    view! {
        <fieldset class="conversion-ways">
            <legend>{move || words().conversion_missing()}</legend>
            {way(Missing::IsLeftOut, "left-out")}
            {way(Missing::Fails, "fails")}
        </fieldset>
    }
    .into_any()
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
