//! Choosing the type of a state that is being added.

use crate::asl::{EdgeRef, ScopeId, StateType};
use crate::diagram::NodeKind;
use crate::edit::{Command, allow};
use crate::i18n::Messages;
use crate::layout::Point;
use crate::ui::controls::{state_icon, type_class};
use crate::ui::state::{Panel, Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Where a state is being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Addition {
    /// On an edge.
    OnEdge(EdgeRef),
    /// Into a scope that has no state.
    First(ScopeId),
}

fn about(state_type: StateType, words: &dyn Messages) -> &'static str {
    match state_type {
        StateType::Task => words.task_about(),
        StateType::Choice => words.choice_about(),
        StateType::Parallel => words.parallel_about(),
        StateType::Map => words.map_about(),
        StateType::Pass => words.pass_about(),
        StateType::Wait => words.wait_about(),
        StateType::Succeed => words.succeed_about(),
        StateType::Fail => words.fail_about(),
    }
}

/// The list of types that may stand at a place. Arrow keys move, Escape closes.
#[component]
pub(super) fn TypePicker(
    /// The place.
    addition: RwSignal<Option<Addition>>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let list = NodeRef::<leptos::html::Div>::new();
    let place = move || {
        workspace.diagram.with(|diagram| match addition.get() {
            Some(Addition::OnEdge(edge)) => {
                diagram.edges.iter().find(|found| found.edge == Some(edge)).map(|edge| edge.middle)
            }
            Some(Addition::First(scope)) => diagram
                .nodes
                .iter()
                .find(|node| node.kind == NodeKind::Empty(scope))
                .map(|node| Point { x: node.rect.x + node.rect.width / 2.0, y: node.rect.y + node.rect.height }),
            None => None,
        })
    };
    let allowed = move || {
        workspace.document.with(|document| {
            StateType::ALL
                .into_iter()
                .filter(|state_type| match addition.get() {
                    Some(Addition::OnEdge(edge)) => allow::insert(document.machine(), edge, *state_type),
                    Some(Addition::First(_)) => true,
                    None => false,
                })
                .collect::<Vec<_>>()
        })
    };
    let add = move |state_type: StateType| {
        let command = match addition.get_untracked() {
            Some(Addition::OnEdge(edge)) => Command::InsertState { edge, state_type },
            Some(Addition::First(scope)) => Command::AddFirstState { scope, state_type },
            None => return,
        };
        addition.set(None);
        if workspace.apply(&command) {
            tabs.choose(Panel::Inspector);
        }
    };
    Effect::new(move |_| {
        let is_open = addition.get().is_some();
        if let Some(list) = list.get().filter(|_| is_open) {
            focus(&list, 0);
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        match event.key().as_str() {
            "Escape" => addition.set(None),
            "ArrowDown" => focus(&list, 1),
            "ArrowUp" => focus(&list, -1),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <Show when=move || place().is_some()>
            <div
                class="type-picker"
                role="group"
                aria-label=move || workspace.words().which_type()
                node_ref=list
                style:left=move || format!("{}px", place().map_or(0.0, |place| place.x + 18.0))
                style:top=move || format!("{}px", place().map_or(0.0, |place| place.y - 12.0))
                on:keydown=on_key
                on:pointerdown=|event| event.stop_propagation()
                on:wheel=|event| event.stop_propagation()
            >
                <h3>{move || workspace.words().which_type()}</h3>
                {move || {
                    allowed()
                        .into_iter()
                        .map(|state_type| {
                            view! {
                                <button
                                    type="button"
                                    class=format!("menu-item {}", type_class(Some(state_type)))
                                    data-type=state_type.as_str()
                                    on:click=move |_| add(state_type)
                                >
                                    <span class="state-icon">{state_icon(Some(state_type))}</span>
                                    <span>
                                        {state_type.as_str()}
                                        <small>{move || about(state_type, workspace.words())}</small>
                                    </span>
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </div>
        </Show>
    }
}

/// Moves the focus within the list by so many buttons; by none to the first.
fn focus(list: &web_sys::HtmlElement, by: i32) {
    let Ok(buttons) = list.query_selector_all("button") else { return };
    let count = buttons.length() as i32;
    let active = document().active_element();
    let at = (0..count).find(|index| {
        buttons
            .item(*index as u32)
            .is_some_and(|button| active.as_ref().is_some_and(|active| button.is_same_node(Some(active))))
    });
    let next = at.map_or(0, |at| (at + by).rem_euclid(count.max(1)));
    let button = buttons.item(next as u32).and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(button) = button {
        let _ = button.focus();
    }
}
