//! The shelf: all machines of this browser, each with its picture, its date and its problems.

mod card;
mod picture;

use super::Notices;
use crate::project::Head;
use crate::ui::controls::{CloseButton, Icon, Modal, ModalDialog, SearchField, icon};
use crate::ui::state::{Machines, WorkerWatch};
use card::{BinRow, MachineCard};
use leptos::prelude::*;

/// The dialog with all machines; it opens when it is asked for.
#[component]
pub(in crate::ui) fn ShelfDialog() -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    let worker = expect_context::<WorkerWatch>();
    let modal = Modal::new();
    let typed = RwSignal::new(String::new());
    modal.open_with(machines.shelf_opened, move || {
        typed.set(String::new());
        machines.read_cards(worker);
    });
    let found = move || -> Vec<Head> {
        typed.with(|typed| workspace.shelf.with(|shelf| shelf.found(typed).into_iter().cloned().collect()))
    };
    let bin = move || -> Vec<Head> { workspace.shelf.with(|shelf| shelf.bin().into_iter().cloned().collect()) };
    view! {
        <ModalDialog modal class="shelf" labelled_by="shelf-title">
            <div class="shelf-box">
                <header class="shelf-head">
                    <h2 id="shelf-title">{move || workspace.words().my_machines()}</h2>
                    <SearchField id="shelf-search" label=|words| words.shelf_search() text=typed />
                    <button
                        type="button"
                        class="button is-primary"
                        data-shelf="new"
                        on:click=move |_| {
                            modal.close();
                            machines.add_new();
                        }
                    >
                        {icon(Icon::New)}
                        {move || workspace.words().new_machine()}
                    </button>
                    <button type="button" class="button" data-shelf="download" on:click=move |_| machines.download_all()>
                        {icon(Icon::Download)}
                        {move || workspace.words().download_all()}
                    </button>
                    <CloseButton modal />
                </header>
                <div class="shelf-body" tabindex="0" role="group" aria-labelledby="shelf-title">
                    <Show when=move || modal.is_open.get()>
                        <Show when=move || found().is_empty()>
                            <p class="empty">{move || workspace.words().shelf_none_found()}</p>
                        </Show>
                        <ul class="shelf-cards">
                            <For each=found key=|head| (head.id.clone(), head.revision, head.name.clone()) let:head>
                                <MachineCard head close=Callback::new(move |()| modal.close()) />
                            </For>
                        </ul>
                        <Show when=move || !bin().is_empty()>
                            <h3>{move || workspace.words().bin()}</h3>
                            <ul class="shelf-bin">
                                <For each=bin key=|head| head.id.clone() let:head>
                                    <BinRow head />
                                </For>
                            </ul>
                        </Show>
                    </Show>
                </div>
                <p class="note shelf-note">{move || workspace.words().shelf_note()}</p>
            </div>
            // Those of the page lie under the dialog.
            <Show when=move || modal.is_open.get()>
                <Notices />
            </Show>
        </ModalDialog>
    }
}

/// Says that another tab has the machine, and what can be done about it.
#[component]
pub(in crate::ui) fn Followed() -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    view! {
        <Show when=move || workspace.is_followed.get()>
            <div class="followed" role="status">
                <span>{move || workspace.words().open_elsewhere()}</span>
                <button type="button" class="button" data-followed="take" on:click=move |_| machines.take_here()>
                    {move || workspace.words().take_here()}
                </button>
                <button type="button" class="button" data-followed="copy" on:click=move |_| machines.copy_here()>
                    {move || workspace.words().copy_here()}
                </button>
            </div>
        </Show>
    }
}
