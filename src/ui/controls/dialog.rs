//! A dialog over the page, which ends what is behind it for the time being.

use super::{Icon, icon};
use crate::ui::state::Workspace;
use leptos::ev;
use leptos::prelude::*;

/// Opens and closes a dialog; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Modal {
    element: NodeRef<leptos::html::Dialog>,
    /// Whether it is open: what is in it need not be there before.
    pub(in crate::ui) is_open: RwSignal<bool>,
}

impl Modal {
    pub(in crate::ui) fn new() -> Self {
        Self { element: NodeRef::new(), is_open: RwSignal::new(false) }
    }

    /// Opens it, unless it is open.
    pub(in crate::ui) fn open(self) {
        if let Some(element) = self.element.get_untracked().filter(|element| !element.open()) {
            self.is_open.set(true);
            // It fails only for a dialog that is not in the page.
            let _ = element.show_modal();
        }
    }

    /// Opens it whenever a count goes up.
    pub(in crate::ui) fn open_with(self, asked: RwSignal<u32>, then: impl Fn() + 'static) {
        Effect::new(move |before: Option<u32>| {
            let count = asked.get();
            if before.unwrap_or_default() != count {
                self.open();
                then();
            }
            count
        });
    }

    pub(in crate::ui) fn close(self) {
        if let Some(element) = self.element.get_untracked() {
            element.close();
        }
    }
}

/// The dialog itself. A click beside its box closes it, as Escape does.
#[component]
pub(in crate::ui) fn ModalDialog(
    modal: Modal,
    /// Its class.
    class: &'static str,
    /// The id of its heading.
    labelled_by: &'static str,
    /// What is to be done when it has been closed, in whatever way.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// One box, which fills it.
    children: Children,
) -> impl IntoView {
    let on_click = move |event: ev::MouseEvent| {
        // Only a click beside the box has the dialog itself as its target.
        if event.target() == event.current_target() {
            modal.close();
        }
    };
    view! {
        <dialog
            class=class
            node_ref=modal.element
            aria-labelledby=labelled_by
            on:close=move |_| {
                modal.is_open.set(false);
                on_close.inspect(|on_close| on_close.run(()));
            }
            on:click=on_click
        >
            {children()}
        </dialog>
    }
}

/// The sign in its corner that closes it.
#[component]
pub(in crate::ui) fn CloseButton(modal: Modal) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <button
            type="button"
            class="button is-quiet is-icon"
            data-command="close-dialog"
            aria-label=move || workspace.words().close()
            title=move || workspace.words().close()
            on:click=move |_| modal.close()
        >
            {icon(Icon::Close)}
        </button>
    }
}
