//! Fields that are set and have no line of their own: unknown ones, those of the other query language, those at odds with
//! another. They are shown as JSON and can be removed; nothing is hidden.

use super::editors::{self, Control};
use super::field_problems::{Depth, problem_lines};
use super::focus::{adder_id, focus_first_soon};
use super::rows::{Lines, outline};
use crate::form::{Current, Editor, Part, current, is_elsewhere};
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;
use serde_json::Value;

/// The list of them; `present` are the names of all members.
pub(super) fn other_fields(lines: Lines, present: Memo<Vec<String>>) -> AnyView {
    let Lines { form, object, part, entries, .. } = lines;
    let others = Memo::new(move |_| {
        let language = form.language.get();
        let edited = entries.with(|entries| {
            form.read(object, |document, node| {
                let of = |entry: &crate::form::Entry| match current(entry, document, node) {
                    Current::Way(index) if entry.variants[index].editor == Editor::Following => vec!["Next", "End"],
                    Current::Way(index) => vec![entry.variants[index].field],
                    Current::Foreign(field) => vec![field],
                    Current::Absent => Vec::new(),
                };
                Some(entries.iter().flat_map(of).collect::<Vec<_>>())
            })
            .unwrap_or_default()
        });
        let value = form.read(object, |document, node| Some(outline(document, node))).unwrap_or(Value::Null);
        let is_other = |name: &String| !edited.contains(&name.as_str()) && !is_elsewhere(part, language, &value, name);
        present.get().into_iter().filter(is_other).collect::<Vec<String>>()
    });
    let row = move |name: String| {
        let id = object.id(&name);
        let field = StoredValue::new(name.clone());
        let found =
            Memo::new(move |_| field.with_value(|field| form.problems_of(object, &[field.as_str()], Depth::Whole)));
        let control = Control {
            form,
            object,
            field: name.clone(),
            id: id.clone(),
            default: None,
            is_optional: true,
            is_typing: RwSignal::new(false),
            found,
        };
        let remove = move |_| {
            let name = field.get_value();
            // The next of them, else the one before, else what adds one.
            let neighbour = others.with_untracked(|others| {
                let at = others.iter().position(|other| *other == name)?;
                others.get(at + 1).or_else(|| others.get(at.checked_sub(1)?)).map(|other| object.id(other))
            });
            form.set(object, &name, None);
            focus_first_soon(neighbour.into_iter().chain([adder_id(object), "panel-inspector".to_owned()]).collect());
        };
        view! {
            <div class="entry" data-entry=object.data_field(&name)>
                <label class="field-name" for=id.clone() id=format!("{id}-label")>
                    {name.clone()}
                </label>
                <div class="entry-control">{editors::json(control)}</div>
                <div class="entry-tools">
                    <button
                        type="button"
                        class="button is-quiet is-icon is-small"
                        data-remove-field=object.data_field(&name)
                        aria-label=move || form.workspace.words().form_remove_named(&field.get_value())
                        title=move || form.workspace.words().remove_field()
                        on:click=remove
                    >
                        {icon(Icon::Close)}
                    </button>
                </div>
                {problem_lines(form, format!("{id}-problems"), found)}
            </div>
        }
        .into_any()
    };
    let hint = move || match part {
        Part::Call => form.workspace.words().form_unknown_parameters(),
        _ => form.workspace.words().form_other_fields_hint(),
    };
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <section class="others">
                <h3 class="others-title">{move || form.workspace.words().group_other()}</h3>
                <p class="field-note">{hint}</p>
                <For each=move || others.get() key=Clone::clone children=row />
            </section>
        </Show>
    }
    .into_any()
}
