//! The condition of a Choice rule in JSONPath, as a tree: comparisons, joined by And, Or and Not.

use super::draft::Draft;
use super::field_problems::{Depth, has_error, problem_lines};
use super::focus::focus_soon;
use super::form::{At, Form};
use super::rows::{flat_rows, outline};
use crate::asl::choice::{self, COMPARATORS, Operand, Test};
use crate::edit::commands::RemoveItem;
use crate::edit::{Command, FieldValue};
use crate::form::{
    Codec, Condition, Junction, Part, add_condition, compare_with, condition, kind, set_junction, set_path_operand,
    unwrap, wrap,
};
use crate::i18n::Messages;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;
use serde_json::Value;

/// How deep the tree is drawn; what lies deeper is JSON to a person anyway.
const MAX_DEPTH: usize = 12;

/// A button of the tree.
fn act(
    sign: Option<Icon>,
    name: &'static str,
    label: Signal<&'static str>,
    act: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <button type="button" class="tree-button" data-condition=name on:click=move |_| act()>
            {sign.map(icon)}
            {move || label.get()}
        </button>
    }
    .into_any()
}

/// A condition. `place` is the list in which it stands and its number there; none for that of a rule and that of a Not.
pub(super) fn condition_view(form: Form, at: At, place: Option<(At, usize, Memo<usize>)>) -> AnyView {
    let level = Memo::new(move |_| {
        form.read(at, |document, node| Some(condition(&outline(document, node)))).unwrap_or(Condition::Foreign)
    });
    // What a comparison compares with, and how many conditions are joined, changes without a new tree.
    let junction = Memo::new(move |_| match level.get() {
        Condition::Joined(junction, _) => Some(Some(junction)),
        Condition::Comparison(_) => Some(None),
        Condition::Foreign => None,
    });
    let words = move || form.workspace.words();
    let is_too_deep = at.parts().iter().filter(|part| Junction::parse(part).is_some()).count() > MAX_DEPTH;
    let remove = move || {
        if let Some((list, index, _)) = place {
            form.change(|document| list.pointer(document).map(|list| Command::from(RemoveItem { list, index })));
            focus_soon(format!("{}-add", list.id("")));
        }
    };
    // What else a rule has, its own lines tell; here are the fields that a condition inside it should not have.
    let is_inside = at.parts().len() > 2;
    let is_in_list = place.is_some();
    // The last one stays: a group of none is refused by AWS, and the group can be taken apart instead.
    let can_remove = Memo::new(move |_| place.is_some_and(|(_, _, n)| n.get() > 1));
    let remove_button = move || {
        is_in_list.then(|| {
            view! {
                <button
                    type="button"
                    class="button is-quiet is-icon is-small"
                    data-condition="remove"
                    aria-label=move || words().form_remove_condition()
                    title=move || words().form_remove_condition()
                    disabled=move || !can_remove.get()
                    on:click=move |_| remove()
                >
                    {icon(Icon::Close)}
                </button>
            }
        })
    };
    let join = move |junction: Junction| {
        let place = at.place();
        form.change(|document| wrap(document, &place, junction));
        let inner = if junction == Junction::Not { at.join("Not") } else { at.join(junction.field()).join("1") };
        let id = inner.id("Variable");
        request_animation_frame(move || focus_soon(id));
    };
    let join_buttons = move || {
        [
            act(Some(Icon::Plus), "and", Signal::derive(move || words().form_join_and()), move || join(Junction::And)),
            act(Some(Icon::Plus), "or", Signal::derive(move || words().form_join_or()), move || join(Junction::Or)),
            act(Some(Icon::Plus), "not", Signal::derive(move || words().form_join_not()), move || join(Junction::Not)),
        ]
    };
    let take_apart = move || {
        let place = at.place();
        form.change(|document| unwrap(document, &place));
        let id = at.id("Variable");
        request_animation_frame(move || focus_soon(id));
    };
    let unwrap_button =
        move || act(None, "unwrap", Signal::derive(move || words().form_unwrap_condition()), take_apart);
    view! {
        <div class="condition" data-condition-at=at.data_list()>
            {move || match junction.get() {
                _ if is_too_deep => {
                    view! { <p class="field-note">{move || words().form_condition_foreign()}</p> }.into_any()
                }
                None => view! { <p class="field-note">{move || words().form_condition_foreign()}</p> }.into_any(),
                Some(None) => {
                    view! {
                        {comparison(form, at, level)}
                        <div class="tree-buttons">{join_buttons()} <span class="entry-space"></span> {remove_button()}</div>
                    }
                    .into_any()
                }
                Some(Some(Junction::Not)) => {
                    view! {
                        <div class="junction-head">
                            <span class="junction-name">{move || words().form_none_of()}</span>
                            <span class="entry-space"></span>
                            {unwrap_button()}
                            {remove_button()}
                        </div>
                        <div class="junction">{condition_view(form, at.join("Not"), None)}</div>
                    }
                    .into_any()
                }
                Some(Some(junction)) => {
                    let n = Memo::new(move |_| match level.get() {
                        Condition::Joined(_, n) => n,
                        _ => 0,
                    });
                    let list = at.join(junction.field());
                    let add = move || {
                        let place = at.place();
                        form.change(|document| add_condition(document, &place));
                        let id = list.join((n.get_untracked().saturating_sub(1)).to_string()).id("Variable");
                        request_animation_frame(move || focus_soon(id));
                    };
                    let choose = move |event| {
                        if let Some(to) = Junction::parse(&event_target_value(&event)) {
                            let place = at.place();
                            form.change(|document| set_junction(document, &place, to));
                            let id = at.id("junction");
                            request_animation_frame(move || focus_soon(id));
                        }
                    };
                    view! {
                        <div class="junction-head">
                            <select
                                class="way junction-name"
                                id=at.id("junction")
                                data-junction=at.data_list()
                                aria-label=move || words().form_condition()
                                on:change=choose
                            >
                                <option value="And" selected=junction == Junction::And>
                                    {move || words().form_all_of()}
                                </option>
                                <option value="Or" selected=junction == Junction::Or>
                                    {move || words().form_any_of()}
                                </option>
                            </select>
                            <span class="entry-space"></span>
                            {remove_button()}
                        </div>
                        <div class="junction">
                            <For each=move || 0..n.get() key=|index| *index children=move |index| {
                                condition_view(form, list.join(index.to_string()), Some((list, index, n)))
                            } />
                            <div class="tree-buttons">
                                <button
                                    type="button"
                                    class="tree-button"
                                    data-condition="add"
                                    id=format!("{}-add", list.id(""))
                                    on:click=move |_| add()
                                >
                                    {icon(Icon::Plus)}
                                    {move || words().form_add_condition()}
                                </button>
                                <Show when=move || n.get() == 1>{unwrap_button()}</Show>
                            </div>
                        </div>
                    }
                    .into_any()
                }
            }}
            {is_inside.then(|| flat_rows(form, at, Part::Condition))}
        </div>
    }
    .into_any()
}

/// The comparators in groups, by what they compare.
fn comparator_groups(words: &dyn Messages) -> [(&'static str, Vec<(&'static str, String)>); 5] {
    let of = |wanted: Option<Operand>| {
        let own = COMPARATORS.iter().filter(|comparator| kind(comparator) == wanted);
        own.map(|comparator| {
            let symbol = match comparator.test {
                Test::Order(..) | Test::StringMatches => format!("{}  ", comparator.symbol),
                _ => String::new(),
            };
            (comparator.name, format!("{symbol}{}", comparator.name))
        })
        .collect()
    };
    [
        (words.form_operand_kind(), of(None)),
        (words.form_operand_text(), of(Some(Operand::String))),
        (words.form_operand_number(), of(Some(Operand::Numeric))),
        (words.form_operand_timestamp(), of(Some(Operand::Timestamp))),
        (words.form_operand_boolean(), of(Some(Operand::Boolean))),
    ]
}

/// A variable, a comparator, and what it is compared with.
fn comparison(form: Form, at: At, level: Memo<Condition>) -> AnyView {
    let words = move || form.workspace.words();
    let field = Memo::new(move |_| match level.get() {
        Condition::Comparison(field) => field,
        _ => None,
    });
    let comparator = Memo::new(move |_| {
        let field = field.get()?;
        choice::find(&field).map(|(comparator, is_path)| (comparator.name, is_path))
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        let place = at.place();
        form.change_all(|document| compare_with(document, &place, &name));
    };
    let choose_source = move |event| {
        let is_path = event_target_value(&event) == "path";
        let place = at.place();
        form.change_all(|document| set_path_operand(document, &place, is_path));
    };
    let variable = text_part(form, at, "Variable", Codec::Text, Signal::derive(move || words().form_variable()), "$.");
    // What the operand is edited with: text, a number, a path, or true and false.
    let operand = Memo::new(move |_| {
        let field = field.get()?;
        let (comparator, is_path) = choice::find(&field)?;
        Some(match (is_path, kind(comparator)) {
            (true, _) => (field, Codec::Text, false),
            (false, Some(Operand::Numeric)) => (field, Codec::Number, false),
            (false, Some(Operand::Boolean) | None) => (field, Codec::Text, true),
            (false, _) => (field, Codec::Text, false),
        })
    });
    let has_order = move || {
        let name = comparator.get().map(|(name, _)| name);
        name.and_then(choice::find).is_some_and(|(comparator, _)| matches!(comparator.test, Test::Order(..)))
    };
    view! {
        <div class="comparison" class:is-short=move || !has_order()>
            {variable}
            <select
                class="input"
                id=at.id("comparator")
                data-comparator=at.data_list()
                aria-label=move || words().form_comparator()
                on:change=choose
            >
                {move || {
                    let chosen = comparator.get().map(|(name, _)| name);
                    let groups = comparator_groups(words()).into_iter().map(|(title, names)| {
                        let options = names.into_iter().map(|(name, shown)| {
                            view! { <option value=name selected=chosen == Some(name)>{shown}</option> }
                        });
                        view! { <optgroup label=title>{options.collect_view()}</optgroup> }
                    });
                    let none = chosen
                        .is_none()
                        .then(|| view! { <option value="" selected=true>{words().form_choose_comparator()}</option> });
                    view! { {none} {groups.collect_view()} }
                }}
            </select>
            <div class="operand">
            <Show when=has_order>
                <select
                    class="way"
                    id=at.id("source")
                    data-operand-source=at.data_list()
                    aria-label=move || words().form_value_from()
                    on:change=choose_source
                >
                    <option value="value" selected=move || comparator.get().is_some_and(|(_, is_path)| !is_path)>
                        {move || words().form_a_value()}
                    </option>
                    <option value="path" selected=move || comparator.get().is_some_and(|(_, is_path)| is_path)>
                        {move || words().form_a_path()}
                    </option>
                </select>
            </Show>
            {move || {
                operand
                    .get()
                    .map(|(field, codec, is_switch)| {
                        let label = Signal::derive(move || words().form_value());
                        if is_switch {
                            truth(form, at, field)
                        } else {
                            text_part(form, at, field, codec, label, "")
                        }
                    })
            }}
            </div>
        </div>
    }
    .into_any()
}

/// A control of a comparison in which people type.
fn text_part(
    form: Form,
    at: At,
    field: impl Into<String>,
    codec: Codec,
    label: Signal<&'static str>,
    placeholder: &'static str,
) -> AnyView {
    let field = field.into();
    let draft = Draft::new(form, at, field.clone(), codec, false, RwSignal::new(false));
    let named = field.clone();
    let found = Memo::new(move |_| form.problems_of(at, &[named.as_str()], Depth::Whole));
    let class = if field.ends_with("Path") || field == "Variable" { "input is-code" } else { "input" };
    view! {
        <div class="comparison-part">
            <input
                class=class
                id=at.id(&field)
                data-field=at.data_field(&field)
                autocomplete="off"
                spellcheck="false"
                placeholder=placeholder
                aria-label=move || label.get()
                aria-invalid=move || (draft.fault().is_some() || found.with(|found| has_error(found))).to_string()
                aria-describedby=format!("{}-problems", at.id(&field))
                prop:value=move || draft.text()
                on:input=move |event| draft.on_input(event_target_value(&event))
                on:focus=move |_| draft.on_focus()
                on:blur=move |_| draft.on_blur()
                on:keydown=move |event| draft.on_key(&event)
            />
            {move || draft.fault_words().map(|fault| view! { <p class="field-error" role="alert">{fault}</p> })}
            {problem_lines(form, format!("{}-problems", at.id(&field)), found)}
        </div>
    }
    .into_any()
}

/// `true` or `false`.
fn truth(form: Form, at: At, field: String) -> AnyView {
    let field = StoredValue::new(field);
    let is = Memo::new(move |_| {
        form.read(at, |document, node| {
            document.tree().as_bool(field.with_value(|field| document.tree().get(node, field))?)
        })
    });
    let choose = move |event| {
        let value = Value::Bool(event_target_value(&event) == "true");
        form.set(at, &field.get_value(), Some(FieldValue::Value(value)));
    };
    view! {
        <select
            class="input"
            id=at.id(&field.get_value())
            data-field=at.data_field(&field.get_value())
            aria-label=move || form.workspace.words().form_value()
            on:change=choose
        >
            <Show when=move || is.get().is_none()>
                <option value="" selected=true></option>
            </Show>
            <option value="true" selected=move || is.get() == Some(true)>
                {move || form.workspace.words().form_is_true()}
            </option>
            <option value="false" selected=move || is.get() == Some(false)>
                {move || form.workspace.words().form_is_false()}
            </option>
        </select>
    }
    .into_any()
}
