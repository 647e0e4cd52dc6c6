//! The page as a whole: its panels.

use crate::action::Action;
use crate::learn::EXAMPLES;
use crate::ui::actions::Actions;
use crate::ui::canvas::Canvas;
use crate::ui::panels::{Header, PartFailure};
use crate::ui::platform::media::{self, Width};
use crate::ui::platform::preferences::Theme;
use crate::ui::rest::Parts;
use crate::ui::state::{
    Clipboard, Conversion, Machines, Panel, ProblemList, Run, Tabs, Viewing, WorkerWatch, Workspace, example_project,
    keep_within_reach,
};
use leptos::ev;
use leptos::prelude::*;

/// The application.
#[component]
pub fn App() -> impl IntoView {
    let parts = Parts::new();
    provide_context(parts);
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
    let viewing = Viewing::new(workspace);
    let actions = Actions::new(machines, tabs, run, problems, viewing, conversion, clipboard);
    provide_context(actions);

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
            <PartFailure />
            {parts.view(|rest| (rest.bars)())}
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
                    {parts.view(move |rest| (rest.json)(is_dark))}
                </section>
                <section
                    class="panel panel-problems"
                    id="panel-problems"
                    role=move || tab_role(Panel::Problems)
                    aria-label=move || title(Panel::Problems)
                    hidden=move || is_hidden(Panel::Problems)
                >
                    {parts.view(|rest| (rest.problems)())}
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
                        class:is-drop-target=move || parts.is_drop_target.get()
                        data-drop-text=move || workspace.words().drop_here()
                    >
                        <Canvas />
                        <div class="canvas-top">
                            {parts.view(|rest| (rest.canvas_top)())}
                        </div>
                    </div>
                    {parts.view(|rest| (rest.transport)())}
                </section>
                <div class="side">
                    <Show when=move || tabs.width.get() != Width::Narrow>
                        {parts.view(|rest| (rest.tabs)(""))}
                    </Show>
                    <section
                        class="panel"
                        id="panel-inspector"
                        role=move || tab_role(Panel::Inspector)
                        aria-label=move || title(Panel::Inspector)
                        hidden=move || is_hidden(Panel::Inspector)
                    >
                        {parts.view(|rest| (rest.inspector)())}
                    </section>
                    <section
                        class="panel"
                        id="panel-outline"
                        role=move || tab_role(Panel::Outline)
                        aria-label=move || title(Panel::Outline)
                        hidden=move || is_hidden(Panel::Outline)
                    >
                        {parts.view(|rest| (rest.outline)())}
                    </section>
                    <section
                        class="panel"
                        id="panel-run"
                        role=move || tab_role(Panel::Run)
                        aria-label=move || title(Panel::Run)
                        hidden=move || is_hidden(Panel::Run)
                    >
                        {parts.view(|rest| (rest.run)())}
                    </section>
                </div>
            </main>
            <Show when=move || tabs.width.get() == Width::Narrow>
                <nav class="bottom" aria-label=move || workspace.words().panels()>
                    {parts.view(|rest| (rest.tabs)("bottom-tabs"))}
                </nav>
            </Show>
            <p class="visually-hidden" role="status" data-said="">
                {move || workspace.said.get()}
            </p>
            {parts.view(|rest| (rest.dialogs)())}
        </div>
    }
}
