//! Lists whose items have a form: rules, retriers, catchers, branches.

use super::card::{Cards, card};
use super::condition::condition_view;
use super::editors::Control;
use super::focus::focus_soon;
use super::folds::Folds;
use super::form::{At, Form};
use super::retry_chart::retry_chart;
use super::rows::flat_rows;
use crate::asl::QueryLanguage;
use crate::edit::Command;
use crate::edit::commands::InsertItem;
use crate::form::{List, add_item};
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// The list, and a button that adds an item.
pub(super) fn list_view(control: Control, list: List) -> AnyView {
    let Control { form, object, .. } = control;
    let at = object.join(list.field());
    let n = Memo::new(move |_| form.read(at, |document, node| Some(document.tree().items(node).len())).unwrap_or(0));
    let is_optional = matches!(list, List::Retry | List::Catch);
    let folds = Folds::new(n.get_untracked());
    let cards = Cards { form, object, kind: list, is_optional, list: at, n, folds };
    let words = move || form.workspace.words();
    let title = move |index: usize| match list {
        List::Retry => words().form_retrier(index + 1),
        List::Catch => words().form_catcher(index + 1),
        List::Choices => words().form_rule(index + 1),
        List::Branches => words().branch(index + 1),
    };
    let body = move |item: At| match list {
        List::Retry => view! {
            <div class="retrier">{flat_rows(form, item, list.part())}</div>
            {retry_chart(form, item)}
        }
        .into_any(),
        List::Catch => flat_rows(form, item, list.part()),
        List::Choices => view! {
            {move || {
                (form.language.get() == QueryLanguage::JSONPath)
                    .then(|| {
                        view! {
                            <div class="entry" role="group" aria-label=move || words().form_condition()>
                                <span class="field-name">{move || words().form_condition()}</span>
                                <div class="entry-control">{condition_view(form, item, None)}</div>
                            </div>
                        }
                    })
            }}
            {flat_rows(form, item, list.part())}
        }
        .into_any(),
        List::Branches => branch(form, item),
    };
    let add = move |_| {
        let place = object.place();
        let language = form.language.get_untracked();
        form.change(|document| {
            let command = add_item(document, &place, list, language);
            if let Some(Command::InsertItem(InsertItem { index, .. })) = command {
                folds.inserted(index);
            }
            command
        });
        // The button stays where it is: who adds one often adds another, and Shift+Tab leads into the new card.
        focus_soon(format!("{}-add", at.id("")));
    };
    let new_rule = expect_context::<Actions>().new_rule;
    Effect::new(move |_| {
        let Some((state, index)) = new_rule.get() else { return };
        if list == List::Choices && form.state == Some(state) && index < n.get_untracked() {
            new_rule.set(None);
            folds.open(index);
            focus_soon(format!("{}-body", at.item_id(index)));
        }
    });
    let all_folded = move || folds.has_all(n.get());
    let add_title = move || match list {
        List::Retry => words().form_add_retrier(),
        List::Catch => words().form_add_catcher(),
        List::Choices => words().form_add_rule(),
        List::Branches => words().form_add_branch(),
    };
    view! {
        <div class="cards" role="group" aria-labelledby=format!("{}-label", control.id) id=control.id>
            <ol>
                <For each=move || 0..n.get() key=|index| *index children=move |index| {
                    card(cards, index, Signal::derive(move || title(index)), body)
                } />
            </ol>
            <div class="cards-foot">
                <button
                    type="button"
                    class="button add-item"
                    id=format!("{}-add", at.id(""))
                    data-add-item=list.field()
                    on:click=add
                >
                    {icon(Icon::Plus)}
                    {move || add_title()}
                </button>
                <Show when=move || { n.get() > 1 }>
                    <button
                        type="button"
                        class="button is-quiet fold-all"
                        data-fold-all=list.field()
                        on:click=move |_| folds.set_all(n.get_untracked(), !untrack(all_folded))
                    >
                        {move || if all_folded() { words().form_unfold_all() } else { words().form_fold_all() }}
                    </button>
                </Show>
            </div>
        </div>
    }
    .into_any()
}

/// A branch: where it starts, how large it is, and a way into it.
fn branch(form: Form, item: At) -> AnyView {
    let n_states = Memo::new(move |_| {
        let found = form.read(item, |document, node| {
            let states = document.tree().get(node, "States")?;
            Some(document.tree().members(states).len())
        });
        found.unwrap_or(0)
    });
    view! {
        <p class="field-note">{move || form.workspace.words().form_n_states(n_states.get())}</p>
        {flat_rows(form, item, crate::form::Part::Branch)}
    }
    .into_any()
}
