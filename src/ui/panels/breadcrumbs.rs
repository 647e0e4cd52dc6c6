//! The way to a state inside frames: each part of it can be selected.

use crate::asl::{Machine, ScopeId, ScopeRole, StateId};
use crate::graph::{OutlineItem, around};
use crate::ui::actions::Actions;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// One part of the way: its text, and the state that it selects; none for the machine.
#[derive(Clone, PartialEq)]
struct Part {
    text: String,
    selects: Option<StateId>,
    is_last: bool,
}

/// The way to the selected state. It is there only for a state that lies inside another.
#[component]
pub(in crate::ui) fn Breadcrumbs() -> impl IntoView {
    let actions = expect_context::<Actions>();
    let workspace = actions.workspace;
    let parts = Memo::new(move |_| {
        let words = workspace.words();
        let Some(selected) = workspace.selected() else { return Vec::new() };
        workspace.document.with(|document| {
            let machine = document.machine();
            let path = around(machine, selected);
            if path.is_empty() {
                return Vec::new();
            }
            let part = |item: OutlineItem| match item {
                OutlineItem::State(state) => (machine.state(state).name.to_string(), Some(state)),
                OutlineItem::Branch(scope) => (words.branch(number(machine, scope)), first_of(machine, scope)),
            };
            let whole = path.into_iter().chain([OutlineItem::State(selected)]).map(part);
            let mut parts: Vec<Part> = std::iter::once((words.machine().to_owned(), None))
                .chain(whole)
                .map(|(text, selects)| Part { text, selects, is_last: false })
                .collect();
            if let Some(last) = parts.last_mut() {
                last.is_last = true;
            }
            parts
        })
    });
    let select = move |state: Option<StateId>| match state {
        Some(state) => workspace.go_to(state),
        None => workspace.selection.set(None),
    };
    let item = move |part: Part| {
        let Part { text, selects, is_last } = part;
        let title = text.clone();
        view! {
            <li>
                <button
                    type="button"
                    title=title
                    aria-current=is_last.then_some("true")
                    on:click=move |_| select(selects)
                >
                    {text}
                </button>
            </li>
        }
    };
    view! {
        {move || {
            actions
                .machines
                .caller_name()
                .map(|name| {
                    let title = workspace.words().back_to(&name);
                    view! {
                        <button
                            type="button"
                            class="button back-to-machine"
                            data-back-to-machine=""
                            title=title
                            on:click=move |_| actions.machines.go_to_caller()
                        >
                            {icon(Icon::Back)}
                            <span>{name}</span>
                        </button>
                    }
                })
        }}
        <Show when=move || parts.with(|parts| !parts.is_empty())>
            <nav class="breadcrumbs" aria-label=move || workspace.words().way_to_state()>
                <ol>{move || parts.get().into_iter().map(item).collect_view()}</ol>
            </nav>
        </Show>
    }
}

/// The number of a branch, from 1.
pub(in crate::ui) fn number(machine: &Machine, scope: ScopeId) -> usize {
    match machine.scope(scope).role {
        ScopeRole::Branch(index) => index + 1,
        ScopeRole::Machine | ScopeRole::ItemProcessor => 1,
    }
}

/// The first state of a scope.
pub(in crate::ui) fn first_of(machine: &Machine, scope: ScopeId) -> Option<StateId> {
    let scope = machine.scope(scope);
    scope.start_at.as_ref().and_then(|target| target.state).or_else(|| scope.states.first().copied())
}
