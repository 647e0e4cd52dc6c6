//! One line of the form: the field's name, how it is written, its control, its help and its problems.

use super::editors::{self, Control};
use super::field_problems::{Depth, problem_lines};
use super::focus::{adder_id, focus_first_soon, focus_soon};
use super::form::{At, Form};
use super::help::{help_button, help_of, help_text};
use crate::edit::commands::SetField;
use crate::edit::{Command, FieldValue};
use crate::form::{Current, Editor, Entry, Offer, Variant, added, current, keeps, switched};
use crate::i18n::Messages;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::NoticeKind;
use leptos::prelude::*;

/// The entries of an object that a person asked for and that are not written yet.
pub(super) type Opened = RwSignal<Vec<&'static str>>;

/// What a way to write an entry is called in the list of them.
fn way_title(entry: &Entry, variant: &Variant, words: &dyn Messages) -> String {
    let kind = match variant.editor {
        Editor::Integer { .. } | Editor::Decimal { .. } => words.form_way_number(),
        Editor::Path | Editor::PathOrCall => words.form_way_path(),
        Editor::Expression => words.form_way_expression(),
        Editor::Json => words.form_way_json(),
        Editor::Arguments => words.form_way_fields(),
        Editor::Null => words.form_way_null(),
        Editor::Object(_) | Editor::List(_) | Editor::Texts | Editor::Errors => words.form_way_fields(),
        Editor::Switch => words.form_way_switch(),
        Editor::Timestamp => words.form_way_date(),
        _ => words.form_way_text(),
    };
    // A Wait state has four fields, two of each kind.
    let stem = variant.field.strip_suffix("Path").or_else(|| variant.field.strip_suffix(".$")).unwrap_or(variant.field);
    if stem == entry.name() || variant.field == entry.name() {
        kind.to_owned()
    } else {
        format!("{stem}: {}", kind.to_lowercase())
    }
}

fn is_composite(editor: &Editor) -> bool {
    matches!(
        editor,
        Editor::Object(_) | Editor::List(_) | Editor::Errors | Editor::Texts | Editor::Null | Editor::Arguments
    )
}

/// Whether the type of a value says more than the list of ways to write it, which stands beside.
fn says_more(shape: &str) -> bool {
    !matches!(shape, "" | "string" | "integer" | "number" | "boolean" | "JSON")
}

/// A line of the form of an object.
pub(super) fn entry_row(form: Form, object: At, entry: Entry, opened: Opened) -> AnyView {
    let entry = StoredValue::new(entry);
    let name = entry.with_value(Entry::name);
    let is_required = entry.with_value(|entry| entry.is_required);
    let is_typing = RwSignal::new(false);
    let is_help_open = RwSignal::new(false);
    // The way that is chosen while nothing is written.
    let wanted = RwSignal::new(0_usize);
    let written = Memo::new(move |_| {
        let found = form.read(object, |document, node| Some(entry.with_value(|entry| current(entry, document, node))));
        found.unwrap_or(Current::Absent)
    });
    let is_set = Memo::new(move |_| written.get() != Current::Absent);
    let shown = Memo::new(move |before: Option<&Current>| match (before, is_typing.get()) {
        // Whoever types `{%` into a text shall not lose the control in the middle of it.
        (Some(before), true) => before.clone(),
        _ => match written.get() {
            Current::Absent => Current::Way(wanted.get()),
            other => other,
        },
    });
    let is_following = entry.with_value(|entry| entry.variants[0].editor == Editor::Following);
    let id = if is_following { "next-state".to_owned() } else { object.id(name) };
    let fields = move || entry.with_value(|entry| entry.variants.iter().map(|way| way.field).collect::<Vec<_>>());
    let has_arguments =
        entry.with_value(|entry| entry.variants.iter().any(|way| matches!(way.editor, Editor::Arguments)));
    let lists_arguments = has_arguments.then(|| editors::lists_arguments(form, object.join(name)));
    let depth = move || match shown.get() {
        Current::Way(index) => entry.with_value(|entry| match entry.variants[index].editor {
            Editor::Object(_) => Depth::Around,
            Editor::Arguments if lists_arguments.is_some_and(|lists| lists.get()) => Depth::Around,
            Editor::List(_) => Depth::Own,
            _ => Depth::Whole,
        }),
        _ => Depth::Whole,
    };
    let found = Memo::new(move |_| form.problems_of(object, &fields(), depth()));

    let way_id = id.clone();
    let switch = move |event| {
        let Ok(to) = event_target_value(&event).parse::<usize>() else { return };
        wanted.set(to);
        if is_set.get_untracked() {
            let place = object.place();
            let is_kept = form
                .workspace
                .document
                .with_untracked(|document| entry.with_value(|entry| keeps(entry, document, &place, to)));
            form.change_all(|document| entry.with_value(|entry| switched(entry, document, &place, to)));
            if !is_kept {
                let words = form.workspace.language.get_untracked().messages();
                form.workspace.notify(NoticeKind::Information, words.form_value_replaced(), false);
            }
        }
        // The list may stand at another place now.
        focus_soon(format!("{way_id}-way"));
    };
    let remove = move |_| {
        opened.update(|opened| opened.retain(|opened| *opened != name));
        form.change_all(|document| {
            let Some(pointer) = object.pointer(document) else { return Vec::new() };
            let Some(node) = document.tree().at(&pointer) else { return Vec::new() };
            let mut names = fields();
            names.dedup();
            let set = names.into_iter().filter(|field| document.tree().get(node, field).is_some());
            set.map(|field| Command::from(SetField { object: pointer.clone(), field: field.to_owned(), value: None }))
                .collect()
        });
        // What is always offered has its button in its own place.
        focus_first_soon(vec![format!("{}-add", object.id(name)), adder_id(object), object.id(name)]);
    };
    let n_ways = entry.with_value(|entry| entry.variants.len());
    let label_field = Memo::new(move |_| match shown.get() {
        Current::Way(index) => entry.with_value(|entry| entry.variants[index].field),
        Current::Foreign(field) => field,
        Current::Absent => name,
    });
    let composite = Memo::new(move |_| match shown.get() {
        Current::Way(index) => entry.with_value(|entry| is_composite(&entry.variants[index].editor)),
        _ => false,
    });
    let shape = entry.with_value(|entry| entry.shape.clone());
    // The parameters of a service are not fields of the language, though some are called alike.
    let help = shape.is_empty().then(|| help_of(object, name)).flatten();
    let label_id = format!("{id}-label");
    let label = {
        let id = id.clone();
        move || {
            let (id, label_id) = (id.clone(), label_id.clone());
            let required = is_required.then(|| view! { <span class="required" aria-hidden="true">"*"</span> });
            if composite.get() {
                view! {
                    <span class="field-name" id=label_id>
                        {move || label_field.get()}
                        {required}
                    </span>
                }
                .into_any()
            } else {
                view! {
                    <label class="field-name" for=id id=label_id>
                        {move || label_field.get()}
                        {required}
                    </label>
                }
                .into_any()
            }
        }
    };
    let ways = {
        let id = id.clone();
        move || {
            (n_ways > 1).then(|| {
                let switch = switch.clone();
                view! {
                    <select
                        class="way"
                        id=format!("{id}-way")
                        data-way=object.data_field(name)
                        aria-label=move || format!("{name}: {}", form.workspace.words().form_written_as())
                        prop:value=move || match shown.get() {
                            Current::Way(index) => index.to_string(),
                            _ => String::new(),
                        }
                        on:change=switch
                    >
                        {move || {
                            let words = form.workspace.words();
                            entry.with_value(|entry| {
                                entry
                                    .variants
                                    .iter()
                                    .enumerate()
                                    .map(|(index, way)| {
                                        let is_chosen = shown.with_untracked(|shown| *shown == Current::Way(index));
                                        view! {
                                            <option value=index.to_string() selected=is_chosen>
                                                {way_title(entry, way, words)}
                                            </option>
                                        }
                                    })
                                    .collect_view()
                            })
                        }}
                    </select>
                }
            })
        }
    };
    let control = {
        let id = id.clone();
        move || {
            let control = |field: &str, default, is_optional| Control {
                form,
                object,
                field: field.to_owned(),
                id: id.clone(),
                default,
                is_optional,
                is_typing,
                found,
            };
            match shown.get() {
                Current::Way(index) => entry.with_value(|entry| {
                    let way = &entry.variants[index];
                    editors::editor(control(way.field, entry.default, !is_required), &way.editor)
                }),
                Current::Foreign(field) => {
                    let json = editors::editor(control(field, None, !is_required), &Editor::Json);
                    view! {
                        <p class="field-note">{move || form.workspace.words().form_foreign_value()}</p>
                        {json}
                    }
                    .into_any()
                }
                Current::Absent => ().into_any(),
            }
        }
    };
    // What is always there is emptied like any other text; a button for that would only be one more thing to look at.
    let is_emptied = entry.with_value(|entry| {
        let way = &entry.variants[0].editor;
        entry.offer == Offer::Always && !is_composite(way) && !matches!(way, Editor::Json | Editor::Expression)
    });
    let can_remove =
        move || !is_required && !is_emptied && (is_set.get() || opened.with(|opened| opened.contains(&name)));
    let tools = {
        let id = id.clone();
        move || {
            let id = id.clone();
            view! {
                <div class="entry-tools">
                    {ways()}
                    {help.map(|_| help_button(form, name, id.clone(), is_help_open))}
                    <Show when=can_remove>
                        <button
                            type="button"
                            class="button is-quiet is-icon is-small"
                            data-remove-field=object.data_field(name)
                            aria-label=move || form.workspace.words().form_remove_named(name)
                            title=move || form.workspace.words().remove_field()
                            on:click=remove
                        >
                            {icon(Icon::Close)}
                        </button>
                    </Show>
                </div>
            }
        }
    };
    let late_tools = tools.clone();
    view! {
        <div class="entry" data-entry=object.data_field(name)>
            {label}
            // Tab goes from control to control; only what is long has its tools before it.
            {move || composite.get().then(&tools)}
            {help.map(|help| help_text(form, help, id.clone(), is_help_open))}
            {says_more(&shape)
                .then(|| {
                    view! {
                        <p
                            class="field-shape"
                            id=format!("{id}-help")
                            title=move || form.workspace.words().form_shape_hint()
                        >
                            {shape}
                        </p>
                    }
                })}
            <div class="entry-control">{control}</div>
            {move || (!composite.get()).then(&late_tools)}
            {problem_lines(form, format!("{id}-problems"), found)}
        </div>
    }
    .into_any()
}

/// A button that adds an entry.
pub(super) fn add_button(form: Form, object: At, entry: Entry, opened: Opened) -> AnyView {
    let name = entry.name();
    let editor = entry.variants[0].editor.clone();
    let add = move |_| {
        let place = object.place();
        let language = form.language.get_untracked();
        let value = form.workspace.document.with_untracked(|document| added(name, &editor, language, document, &place));
        match value {
            Some(value) => {
                form.set(object, name, Some(FieldValue::Value(value)));
            }
            None => opened.update(|opened| opened.push(name)),
        }
        let id = object.id(name);
        // Two frames: the row comes in the first, what is inside it in the second.
        request_animation_frame(move || focus_soon(id));
    };
    view! {
        <button
            type="button"
            class="add-chip"
            id=format!("{}-add", object.id(name))
            data-add-field=object.data_field(name)
            aria-label=move || form.workspace.words().form_add_named(name)
            on:click=add
        >
            {icon(Icon::Plus)}
            {name}
        </button>
    }
    .into_any()
}
