//! The bar at the top.

use super::history::HistoryMenu;
use crate::action::Action;
use crate::i18n::Language;
use crate::learn::EXAMPLES;
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, Menu, icon};
use crate::ui::platform::preferences::{self, Theme};
use crate::ui::rest::Parts;
use crate::ui::state::{Machines, SavedState, Workspace};
use leptos::prelude::*;

/// The header: the name of the page, and what comes after the first picture.
#[component]
pub(in crate::ui) fn Header() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let parts = expect_context::<Parts>();
    view! {
        <header class="header">
            <div class="brand">
                <svg viewBox="0 0 32 32" aria-hidden="true">
                    <rect width="32" height="32" rx="8" fill="currentColor" />
                    <path
                        d="M5 24h7v-7h7v-7h8"
                        fill="none"
                        stroke="var(--surface)"
                        stroke-width="3.4"
                        stroke-linecap="round"
                        stroke-linejoin="round"
                    />
                    <circle cx="5.5" cy="24" r="2.6" fill="var(--surface)" />
                    <circle cx="26.5" cy="10" r="2.6" fill="var(--surface)" />
                </svg>
                <div>
                    <h1>"Pasos"</h1>
                    <small>{move || workspace.words().tagline()}</small>
                </div>
            </div>
            {parts.view(|rest| (rest.header)())}
        </header>
    }
}

/// All that can be pressed in it.
#[component]
pub(in crate::ui) fn HeaderControls() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let machines = expect_context::<Machines>();
    let chooser = NodeRef::<leptos::html::Input>::new();
    let label =
        move |text: fn(&dyn crate::i18n::Messages) -> &'static str| Signal::derive(move || text(workspace.words()));
    let on_chosen = move |_| {
        let Some(input) = chooser.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            machines.open_file(file);
        }
        // The same file can be chosen again after it was changed outside.
        input.set_value("");
    };
    view! {
        <HeaderButton
            sign=Icon::Shelf
            label=label(|words| words.my_machines())
            title=label(|words| words.my_machines_title())
            action=Action::ShowMachines
        />
        <Menu name="examples" sign=Icon::Graph label=label(|words| words.examples()) opens_right=true>
            {EXAMPLES
                .iter()
                .map(|example| {
                    view! {
                        <button
                            type="button"
                            class="menu-item"
                            data-example=example.id
                            on:click=move |_| machines.open_example(example)
                        >
                            <span>
                                {move || workspace.words().example(example.id).0}
                                <small>{move || workspace.words().example(example.id).1}</small>
                            </span>
                        </button>
                    }
                })
                .collect_view()}
        </Menu>
        <HeaderButton
            sign=Icon::New
            label=label(|words| words.new_machine())
            title=label(|words| words.new_machine_title())
            action=Action::New
        />
        <HeaderButton
            sign=Icon::Open
            label=label(|words| words.open())
            title=label(|words| words.open_title())
            action=Action::Open
        />
        <input
            type="file"
            id="file-chooser"
            class="visually-hidden"
            tabindex="-1"
            aria-hidden="true"
            accept=".json,.asl,application/json,text/plain"
            node_ref=chooser
            on:change=on_chosen
        />
        <Menu name="export" sign=Icon::Download label=label(|words| words.export()) opens_right=true>
            <ActionItem name="copy" sign=Icon::Copy action=Action::CopyJson />
            <ActionItem name="download" sign=Icon::Download action=Action::DownloadJson />
        </Menu>
        <span class="header-separator"></span>
        <UndoButton is_redo=false />
        <UndoButton is_redo=true />
        <HistoryMenu />
        <MachineName />
        <SearchButton />
        <SavedMark />
        <ThemeSwitch />
        <LanguageSwitch />
    }
}

#[component]
fn HeaderButton(sign: Icon, label: Signal<&'static str>, title: Signal<&'static str>, action: Action) -> impl IntoView {
    let actions = expect_context::<Actions>();
    view! {
        <button
            type="button"
            class="button is-quiet"
            data-command=action.facts().id
            title=move || actions.with_key(title.get(), action)
            aria-keyshortcuts=move || actions.aria_keys(action)
            on:click=move |_| actions.perform(action, false)
        >
            {icon(sign)}
            <span class="menu-label">{move || label.get()}</span>
        </button>
    }
}

/// A line of a menu: an action with its key.
#[component]
fn ActionItem(name: &'static str, sign: Icon, action: Action) -> impl IntoView {
    let actions = expect_context::<Actions>();
    view! {
        <button type="button" class="menu-item" data-export=name on:click=move |_| actions.perform(action, false)>
            {icon(sign)}
            {move || actions.workspace.words().action(action)}
            {move || actions.key(action).map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}
        </button>
    }
}

/// Opens the dialog of commands.
#[component]
fn SearchButton() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let title = move || actions.with_key(actions.workspace.words().action(Action::Commands), Action::Commands);
    view! {
        <button
            type="button"
            class="button search-button"
            data-command="commands"
            aria-keyshortcuts=move || actions.aria_keys(Action::Commands)
            title=title
            on:click=move |_| actions.perform(Action::Commands, false)
        >
            {icon(Icon::Search)}
            <span class="menu-label">{move || actions.workspace.words().search_button()}</span>
            <kbd aria-hidden="true">{move || actions.key(Action::Commands)}</kbd>
        </button>
        <button
            type="button"
            class="button is-quiet is-icon wide-only"
            data-command="keys"
            aria-label=move || actions.workspace.words().action(Action::Keys)
            aria-keyshortcuts=move || actions.aria_keys(Action::Keys)
            title=move || actions.with_key(actions.workspace.words().action(Action::Keys), Action::Keys)
            on:click=move |_| actions.perform(Action::Keys, false)
        >
            {icon(Icon::Keyboard)}
        </button>
    }
}

#[component]
fn UndoButton(is_redo: bool) -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let action = if is_redo { Action::Redo } else { Action::Undo };
    let name = move || if is_redo { workspace.words().redo() } else { workspace.words().undo() };
    let what = move || if is_redo { actions.machines.redo_label() } else { actions.machines.undo_label() };
    let title = move || match what() {
        Some(what) => format!("{}: {what}", name()),
        None => name().to_owned(),
    };
    view! {
        <button
            type="button"
            class="button is-quiet is-icon"
            data-command=if is_redo { "redo" } else { "undo" }
            aria-label=title
            aria-keyshortcuts=move || actions.aria_keys(action)
            title=move || actions.with_key(&title(), action)
            disabled=move || !actions.is_possible(action)
            on:click=move |_| actions.perform(action, false)
        >
            {icon(if is_redo { Icon::Redo } else { Icon::Undo })}
        </button>
    }
}

/// The name of the open machine, edited in its place.
#[component]
fn MachineName() -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    let field = NodeRef::<leptos::html::Input>::new();
    let rename = move |_| {
        if let (Some(field), Some(id)) = (field.get_untracked(), machines.current.get_untracked()) {
            machines.rename(&id, &field.value());
            // What is no name, or another machine's, is not taken.
            field.set_value(&workspace.name.get_untracked());
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let Some(field) = field.get_untracked() else { return };
        if event.key() == "Escape" {
            field.set_value(&workspace.name.get_untracked());
        }
        if matches!(event.key().as_str(), "Enter" | "Escape") {
            let _ = field.blur();
        }
    };
    view! {
        <span class="machine-name">
            <input
                class="input is-quiet"
                id="machine-name"
                node_ref=field
                autocomplete="off"
                spellcheck="false"
                maxlength=crate::project::MAX_PROJECT_NAME.to_string()
                aria-label=move || workspace.words().machine_name()
                title=move || workspace.words().machine_name()
                disabled=move || workspace.is_followed.get()
                prop:value=move || workspace.name.get()
                on:change=rename
                on:keydown=on_key
            />
        </span>
    }
}

#[component]
fn SavedMark() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let text = move || match workspace.saved.get() {
        SavedState::Saved => workspace.words().saved(),
        SavedState::Saving => workspace.words().saving(),
        SavedState::Failed => workspace.words().not_saved(),
    };
    let state = move || match workspace.saved.get() {
        SavedState::Saved => "saved",
        SavedState::Saving => "saving",
        SavedState::Failed => "failed",
    };
    view! {
        <span
            class="saved-state wide-only"
            class:is-failed=move || workspace.saved.get() == SavedState::Failed
            data-saved=state
            title=text
        >
            <span class="saved-text">{text}</span>
        </span>
    }
}

#[component]
fn ThemeSwitch() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let choose = move |theme: Theme| {
        workspace.theme.set(theme);
        preferences::keep_theme(theme);
    };
    let option = move |theme: Theme,
                       sign: &'static str,
                       name: &'static str,
                       title: fn(&dyn crate::i18n::Messages) -> &'static str| {
        view! {
            <button
                type="button"
                data-theme-choice=name
                aria-pressed=move || (workspace.theme.get() == theme).to_string()
                aria-label=move || title(workspace.words())
                title=move || title(workspace.words())
                on:click=move |_| choose(theme)
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="segmented wide-only" role="group" aria-label=move || workspace.words().theme()>
            {option(Theme::Light, "☀", "light", |words| words.theme_light())}
            {option(Theme::Dark, "☾", "dark", |words| words.theme_dark())}
            {option(Theme::System, "A", "system", |words| words.theme_system())}
        </div>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <div class="segmented" role="group" aria-label=move || workspace.words().language()>
            {Language::ALL
                .into_iter()
                .map(|language| {
                    view! {
                        <button
                            type="button"
                            lang=language.tag()
                            data-language=language.tag()
                            aria-pressed=move || (workspace.language.get() == language).to_string()
                            on:click=move |_| {
                                workspace.language.set(language);
                                preferences::keep_language(language);
                            }
                        >
                            {language.tag().to_uppercase()}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}
