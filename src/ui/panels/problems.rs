//! What is wrong, in the order of the text. A click shows the state and the line.

use crate::check::{Diagnostic, Severity};
use crate::engine::Reported;
use crate::ui::controls::{Icon, icon};
use crate::ui::platform::media::Width;
use crate::ui::state::{Panel, Tabs, Workspace};
use leptos::prelude::*;

/// How many problems are listed at once.
const MAX_SHOWN: usize = 200;

/// The problems.
#[component]
pub(in crate::ui) fn Problems() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let go = move |diagnostic: &Diagnostic| {
        let name = diagnostic.state.and_then(|id| {
            workspace.document.with_untracked(|document| document.machine().get(id).map(|state| state.name.to_string()))
        });
        if name.is_some() {
            workspace.selection.set(name);
        }
        if tabs.width.get_untracked() != Width::Wide {
            tabs.choose(Panel::Json);
        }
        workspace.show_text(diagnostic.span, true);
    };
    let row = move |reported: Reported| {
        let said = reported.words(workspace.language.get()).clone();
        let diagnostic = reported.diagnostic;
        let (class, sign, severity) = match diagnostic.severity {
            Severity::Error => ("problem is-error", Icon::Error, workspace.words().severity_error()),
            Severity::Warning => ("problem is-warning", Icon::Warning, workspace.words().severity_warning()),
            Severity::Hint => ("problem is-hint", Icon::Hint, workspace.words().severity_hint()),
        };
        let words = workspace.words();
        let place = workspace.document.with_untracked(|document| document.position(diagnostic.span.start));
        let place = words.line_column(place.line, place.column);
        let rule = diagnostic.rule.clone();
        view! {
            <li>
                <button type="button" class=class data-rule=rule on:click=move |_| go(&diagnostic)>
                    {icon(sign)}
                    <span class="problem-message">
                        <span class="visually-hidden">{severity} ": "</span>
                        {said.message}
                    </span>
                    <span class="problem-hint">{said.advice}</span>
                    <span class="problem-place">{place}</span>
                </button>
            </li>
        }
    };
    let status = move || {
        let words = workspace.words();
        let n_problems = workspace.diagnostics.with(Vec::len);
        match (n_problems, workspace.is_checking.get()) {
            (0, true) => words.checking().to_owned(),
            (0, false) => words.no_problems().to_owned(),
            (n_problems, _) => words.n_problems(n_problems),
        }
    };
    view! {
        <div class="panel-head">
            <h2>{move || workspace.words().problems()}</h2>
            <span
                class="badge"
                class:is-error=move || workspace.diagnostics.with(|diagnostics| !diagnostics.is_empty())
                role="status"
                data-problems=move || workspace.diagnostics.with(Vec::len)
                data-checking=move || workspace.is_checking.get().to_string()
            >
                {status}
            </span>
        </div>
        <ul class="problem-list">
            {move || {
                let diagnostics = workspace.diagnostics.get();
                diagnostics.into_iter().take(MAX_SHOWN).map(row).collect_view()
            }}
            <Show when=move || MAX_SHOWN < workspace.diagnostics.with(Vec::len)>
                <li class="empty">
                    {move || workspace.words().first_n_of(MAX_SHOWN, workspace.diagnostics.with(Vec::len))}
                </li>
            </Show>
        </ul>
    }
}
