//! The fields of the selected state, or of the machine.

use super::field::{FieldRow, FieldSource};
use crate::asl::field::{self, Field, Group};
use crate::asl::{EdgeRef, QueryLanguage, StateId, StateType, TransitionKind};
use crate::edit::{Command, FieldValue};
use crate::i18n::Messages;
use crate::text::Pointer;
use crate::ui::controls::{Icon, icon, state_icon, type_class};
use crate::ui::platform::media::Width;
use crate::ui::state::{Panel, Tabs, Workspace};
use leptos::prelude::*;
use serde_json::json;

/// Fields that are edited elsewhere: in the graph, or above.
const ELSEWHERE: [&str; 8] = ["Type", "Branches", "ItemProcessor", "Iterator", "States", "StartAt", "Next", "End"];

fn group_title(group: Group, words: &dyn Messages) -> &'static str {
    match group {
        Group::Configuration => words.group_configuration(),
        Group::Arguments => words.group_arguments(),
        Group::Input => words.group_input(),
        Group::Output => words.group_output(),
        Group::Variables => words.group_variables(),
        Group::ErrorHandling => words.group_error_handling(),
    }
}

/// The inspector.
#[component]
pub(in crate::ui) fn Inspector() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // The form is made anew for another state, not for each change of this one: a field keeps its cursor.
    let subject = Memo::new(move |_| workspace.selected());
    view! {
        <div class="panel-body">
            {move || match subject.get() {
                Some(id) => view! { <StateForm id /> }.into_any(),
                None => view! { <MachineForm /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn MachineForm() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <p class="note">{move || workspace.words().nothing_selected_hint()}</p>
        <div class="state-head">
            <h2>{move || workspace.words().machine()}</h2>
        </div>
        <Fields object=Signal::derive(Pointer::root) fields=Signal::derive(|| field::MACHINE.to_vec()) />
        <p class="small-print">{move || workspace.words().not_affiliated()}</p>
    }
}

#[component]
fn StateForm(id: StateId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let state = move || workspace.document.with(|document| document.machine().get(id).cloned());
    let name = Memo::new(move |_| state().map(|state| state.name.to_string()).unwrap_or_default());
    let state_type = Memo::new(move |_| state().and_then(|state| state.state_type));
    let language = Memo::new(move |_| state().map(|state| state.query_language).unwrap_or_default());
    let object = Memo::new(move |_| {
        workspace.document.with(|document| state().map(|state| document.tree().pointer(state.node)).unwrap_or_default())
    });
    let fields = Signal::derive(move || {
        let language = language.get();
        let known = state_type.get().map(field::of_state).unwrap_or_default();
        let fits = |field: &&Field| field.language.is_none_or(|own: QueryLanguage| own == language);
        known.iter().filter(fits).copied().collect::<Vec<_>>()
    });
    let on_rename = move |event| {
        let name = event_target_value(&event);
        let is_same = state().is_some_and(|state| *state.name == name);
        if !is_same && !workspace.apply(&Command::RenameState { state: id, name }) {
            // The field shows again what the state is called.
            workspace.document.notify();
        }
    };
    let show_json = move |_| {
        if let Some(state) = state() {
            let end = workspace.document.with_untracked(|document| document.tree().span(state.node).end);
            if tabs.width.get_untracked() != Width::Wide {
                tabs.choose(Panel::Json);
            }
            workspace.show_text(crate::text::Span::new(state.name_span.start, end), true);
        }
    };
    view! {
        <div class=move || format!("state-head {}", type_class(state_type.get()))>
            <span class="state-icon">{move || state_icon(state_type.get())}</span>
            <div class="node-text">
                <h2>{name}</h2>
                <small>{move || state_type.get().map_or(workspace.words().unknown_type(), StateType::as_str)}</small>
            </div>
        </div>
        <div class="group">
            <label class="field">
                <span class="field-label">{move || workspace.words().name()}</span>
                <input
                    id="state-name"
                    class="input"
                    prop:value=move || {
                        workspace.document.track();
                        name.get()
                    }
                    on:change=on_rename
                />
            </label>
            <Show when=move || state_type.get().is_some_and(StateType::has_next)>
                <NextField id />
            </Show>
        </div>
        <Fields object=Signal::derive(move || object.get()) fields />
        <div class="group">
            <button type="button" class="button" on:click=show_json>
                {icon(Icon::Code)}
                {move || workspace.words().show_in_json()}
            </button>
            <button type="button" class="button" data-command="duplicate" on:click=move |_| {
                workspace.apply(&Command::DuplicateState(id));
            }>
                {icon(Icon::Duplicate)}
                {move || workspace.words().duplicate()}
            </button>
            <button type="button" class="button is-danger" data-command="delete" on:click=move |_| {
                workspace.apply(&Command::DeleteState(id));
            }>
                {icon(Icon::Delete)}
                {move || workspace.words().delete_state()}
            </button>
        </div>
    }
}

/// Where the state leads: a state of its scope, or the end.
#[component]
fn NextField(id: StateId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // A list of a thousand names is made anew when one of them changes, not with every keystroke.
    let choices = Memo::new(move |_| {
        workspace.document.with(|document| {
            let machine = document.machine();
            let Some(state) = machine.get(id) else { return (Vec::new(), None) };
            let names: Vec<(StateId, String)> =
                machine.scope(state.scope).states.iter().map(|id| (*id, machine.state(*id).name.to_string())).collect();
            let next = state.transitions.iter().find(|transition| transition.kind == TransitionKind::Next);
            (names, next.map(|transition| transition.target.name.to_string()))
        })
    });
    let on_change = move |event| {
        let chosen = event_target_value(&event);
        let target = choices.get_untracked().0.into_iter().find(|(_, name)| *name == chosen).map(|(id, _)| id);
        let (has_next, is_end, object) = workspace.document.with_untracked(|document| {
            let state = document.machine().state(id);
            let has_next = state.transitions.iter().any(|transition| transition.kind == TransitionKind::Next);
            (has_next, state.is_end, document.tree().pointer(state.node))
        });
        let command = match (has_next, is_end, target) {
            (true, _, target) => Command::SetTarget { edge: EdgeRef::Transition(id, TransitionKind::Next), target },
            (false, true, target) => Command::SetTarget { edge: EdgeRef::End(id), target },
            (false, false, Some(_)) => {
                Command::SetField { object, field: "Next".to_owned(), value: Some(FieldValue::Value(json!(chosen))) }
            }
            (false, false, None) => {
                Command::SetField { object, field: "End".to_owned(), value: Some(FieldValue::Value(json!(true))) }
            }
        };
        workspace.apply(&command);
    };
    view! {
        <label class="field">
            <span class="field-label">{move || workspace.words().next_state()}</span>
            <select class="input" id="next-state" on:change=on_change>
                {move || {
                    let (names, next) = choices.get();
                    let options = names
                        .into_iter()
                        .map(|(_, name)| {
                            let is_chosen = next.as_ref() == Some(&name);
                            view! { <option value=name selected=is_chosen>{name.clone()}</option> }
                        })
                        .collect_view();
                    view! {
                        <option value="" selected=next.is_none()>
                            {workspace.words().ends_here()}
                        </option>
                        {options}
                    }
                }}
            </select>
        </label>
    }
}

/// The fields of an object that are set, by group, and a list of those that could be added.
#[component]
fn Fields(object: Signal<Pointer>, fields: Signal<Vec<Field>>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    // Which fields are set, known or not; their values are read by each field itself.
    let present = Memo::new(move |_| {
        let pointer = object.get();
        workspace.document.with(|document| {
            let Some(node) = document.tree().at(&pointer) else { return Vec::new() };
            document.tree().members(node).iter().map(|member| member.key.to_string()).collect::<Vec<_>>()
        })
    });
    let shown = move || {
        let known = fields.get();
        let mut groups: Vec<(Option<Group>, Vec<FieldSource>)> = Vec::new();
        let mut add =
            |group: Option<Group>, source: FieldSource| match groups.iter_mut().find(|(known, _)| *known == group) {
                Some((_, list)) => list.push(source),
                None => groups.push((group, vec![source])),
            };
        for name in present.get() {
            if ELSEWHERE.contains(&name.as_str()) {
                continue;
            }
            let field = known.iter().find(|field| field.name == name);
            add(field.map(|field| field.group), FieldSource { name, kind: field.map(|field| field.kind) });
        }
        groups.sort_by_key(|(group, _)| group.map_or(99, |group| group as u8));
        groups
    };
    let missing = move || {
        let present = present.get();
        fields
            .get()
            .into_iter()
            .filter(|field| !present.iter().any(|name| name == field.name) && !ELSEWHERE.contains(&field.name))
            .collect::<Vec<_>>()
    };
    let on_add = move |event| {
        let name = event_target_value(&event);
        let Some(field) = missing().into_iter().find(|field| field.name == name) else { return };
        let value = super::field::initial_value(&field);
        workspace.apply(&Command::SetField {
            object: object.get_untracked(),
            field: name,
            value: Some(FieldValue::Value(value)),
        });
    };
    view! {
        {move || {
            shown()
                .into_iter()
                .map(|(group, sources)| {
                    view! {
                        <section class="group">
                            <h3>
                                {move || group.map_or(workspace.words().group_other(), |group| group_title(group, workspace.words()))}
                            </h3>
                            {sources.into_iter().map(|source| view! { <FieldRow object source /> }).collect_view()}
                        </section>
                    }
                })
                .collect_view()
        }}
        <Show when=move || !missing().is_empty()>
            <div class="group">
                <label class="field">
                    <span class="visually-hidden">{move || workspace.words().add_field()}</span>
                    <select class="input" id="add-field" on:change=on_add>
                        {move || {
                            let options = missing()
                                .into_iter()
                                .map(|field| view! { <option value=field.name>{field.name}</option> })
                                .collect_view();
                            view! {
                                <option value="" selected=true>
                                    {workspace.words().add_field()}
                                </option>
                                {options}
                            }
                        }}
                    </select>
                </label>
            </div>
        </Show>
    }
}
