//! The page as a whole: its panels, its keys, and what is dropped or pasted on it.

use crate::action::Action;
use crate::learn::EXAMPLES;
use crate::ui::actions::{Actions, listen};
use crate::ui::canvas::{Canvas, CanvasBar};
use crate::ui::code::JsonPanel;
use crate::ui::controls::TabList;
use crate::ui::panels::{
    Breadcrumbs, Catalogue, Commands, ConversionDialog, EngineFailure, FindBar, Followed, Header, Inspector, Keys,
    Notices, Outline, ProblemWalk, Problems, RunPanel, ShelfDialog, Transport,
};
use crate::ui::platform::focus::is_typing;
use crate::ui::platform::media::{self, Width};
use crate::ui::platform::preferences::Theme;
use crate::ui::state::{
    Clipboard, Conversion, Machines, Panel, ProblemList, Run, Tabs, Viewing, WorkerWatch, Workspace, check_on_change,
    example_project, keep_within_reach,
};
use leptos::ev;
use leptos::prelude::*;

/// The application.
#[component]
pub fn App() -> impl IntoView {
    let workspace = Workspace::new(example_project(&EXAMPLES[0]));
    let machines = Machines::new(workspace);
    let tabs = Tabs::new(media::width());
    keep_within_reach(machines);
    let worker = WorkerWatch::new(workspace);
    let engine = worker.engine;
    let run = Run::new(workspace, machines, worker);
    provide_context(workspace);
    provide_context(machines);
    provide_context(tabs);
    provide_context(run);
    provide_context(worker);
    let problems = ProblemList::new(workspace, tabs, engine);
    provide_context(problems);
    let clipboard = Clipboard::new(workspace);
    provide_context(clipboard);
    let conversion = Conversion::new(workspace, engine);
    provide_context(conversion);
    workspace.keep_group();
    let viewing = Viewing::new(workspace);
    let actions = Actions::new(machines, tabs, run, problems, viewing, conversion, clipboard);
    provide_context(actions);
    check_on_change(workspace, worker);
    machines.begin();

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
    let is_drop_target = listen_to_drops(machines, clipboard);

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
            <Followed />
            <EngineFailure />
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
                        <span class="file-name">{move || machines.file_name()}</span>
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
            <ShelfDialog />
            <ProblemWalk />
            <Notices />
            <p class="visually-hidden" role="status" data-said="">
                {move || workspace.said.get()}
            </p>
            <Commands />
            <Keys />
            <Catalogue />
        </div>
    }
}

/// Opens files that are dropped anywhere, and text that is pasted outside of a text field.
/// Gives whether something is being dragged over the page.
fn listen_to_drops(machines: Machines, clipboard: Clipboard) -> RwSignal<bool> {
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
        let files = data.files().into_iter().flat_map(|files| (0..files.length()).filter_map(move |n| files.get(n)));
        let files: Vec<web_sys::File> = files.collect();
        if let Ok(text) = data.get_data("text/plain")
            && files.is_empty()
        {
            machines.open_text("", text);
        }
        files.into_iter().for_each(|file| machines.drop_file(file));
    });
    let paste = window_event_listener(ev::paste, move |event| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        let text = text.filter(|text| !is_typing(&event) && !text.trim().is_empty());
        if let Some(text) = text.filter(|text| !clipboard.paste_text(text)) {
            machines.open_text("", text);
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
