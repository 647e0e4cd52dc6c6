//! The form of a state: its head, its name, and its fields by group.

use super::called::Called;
use super::focus::focus_soon;
use super::form::Form;
use super::groups::groups;
use super::rows::Lines;
use crate::asl::{StateId, StateType};
use crate::edit::Command;
use crate::edit::commands::{ConvertType, DeleteStates, DuplicateStates, RenameState};
use crate::form::Part;
use crate::ui::actions::{Actions, focus_selected};
use crate::ui::controls::{Icon, icon, state_icon, type_class};
use crate::ui::platform::media::Width;
use crate::ui::state::{Panel, Tabs};
use leptos::ev;
use leptos::prelude::*;

/// The form of a state.
#[component]
pub(super) fn StateForm(id: StateId) -> impl IntoView {
    let form = expect_context::<Form>();
    let workspace = form.workspace;
    Called::provide(form);
    let state = move || workspace.document.with(|document| document.machine().get(id).cloned());
    let name = Memo::new(move |_| state().map(|state| state.name.to_string()).unwrap_or_default());
    let state_type = Memo::new(move |_| state().and_then(|state| state.state_type));
    view! {
        <div class=move || format!("form-head {}", type_class(state_type.get()))>
            <span class="state-icon">{move || state_icon(state_type.get())}</span>
            <div class="node-text">
                <h2>{name}</h2>
                <small>{move || state_type.get().map_or(workspace.words().unknown_type(), StateType::as_str)}</small>
            </div>
            <HeadActions id />
        </div>
        {move || match state_type.get() {
            Some(state_type) => {
                let lines = Lines::new(form, form.root(), Part::State(state_type));
                let before = move || {
                    view! {
                        <NameField id name />
                        <TypeField id state_type=Some(state_type) />
                    }
                    .into_any()
                };
                groups(lines, before)
            }
            // The checker says what is wrong; all fields are there as JSON.
            None => {
                let lines = Lines::new(form, form.root(), Part::Unknown);
                view! {
                    <NameField id name />
                    <TypeField id state_type=None />
                    {lines.general_problems()}
                    {lines.others()}
                }
                .into_any()
            }
        }}
    }
}

/// What can be done with the state as a whole.
#[component]
fn HeadActions(id: StateId) -> impl IntoView {
    let form = expect_context::<Form>();
    let workspace = form.workspace;
    let tabs = expect_context::<Tabs>();
    let show_json = move |_| {
        if let Some(span) = workspace.document.with_untracked(|document| document.state_span(id)) {
            if tabs.width.get_untracked() != Width::Wide {
                tabs.choose(Panel::Json);
            }
            workspace.show_text(span, true);
        }
    };
    let button = move |command: &'static str, sign: Icon, label: Signal<&'static str>, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="button is-quiet is-icon"
                data-command=command
                aria-label=move || label.get()
                title=move || label.get()
                on:click=move |_| act.run(())
            >
                {icon(sign)}
            </button>
        }
    };
    let actions = expect_context::<Actions>();
    // Neither a second click nor Enter may meet the button of the next state.
    let delete = move |()| {
        if workspace.apply(&DeleteStates { states: vec![id] }.into()) {
            workspace.select_all(Vec::new());
            actions.tabs_to_graph();
            focus_selected(actions);
        }
    };
    let apply = move |command: Command| {
        Callback::new(move |()| {
            workspace.apply(&command);
        })
    };
    view! {
        <div class="form-actions">
            {button(
                "show-json",
                Icon::Code,
                Signal::derive(move || workspace.words().show_in_json()),
                Callback::new(show_json),
            )}
            {button(
                "duplicate",
                Icon::Duplicate,
                Signal::derive(move || workspace.words().duplicate()),
                apply(Command::from(DuplicateStates { states: vec![id] })),
            )}
            {button(
                "delete",
                Icon::Delete,
                Signal::derive(move || workspace.words().delete_state()),
                Callback::new(delete),
            )}
        </div>
    }
}

/// The name of the state. It is not changed at each keystroke: half a name may be that of another state.
#[component]
fn NameField(id: StateId, name: Memo<String>) -> impl IntoView {
    let form = expect_context::<Form>();
    let workspace = form.workspace;
    let on_change = move |event| {
        let typed = event_target_value(&event);
        if typed != name.get_untracked() && !workspace.apply(&RenameState { state: id, name: typed }.into()) {
            // The field shows again what the state is called.
            workspace.show_document_again();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let is_undo = (event.ctrl_key() || event.meta_key()) && event.key().to_lowercase() == "z";
        if (event.key() == "Escape" || is_undo) && event_target_value(&event) != name.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            workspace.show_document_again();
        }
    };
    view! {
        <div class="entry">
            <label class="field-name" for="state-name">
                {move || workspace.words().name()}
            </label>
            <input
                id="state-name"
                class="input"
                autocomplete="off"
                prop:value=move || {
                    workspace.document.track();
                    name.get()
                }
                on:change=on_change
                on:keydown=on_key
            />
        </div>
    }
}

/// The type of the state. Fields that the new type does not have are lost, and that is said.
#[component]
fn TypeField(id: StateId, state_type: Option<StateType>) -> impl IntoView {
    let form = expect_context::<Form>();
    let workspace = form.workspace;
    let on_change = move |event| {
        let Some(state_type) = StateType::parse(&event_target_value(&event)) else { return };
        let command = Command::from(ConvertType { state: id, state_type });
        workspace.close_step();
        if workspace.apply(&command) {
            focus_soon("state-type".to_owned());
        } else {
            workspace.show_document_again();
        }
    };
    view! {
        <div class="entry">
            <label class="field-name" for="state-type">
                {move || workspace.words().state_type()}
            </label>
            <select
                class="input"
                id="state-type"
                prop:value=move || {
                    workspace.document.track();
                    state_type.map(StateType::as_str).unwrap_or_default()
                }
                on:change=on_change
            >
                {state_type.is_none().then(|| view! { <option value="" selected=true></option> })}
                {StateType::ALL
                    .map(|known| {
                        view! {
                            <option value=known.as_str() selected=state_type == Some(known)>
                                {known.as_str()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}
