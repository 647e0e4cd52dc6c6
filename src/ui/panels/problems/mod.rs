//! What is wrong, the worst first: found, explained, mended, switched off.

mod catalogue;
mod explanation;
mod row;
mod switched_off;
mod walk;

pub(in crate::ui) use catalogue::Catalogue;
pub(in crate::ui) use walk::ProblemWalk;

use super::run::ExampleInput;
use crate::ui::controls::{Icon, ProblemCounts, SEVERITIES, SearchField, icon, severity_title};
use crate::ui::platform::painting::after_paint;
use crate::ui::state::{MAX_SHOWN, ProblemList, Workspace};
use leptos::prelude::*;
use row::Row;
use switched_off::SwitchedOff;

/// How many rows are mounted at once; more come when the list is scrolled near its end.
const SLICE: usize = 20;

/// The problems.
#[component]
pub(in crate::ui) fn Problems() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let list = expect_context::<ProblemList>();
    let list_view = NodeRef::<leptos::html::Div>::new();
    let n_grown = RwSignal::new(SLICE);
    let n_mounted = Memo::new(move |_| {
        let reached = list.current.get().map_or(0, |current| current + 1);
        n_grown.get().max(reached).min(MAX_SHOWN)
    });
    let grow = move || {
        let is_near_end = list_view.try_get_untracked().flatten().is_some_and(|view| {
            let height = view.client_height();
            height > 0 && view.scroll_top() + 2 * height > view.scroll_height()
        });
        if is_near_end && n_mounted.get_untracked() < list.shown.with_untracked(Vec::len).min(MAX_SHOWN) {
            n_grown.set(n_mounted.get_untracked() + SLICE);
        }
    };
    // As many rows as there is room for, and some to scroll to.
    Effect::new(move |_| {
        n_mounted.track();
        list.shown.track();
        if list.is_visible() {
            after_paint(grow);
        }
    });
    Effect::new(move |_| {
        workspace.opened.track();
        n_grown.set(SLICE);
    });
    let n_problems = move || workspace.diagnostics.with(Vec::len);
    let status = move || {
        let words = workspace.words();
        if workspace.is_unchecked.get() {
            return words.not_checked().to_owned();
        }
        match (n_problems(), workspace.is_checking.get()) {
            (0, true) => words.checking().to_owned(),
            (0, false) => words.no_problems().to_owned(),
            (n_problems, _) => words.n_problems(n_problems),
        }
    };
    let group = move |severity| {
        let rows = move || {
            let n_mounted = n_mounted.get();
            list.shown.with(|shown| {
                let near = shown.iter().enumerate().take(n_mounted);
                let own = near.filter(|(_, item)| item.reported.diagnostic.severity == severity);
                own.map(|(index, item)| (index, item.clone())).collect::<Vec<_>>()
            })
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
                <ul data-severity=severity.as_str()>
                    // A row stays as long as it says the same: its place and its fixes follow the text.
                    <For each=rows key=|(index, item)| (*index, item.key(), item.fixes.is_empty()) let:row>
                        <Row index=row.0 item=row.1 />
                    </For>
                </ul>
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
                data-unchecked=move || workspace.is_unchecked.get().to_string()
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
                on:click=move |_| list.catalogue_opened.update(|opened| *opened += 1)
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
        <div class="problem-list" node_ref=list_view on:scroll=move |_| grow()>
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
            <ExampleInput />
        </div>
    }
}
