//! Help: all rules by what they are about, with their documentation.

use super::explanation::ExplanationView;
use crate::check::{Group, OPTIONAL};
use crate::engine::{CatalogueEntry, Request, Response};
use crate::i18n::diagnostics::group_title;
use crate::ui::controls::{CloseButton, Modal, ModalDialog, SearchField, icon, severity_class, severity_icon};
use crate::ui::state::{ProblemList, Workspace};
use leptos::prelude::*;

/// A dialog with the catalogue of all rules.
#[component]
pub(in crate::ui) fn Catalogue() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let list = expect_context::<ProblemList>();
    let modal = Modal::new();
    let entries = RwSignal::new(Vec::<CatalogueEntry>::new());
    let wanted = RwSignal::new(String::new());
    modal.open_with(list.catalogue_opened, move || {
        let request = Request::Catalogue { language: workspace.language.get_untracked() };
        list.engine.with_value(|engine| {
            engine.ask(request, move |response| {
                if let Ok(Response::Catalogue(found)) = response {
                    entries.set(found);
                }
            });
        });
    });
    let found = Memo::new(move |_| {
        let wanted = wanted.get().trim().to_lowercase();
        entries
            .with(|entries| entries.iter().filter(|entry| entry.words.contains(&wanted)).cloned().collect::<Vec<_>>())
    });
    let group = move |group: Group| {
        let of_group = move || found.get().into_iter().filter(|entry| entry.group == group).collect::<Vec<_>>();
        view! {
            <Show when=move || !of_group().is_empty()>
                <h3>{move || group_title(group, workspace.words())}</h3>
                <For each=of_group key=|entry| (entry.rule.clone(), entry.title.clone()) let:entry>
                    <Entry entry />
                </For>
            </Show>
        }
    };
    view! {
        <ModalDialog modal class="catalogue" labelled_by="catalogue-title">
            <div class="panel-head">
                <h2 id="catalogue-title">{move || workspace.words().all_rules()}</h2>
                <span class="badge" role="status">{move || found.with(Vec::len)}</span>
                <CloseButton modal />
            </div>
            <div class="problem-tools">
                <SearchField id="catalogue-search" label=|words| words.search_rules() text=wanted />
            </div>
            <div class="catalogue-list">
                {Group::ALL.into_iter().map(group).collect_view()}
                <Show when=move || found.with(Vec::is_empty)>
                    <p class="empty">{move || workspace.words().nothing_matches()}</p>
                </Show>
            </div>
        </ModalDialog>
    }
}

#[component]
fn Entry(entry: CatalogueEntry) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_open = RwSignal::new(false);
    let CatalogueEntry { rule: name, title, severity, .. } = entry;
    let is_off = OPTIONAL.contains(&name.as_str());
    let rule = StoredValue::new(name);
    view! {
        <div class="catalogue-entry">
            <button
                type="button"
                class=format!("problem {}", severity_class(severity))
                data-catalogue=rule.get_value()
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {icon(severity_icon(severity))}
                <span class="problem-message">{title}</span>
                <span class="problem-place">
                    <code>{rule.get_value()}</code>
                    {is_off.then(|| view! { " · " <span data-off="">{move || workspace.words().rule_off_here()}</span> })}
                </span>
            </button>
            <Show when=move || is_open.get()>
                <div class="problem-part problem-why"><ExplanationView rule=rule.get_value() /></div>
            </Show>
        </div>
    }
}
