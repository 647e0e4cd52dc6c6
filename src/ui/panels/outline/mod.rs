//! The outline: the machine as a tree of states in the order of the flow, each with what it leads to in words. It says all
//! that the graph shows, to those who do not see the graph too.

mod lines;

use crate::asl::StateId;
use crate::graph::{OutlineItem, around, outline};
use crate::interact::{TreeKey, TreeLine, TreeMove, tree_move, type_ahead};
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, SEVERITIES, icon, severity_class, severity_icon, state_icon, type_class};
use crate::ui::state::{Panel, Workspace};
use leptos::ev;
use leptos::prelude::*;
use lines::{Line, LineKey, ShownRow, key_of, line, shown};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The height of a line, in pixels; `style/outline.css` says the same.
const LINE_HEIGHT: f64 = 32.0;

/// How many lines are mounted above and below what is seen.
const SPARE: usize = 8;

/// How long letters that are typed one after the other belong together, in milliseconds.
const TYPING_TIME: f64 = 700.0;

/// The outline.
#[component]
pub(in crate::ui) fn Outline() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let scroller = NodeRef::<leptos::html::Div>::new();
    let closed = RwSignal::new(BTreeSet::<LineKey>::new());
    let active = RwSignal::new(None::<LineKey>);
    let scrolled = RwSignal::new(0.0_f64);
    let is_visible = Memo::new(move |_| actions.tabs.is_visible(Panel::Outline));
    let rows = Memo::new(move |_| {
        let is_visible = is_visible.get();
        workspace.document.with(|document| {
            let rows = if is_visible { outline(document.machine()) } else { Vec::new() };
            closed.with(|closed| Arc::new(shown(document, &rows, closed)))
        })
    });
    let index = Memo::new(move |_| {
        let active = active.get();
        rows.with(|rows| rows.iter().position(|row| Some(&row.key) == active.as_ref())).unwrap_or(0)
    });
    // What is selected elsewhere is reached here: unfolded and scrolled to.
    Effect::new(move |_| {
        if let Some(state) = workspace.selected().filter(|_| is_visible.get()) {
            let document = workspace.document.get_untracked();
            open_around(closed, &document, state);
            active.set(Some(key_of(&document, OutlineItem::State(state))));
        }
    });
    Effect::new(move |_| {
        let (index, n_rows) = (index.get(), rows.with(|rows| rows.len()));
        let Some(scroller) = scroller.get().filter(|_| n_rows > 0) else { return };
        let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        let line_top = index as f64 * LINE_HEIGHT;
        if line_top < top || line_top + LINE_HEIGHT > top + height {
            scroller.set_scroll_top((line_top - (height - LINE_HEIGHT) / 2.0).max(0.0) as i32);
        }
    });
    let problems = Memo::new(move |_| problems(workspace));
    let mounted = Memo::new(move |_| {
        let (rows, words) = (rows.get(), workspace.words());
        let window_height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1000.0);
        let first = ((scrolled.get() / LINE_HEIGHT) as usize).saturating_sub(SPARE);
        let last = first + (window_height / LINE_HEIGHT) as usize + 2 * SPARE;
        let is_near = |at: &usize| (first..last).contains(at) || *at == index.get();
        workspace.document.with(|document| {
            problems.with(|problems| {
                let near = rows.iter().enumerate().filter(|(at, _)| is_near(at));
                near.map(|(at, row)| line(document, words, problems, at, row)).collect::<Vec<_>>()
            })
        })
    });
    let reach = move |row: &ShownRow| {
        active.set(Some(row.key.clone()));
        match row.row.item {
            OutlineItem::State(state) => workspace.go_to(state),
            OutlineItem::Branch(_) => workspace.selection.set(None),
        }
    };
    let toggle = move |key: LineKey| {
        closed.update(|closed| {
            if !closed.remove(&key) {
                closed.insert(key);
            }
        });
    };
    let typed = StoredValue::new((String::new(), 0.0_f64));
    let on_key = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (rows, at, key) = (rows.get_untracked(), index.get_untracked(), event.key());
        let is_letter = key.chars().count() == 1 && key.chars().all(char::is_alphanumeric);
        if let Some(key) = TreeKey::parse(&key) {
            let lines: Vec<TreeLine> =
                rows.iter().map(|row| TreeLine { level: row.row.level, is_open: row.is_open }).collect();
            match tree_move(&lines, at, key) {
                TreeMove::Go(to) => reach(&rows[to]),
                TreeMove::Fold | TreeMove::Unfold => toggle(rows[at].key.clone()),
                TreeMove::Stay => {}
            }
        } else if is_letter {
            let now = event.time_stamp();
            typed.update_value(|(text, since)| {
                if now - *since > TYPING_TIME {
                    text.clear();
                }
                text.push_str(&key);
                *since = now;
            });
            let text = typed.with_value(|(text, _)| text.clone());
            if let Some(to) = type_ahead(|index| &rows[index].key.0, rows.len(), at, &text) {
                reach(&rows[to]);
            }
        } else if key == " " {
            if let Some(row) = rows.get(at) {
                reach(row);
            }
        } else {
            return;
        }
        event.prevent_default();
    };
    let n_rows = move || rows.with(|rows| rows.len());
    view! {
        <div
            class="outline"
            node_ref=scroller
            on:scroll=move |_| {
                if let Some(scroller) = scroller.get_untracked() {
                    scrolled.set(f64::from(scroller.scroll_top()));
                }
            }
        >
            <Show
                when=move || n_rows() != 0
                fallback=move || view! { <p class="empty">{move || workspace.words().outline_empty()}</p> }
            >
                <div
                    class="outline-tree"
                    id="outline-tree"
                    role="tree"
                    tabindex="0"
                    aria-label=move || workspace.words().outline()
                    aria-activedescendant=move || line_id(index.get())
                    style:height=move || format!("{}px", n_rows() as f64 * LINE_HEIGHT)
                    on:keydown=on_key
                >
                    <For each=move || mounted.get() key=Line::clone let:line>
                        <LineView
                            line
                            index
                            on_reach=Callback::new(move |row: ShownRow| reach(&row))
                            on_toggle=Callback::new(toggle)
                        />
                    </For>
                </div>
            </Show>
        </div>
    }
}

/// The id of a line in the page.
fn line_id(index: usize) -> String {
    format!("outline-{index}")
}

/// Unfolds what lies around a state.
fn open_around(closed: RwSignal<BTreeSet<LineKey>>, document: &crate::asl::Document, state: StateId) {
    let keys: Vec<LineKey> = around(document.machine(), state).into_iter().map(|item| key_of(document, item)).collect();
    if closed.with_untracked(|closed| keys.iter().any(|key| closed.contains(key))) {
        closed.update(|closed| closed.retain(|key| !keys.contains(key)));
    }
}

/// How many errors, warnings and hints each state has.
fn problems(workspace: Workspace) -> BTreeMap<StateId, [usize; 3]> {
    let mut counts = BTreeMap::<StateId, [usize; 3]>::new();
    workspace.diagnostics.with(|diagnostics| {
        for diagnostic in diagnostics.iter().map(|reported| &reported.diagnostic) {
            if let Some(state) = diagnostic.state {
                counts.entry(state).or_default()[diagnostic.severity as usize] += 1;
            }
        }
    });
    counts
}

#[component]
fn LineView(
    line: Line,
    index: Memo<usize>,
    on_reach: Callback<ShownRow>,
    on_toggle: Callback<LineKey>,
) -> impl IntoView {
    let workspace = expect_context::<Actions>().workspace;
    let Line { index: at, shown, name, state_type, detail, ways, problems } = line;
    let has_problems = problems != [0; 3];
    let row = shown.row;
    let is_state = matches!(row.item, OutlineItem::State(_));
    let is_selected = Memo::new(move |_| match row.item {
        OutlineItem::State(state) => workspace.selected() == Some(state),
        OutlineItem::Branch(_) => false,
    });
    let is_active = move || index.get() == at;
    let key = shown.key.clone();
    let fold = shown.is_open.map(|is_open| {
        view! {
            <span
                class="outline-fold"
                class:is-open=is_open
                aria-hidden="true"
                on:click=move |event| {
                    event.stop_propagation();
                    on_toggle.run(key.clone());
                }
            >
                {icon(Icon::ChevronRight)}
            </span>
        }
    });
    let badges = SEVERITIES.into_iter().zip(problems).filter(|(_, count)| *count != 0).map(|(severity, count)| {
        let class = format!("node-badge is-problem {}", severity_class(severity));
        view! { <span class=class>{icon(severity_icon(severity))} {count}</span> }
    });
    let badges = badges.collect_view();
    let (position, set_size) = (row.position.to_string(), row.set_size.to_string());
    let (line_name, title) = (name.clone(), ways.clone());
    let expanded = shown.is_open.map(|is_open| is_open.to_string());
    view! {
        <div
            class=format!("outline-line {}", if is_state { type_class(state_type) } else { "is-branch" })
            class:is-active=is_active
            role="treeitem"
            id=line_id(at)
            data-line=line_name
            aria-posinset=position
            aria-setsize=set_size
            aria-expanded=expanded
            aria-selected=move || is_selected.get().to_string()
            title=title
            style:transform=format!("translateY({}px)", at as f64 * LINE_HEIGHT)
            style:padding-left=format!("{}px", 8.0 + (row.level - 1) as f64 * 16.0)
            on:click=move |_| on_reach.run(shown.clone())
            {..leptos::attr::custom::custom_attribute("aria-level", row.level.to_string())}
        >
            <span class="outline-room">{fold}</span>
            {is_state.then(|| view! { <span class="state-icon">{state_icon(state_type)}</span> })}
            <span class="outline-name">{name}</span>
            {is_state.then(|| view! { <span class="visually-hidden">", " {detail} ". "</span> })}
            <span class="outline-ways">{ways}</span>
            <span class="outline-badges" aria-hidden="true">
                {badges}
            </span>
            {has_problems
                .then(|| view! { <span class="visually-hidden">"; " {move || workspace.words().has_problems()}</span> })}
        </div>
    }
}
