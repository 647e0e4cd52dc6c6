//! Short notices at the foot of the page.

use super::export;
use crate::ui::controls::{Icon, icon};
use crate::ui::platform::file;
use crate::ui::state::{Machines, NoticeKind, Offer};
use leptos::prelude::*;

/// The notices that are shown now.
#[component]
pub(in crate::ui) fn Notices() -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    view! {
        <div class="notices" role="status" aria-live="polite">
            <For each=move || workspace.notices.get() key=|notice| notice.id let:notice>
                <div
                    class="notice"
                    class:is-warning=notice.kind == NoticeKind::Warning
                    class:is-error=notice.kind == NoticeKind::Error
                >
                    <span>{notice.text.clone()}</span>
                    {notice.offer.clone().map(|offer| offered(machines, offer))}
                    <button
                        type="button"
                        class="button is-quiet is-icon"
                        aria-label=move || workspace.words().dismiss()
                        on:click=move |_| {
                            workspace.notices.update(|notices| notices.retain(|other| other.id != notice.id));
                        }
                    >
                        {icon(Icon::Close)}
                    </button>
                </div>
            </For>
        </div>
    }
}

/// The button for what a notice offers.
fn offered(machines: Machines, offer: Offer) -> impl IntoView {
    let workspace = machines.workspace;
    let (sign, words): (Icon, fn(&dyn crate::i18n::Messages) -> &'static str) = match offer {
        Offer::Download => (Icon::Download, |words| words.download_json()),
        Offer::Raw { .. } => (Icon::Download, |words| words.download_stored()),
        Offer::BringBack(_) => (Icon::Undo, |words| words.bring_back()),
    };
    let take = move |_| match &offer {
        Offer::Download => export::download(machines),
        Offer::Raw { name, text } => drop(file::download(&format!("{name}.stored.json"), text)),
        Offer::BringBack(id) => machines.bring_back(id),
    };
    view! {
        <button type="button" class="button" on:click=take>
            {icon(sign)}
            {move || words(workspace.words())}
        </button>
    }
}
