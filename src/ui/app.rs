//! The page as a whole: its panels, its keys, and what is dropped or pasted on it.

use crate::action::Action;
use crate::import::{Detected, detect_read, unreadable};
use crate::ui::actions::{Actions, listen};
use crate::ui::canvas::{Canvas, CanvasBar, Viewing};
use crate::ui::code::JsonPanel;
use crate::ui::controls::TabList;
use crate::ui::panels::{
    Breadcrumbs, Commands, ConversionDialog, FindBar, Header, Inspector, Keys, Notices, Outline, ProblemWalk, Problems,
    RunPanel, Transport,
};
use crate::ui::platform::engine::Engine;
use crate::ui::platform::file;
use crate::ui::platform::focus::is_typing;
use crate::ui::platform::media::{self, Width};
use crate::ui::platform::preferences::Theme;
use crate::ui::state::{
    Clipboard, Conversion, NoticeKind, Panel, ProblemList, Run, Tabs, Workspace, check_on_change, keep_on_change,
    restore,
};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The application.
#[component]
pub fn App() -> impl IntoView {
    let workspace = Workspace::new();
    let tabs = Tabs::new(media::width());
    let engine = StoredValue::new_local(Engine::start(
        move || {
            let words = workspace.language.get_untracked().messages();
            workspace.notify(NoticeKind::Warning, words.engine_stopped(), false);
        },
        move |rule| {
            let words = workspace.language.get_untracked().messages();
            workspace.notify(NoticeKind::Warning, words.rule_failed(&rule), false);
            workspace.failed_rules.update(|failed| failed.push(rule));
        },
    ));
    let run = Run::new(workspace, engine);
    provide_context(workspace);
    provide_context(tabs);
    provide_context(run);
    let problems = ProblemList::new(workspace, tabs, engine);
    provide_context(problems);
    let clipboard = Clipboard::new(workspace);
    provide_context(clipboard);
    let conversion = Conversion::new(workspace, engine);
    provide_context(conversion);
    workspace.keep_group();
    let viewing = Viewing::new(workspace);
    let actions = Actions::new(workspace, tabs, run, problems, viewing, conversion, clipboard);
    provide_context(actions);
    check_on_change(workspace, engine);
    restore(workspace, move || keep_on_change(workspace));

    let prefers_dark = media::matches("(prefers-color-scheme: dark)");
    let is_dark = Memo::new(move |_| match workspace.theme.get() {
        Theme::System => prefers_dark.get(),
        Theme::Light => false,
        Theme::Dark => true,
    });
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            // Attributes of the page's own element can always be set.
            let _ = root.set_attribute("data-theme", if is_dark.get() { "dark" } else { "light" });
            let _ = root.set_attribute("lang", workspace.language.get().tag());
        }
    });
    listen(actions);
    let is_drop_target = listen_to_drops(workspace, clipboard);

    let layout_class = move || match tabs.width.get() {
        Width::Wide => "workspace is-wide",
        Width::Medium => "workspace is-medium",
        Width::Narrow => "workspace is-narrow",
    };
    let is_hidden = move |panel: Panel| !tabs.is_visible(panel);
    let tab_role = move |panel: Panel| {
        if Tabs::tabbed(tabs.width.get()).contains(&panel) { "tabpanel" } else { "region" }
    };
    let title = move |panel: Panel| panel.title(workspace.words());
    view! {
        <div class="app">
            {[(Panel::Graph, Action::ShowGraph), (Panel::Outline, Action::ShowOutline)]
                .map(|(panel, action)| {
                    let go = move |event: ev::MouseEvent| {
                        event.prevent_default();
                        actions.perform(action, false);
                    };
                    view! {
                        <a class="skip-link" href=format!("#panel-{}", panel.id()) on:click=go>
                            {move || workspace.words().action(action)}
                        </a>
                    }
                })
                .collect_view()}
            <Header />
            <main class=layout_class>
                <section
                    class="panel panel-code"
                    id="panel-json"
                    role=move || tab_role(Panel::Json)
                    aria-label=move || title(Panel::Json)
                    hidden=move || is_hidden(Panel::Json)
                >
                    <div class="panel-head">
                        <h2>{move || title(Panel::Json)}</h2>
                        <span class="file-name">{move || workspace.name.get()}</span>
                    </div>
                    <JsonPanel is_dark />
                </section>
                <section
                    class="panel panel-problems"
                    id="panel-problems"
                    role=move || tab_role(Panel::Problems)
                    aria-label=move || title(Panel::Problems)
                    hidden=move || is_hidden(Panel::Problems)
                >
                    <Problems />
                </section>
                <section
                    class="panel panel-graph"
                    id="panel-graph"
                    tabindex="-1"
                    role=move || tab_role(Panel::Graph)
                    aria-label=move || title(Panel::Graph)
                    hidden=move || is_hidden(Panel::Graph)
                >
                    <div
                        class="drop-zone"
                        class:is-drop-target=move || is_drop_target.get()
                        data-drop-text=move || workspace.words().drop_here()
                    >
                        <Canvas />
                        <div class="canvas-top">
                            <Breadcrumbs />
                            <CanvasBar />
                            <FindBar />
                        </div>
                    </div>
                    <Transport />
                </section>
                <div class="side">
                    <Show when=move || tabs.width.get() != Width::Narrow>
                        <TabList />
                    </Show>
                    <section
                        class="panel"
                        id="panel-inspector"
                        role=move || tab_role(Panel::Inspector)
                        aria-label=move || title(Panel::Inspector)
                        hidden=move || is_hidden(Panel::Inspector)
                    >
                        <Inspector />
                    </section>
                    <section
                        class="panel"
                        id="panel-outline"
                        role=move || tab_role(Panel::Outline)
                        aria-label=move || title(Panel::Outline)
                        hidden=move || is_hidden(Panel::Outline)
                    >
                        <Outline />
                    </section>
                    <section
                        class="panel"
                        id="panel-run"
                        role=move || tab_role(Panel::Run)
                        aria-label=move || title(Panel::Run)
                        hidden=move || is_hidden(Panel::Run)
                    >
                        <RunPanel />
                    </section>
                </div>
            </main>
            <Show when=move || tabs.width.get() == Width::Narrow>
                <nav class="bottom" aria-label=move || workspace.words().panels()>
                    <TabList class="bottom-tabs" />
                </nav>
            </Show>
            <ConversionDialog />
            <ProblemWalk />
            <Notices />
            <p class="visually-hidden" role="status" data-said="">
                {move || workspace.said.get()}
            </p>
            <Commands />
            <Keys />
        </div>
    }
}

/// Opens files that are dropped anywhere, and text that is pasted outside of a text field.
/// Gives whether something is being dragged over the page.
fn listen_to_drops(workspace: Workspace, clipboard: Clipboard) -> RwSignal<bool> {
    let is_target = RwSignal::new(false);
    let over = window_event_listener(ev::dragover, move |event| {
        event.prevent_default();
        is_target.set(true);
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        // Leaving the window has no element to go to.
        if event.related_target().is_none() {
            is_target.set(false);
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        is_target.set(false);
        let Some(data) = event.data_transfer() else { return };
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            open_file(workspace, file);
        } else if let Ok(text) = data.get_data("text/plain") {
            open_text(workspace, "machine.asl.json", text);
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        let text = text.filter(|text| !is_typing(&event) && !text.trim().is_empty());
        if let Some(text) = text.filter(|text| !clipboard.paste_text(text)) {
            open_text(workspace, "machine.asl.json", text);
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
        paste.remove();
    });
    is_target
}

/// Opens a file.
pub(in crate::ui) fn open_file(workspace: Workspace, chosen: web_sys::File) {
    spawn_local(async move {
        let words = workspace.language.get_untracked().messages();
        match file::read(&chosen).await {
            Some(text) => open_text(workspace, &chosen.name(), text),
            None => workspace.notify(NoticeKind::Warning, words.file_unreadable(), false),
        }
    });
}

/// Opens a text, whatever it is, and says what it seems to be when that is no definition.
/// What is not text, or nothing, leaves the open document as it is.
fn open_text(workspace: Workspace, name: &str, text: String) {
    let words = workspace.language.get_untracked().messages();
    if let Some(unreadable) = unreadable(&text) {
        let why = if unreadable == Detected::Empty { words.file_empty() } else { words.file_binary() };
        return workspace.notify(NoticeKind::Warning, why, false);
    }
    workspace.open(name.to_owned(), text, "{}".to_owned(), Default::default());
    // A large text is not read a second time for this.
    let detected = workspace.document.with_untracked(|document| detect_read(document.text(), document.tree()));
    let notice = match detected {
        Detected::OtherJson => Some(words.file_not_machine()),
        Detected::Template => Some(words.file_template()),
        Detected::History => Some(words.file_history()),
        Detected::Yaml => Some(words.file_yaml()),
        Detected::Definition | Detected::Binary | Detected::Empty => None,
    };
    match notice {
        Some(notice) => workspace.notify(NoticeKind::Warning, format!("{notice} {}", words.undo_to_go_back()), false),
        None => workspace.notify(NoticeKind::Information, format!("{}: {name}", words.opened()), false),
    }
}
