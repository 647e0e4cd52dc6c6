//! An item of a list as a card: its title, the buttons that move and remove it, and its form, which can be folded to a line.

use super::card_summary::card_summary;
use super::field_problems::problem_badge;
use super::focus::focus_soon;
use super::folds::Folds;
use super::form::{At, Form};
use crate::edit::Command;
use crate::edit::commands::{MoveItem, RemoveItem};
use crate::form::List;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// A list of cards.
#[derive(Clone, Copy)]
pub(super) struct Cards {
    pub(super) form: Form,
    /// The object that has the list.
    pub(super) object: At,
    /// Which list it is.
    pub(super) kind: List,
    /// Whether the last item can go, and the field with it.
    pub(super) is_optional: bool,
    /// The list.
    pub(super) list: At,
    /// How many items it has.
    pub(super) n: Memo<usize>,
    /// Which of them are folded.
    pub(super) folds: Folds,
}

/// A card. Its form is made when it is first unfolded, and kept from then on with what is typed in it.
pub(super) fn card(
    cards: Cards,
    index: usize,
    title: Signal<String>,
    body: impl Fn(At) -> AnyView + Send + 'static,
) -> AnyView {
    let Cards { form, object, kind, is_optional, list, n, folds } = cards;
    let item = list.join(index.to_string());
    let is_folded = Memo::new(move |_| folds.has(index));
    let was_open = Memo::new(move |before: Option<&bool>| before == Some(&true) || !is_folded.get());
    // The lines of an open card tell of its problems themselves.
    let n_hidden_problems = Memo::new(move |_| if is_folded.get() { form.n_problems_inside(item) } else { 0 });
    let id = list.item_id(index);
    let moves = move |to: usize, name: &'static str| {
        let make = |list| Command::from(MoveItem { list, from: index, to });
        if form.change(|document| list.pointer(document).map(make)) {
            folds.moved(index, to);
            // The buttons of the card follow it. At either end one of them has nothing to do.
            let other = if name == "up" { "down" } else { "up" };
            let is_end = to == 0 && name == "up" || to + 1 == n.get_untracked() && name == "down";
            focus_soon(format!("{}-{}", list.item_id(to), if is_end { other } else { name }));
        }
    };
    let remove = move |()| {
        let is_last = n.get_untracked() == 1;
        if form.change(|document| list.pointer(document).map(|list| Command::from(RemoveItem { list, index }))) {
            folds.removed(index);
        }
        // The last retrier or catcher takes its field along.
        focus_soon(format!("{}-add", if is_last { object.id(kind.field()) } else { list.id("") }));
    };
    let button =
        |name: &'static str, sign: Icon, label: Signal<String>, is_disabled: Signal<bool>, act: Callback<()>| {
            view! {
                <button
                    type="button"
                    class="button is-quiet is-icon is-small"
                    id=format!("{id}-{name}")
                    data-card=name
                    aria-label=move || label.get()
                    title=move || label.get()
                    disabled=move || is_disabled.get()
                    on:click=move |_| act.run(())
                >
                    {icon(sign)}
                </button>
            }
        };
    let named = move |what: fn(&dyn crate::i18n::Messages) -> &'static str| {
        Signal::derive(move || format!("{}: {}", title.get(), what(form.workspace.words())))
    };
    let summary_id = id.clone();
    view! {
        <li>
            <div
                class="card"
                class:is-folded=move || is_folded.get()
                role="group"
                aria-labelledby=format!("{id}-title")
                id=id.clone()
                data-card-of=list.data_list()
            >
            <div class="card-head">
                <h4>
                    <button
                        type="button"
                        class="card-fold"
                        id=format!("{id}-title")
                        aria-expanded=move || (!is_folded.get()).to_string()
                        aria-controls=format!("{id}-body")
                        aria-describedby=format!("{id}-summary")
                        on:click=move |_| folds.toggle(index)
                    >
                        {icon(Icon::Unfold)}
                        {move || title.get()}
                        {problem_badge(form, n_hidden_problems)}
                    </button>
                </h4>
                <span class="entry-space"></span>
                {button(
                    "up",
                    Icon::Up,
                    named(|words| words.form_move_up()),
                    Signal::derive(move || index == 0),
                    Callback::new(move |()| moves(index.saturating_sub(1), "up")),
                )}
                {button(
                    "down",
                    Icon::Down,
                    named(|words| words.form_move_down()),
                    Signal::derive(move || index + 1 >= n.get()),
                    Callback::new(move |()| moves(index + 1, "down")),
                )}
                {button(
                    "remove",
                    Icon::Close,
                    named(|words| words.remove()),
                    Signal::derive(move || !is_optional && n.get() == 1),
                    Callback::new(remove),
                )}
            </div>
            {move || is_folded.get().then(|| card_summary(form, kind, item, format!("{summary_id}-summary")))}
            <div class="card-body" id=format!("{id}-body") hidden=move || is_folded.get()>
                {move || was_open.get().then(|| body(item))}
            </div>
            </div>
        </li>
    }
    .into_any()
}
