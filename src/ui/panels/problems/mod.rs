//! What is wrong, the worst first: found, explained, mended, switched off.

mod catalogue;
mod explanation;
mod row;
mod switched_off;
mod walk;

pub(in crate::ui) use walk::ProblemWalk;

use crate::ui::controls::{Icon, ProblemCounts, SEVERITIES, SearchField, icon, severity_title};
use crate::ui::state::{MAX_SHOWN, ProblemList, Workspace};
use catalogue::Catalogue;
use leptos::prelude::*;
use row::Row;
use switched_off::SwitchedOff;

/// The problems.
#[component]
pub(in crate::ui) fn Problems() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let list = expect_context::<ProblemList>();
    let catalogue_opened = RwSignal::new(0_u32);
    let n_problems = move || workspace.diagnostics.with(Vec::len);
    let status = move || {
        let words = workspace.words();
        match (n_problems(), workspace.is_checking.get()) {
            (0, true) => words.checking().to_owned(),
            (0, false) => words.no_problems().to_owned(),
            (n_problems, _) => words.n_problems(n_problems),
        }
    };
    let group = move |severity| {
        let rows = move || {
            let shown = list.shown.get().into_iter().enumerate().take(MAX_SHOWN);
            let own = shown.filter(|(_, item)| item.reported.diagnostic.severity == severity);
            own.map(|(index, item)| view! { <Row index item /> }).collect_view()
        };
        let count = move || {
            let is_own = |item: &&crate::ui::state::ProblemItem| item.reported.diagnostic.severity == severity;
            list.shown.with(|shown| shown.iter().filter(is_own).count())
        };
        view! {
            <Show when=move || count() != 0>
                <h3 class="problem-group">
                    {move || severity_title(severity, workspace.words())} " (" {count} ")"
                </h3>
                <ul data-severity=severity.as_str()>{rows}</ul>
            </Show>
        }
    };
    let n_safe = Memo::new(move |_| list.n_safe());
    view! {
        <div class="panel-head">
            <h2>{move || workspace.words().problems()}</h2>
            <span
                class="badge problem-status"
                role="status"
                data-problems=n_problems
                data-checking=move || workspace.is_checking.get().to_string()
            >
                {status}
            </span>
            <span class="problem-counts"><ProblemCounts /></span>
            <button
                type="button"
                class="button is-quiet is-icon"
                data-command="catalogue"
                title=move || workspace.words().all_rules()
                aria-label=move || workspace.words().all_rules()
                on:click=move |_| catalogue_opened.update(|opened| *opened += 1)
            >
                {icon(Icon::Book)}
            </button>
        </div>
        <div class="problem-tools">
            <SearchField id="problem-filter" label=|words| words.filter_problems() text=list.filter />
            <Show when=move || n_safe.get() != 0>
                <button type="button" class="button" data-command="fix-all" on:click=move |_| list.fix_all()>
                    {icon(Icon::Mend)}
                    {move || workspace.words().fix_all_safe()}
                    " (" {move || n_safe.get()} ")"
                </button>
            </Show>
        </div>
        <div class="problem-list">
            {SEVERITIES.into_iter().map(group).collect_view()}
            <Show when=move || MAX_SHOWN < list.shown.with(Vec::len)>
                <p class="empty">
                    {move || workspace.words().first_n_of(MAX_SHOWN, list.shown.with(Vec::len))}
                </p>
            </Show>
            <Show when=move || list.shown.with(Vec::is_empty) && n_problems() != 0>
                <p class="empty">{move || workspace.words().nothing_matches()}</p>
            </Show>
            <SwitchedOff />
        </div>
        <Catalogue opened=catalogue_opened />
    }
}
