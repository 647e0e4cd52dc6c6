//! An item of a list as a card: its title, the buttons that move and remove it, and its form.

use super::focus::focus_soon;
use super::form::{At, Form};
use crate::edit::Command;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// A list of cards.
#[derive(Clone, Copy)]
pub(super) struct Cards {
    pub(super) form: Form,
    /// The object that has the list.
    pub(super) object: At,
    /// The field that holds it.
    pub(super) field: &'static str,
    /// Whether the last item can go, and the field with it.
    pub(super) is_optional: bool,
    /// The list.
    pub(super) list: At,
    /// How many items it has.
    pub(super) n: Memo<usize>,
}

/// A card.
pub(super) fn card(cards: Cards, index: usize, title: Signal<String>, body: AnyView) -> AnyView {
    let Cards { form, object, field, is_optional, list, n } = cards;
    let id = list.item_id(index);
    let moves = move |to: usize, name: &'static str| {
        let make = |list| Command::MoveItem { list, from: index, to };
        if form.change(|document| list.pointer(document).map(make)) {
            // The buttons of the card follow it. At either end one of them has nothing to do.
            let other = if name == "up" { "down" } else { "up" };
            let is_end = to == 0 && name == "up" || to + 1 == n.get_untracked() && name == "down";
            focus_soon(format!("{}-{}", list.item_id(to), if is_end { other } else { name }));
        }
    };
    let remove = move |()| {
        let is_last = n.get_untracked() == 1;
        form.change(|document| list.pointer(document).map(|list| Command::RemoveItem { list, index }));
        // The last retrier or catcher takes its field along.
        focus_soon(format!("{}-add", if is_last { object.id(field) } else { list.id("") }));
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
    view! {
        <li>
            <div class="card" role="group" aria-labelledby=format!("{id}-title") id=id.clone() data-card-of=list.data_list()>
            <div class="card-head">
                <h4 id=format!("{id}-title")>{move || title.get()}</h4>
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
            {body}
            </div>
        </li>
    }
    .into_any()
}
