//! An object with a form of its own, inside another one.

use super::Control;
use crate::edit::FieldValue;
use crate::form::{Editor, Part, added};
use crate::ui::controls::{Icon, icon};
use crate::ui::panels::inspector::rows::flat_rows;
use leptos::prelude::*;

/// The object; a button that adds it while it is not there.
pub(super) fn object(control: Control, part: Part) -> AnyView {
    let Control { form, object, .. } = control;
    let field = StoredValue::new(control.field.clone());
    let inner = object.join(control.field.clone());
    let is_set = Memo::new(move |_| form.read(inner, |_, _| Some(())).is_some());
    let id = control.id;
    let add = move |_| {
        let language = form.language.get_untracked();
        let place = object.place();
        let name = field.get_value();
        let value = form
            .workspace
            .document
            .with_untracked(|document| added(&name, &Editor::Object(part), language, document, &place));
        form.set(object, &name, value.map(FieldValue::Value));
    };
    view! {
        <Show
            when=move || is_set.get()
            fallback=move || {
                view! {
                    <button type="button" class="add-chip" data-add-object=object.data_field(&field.get_value()) on:click=add>
                        {icon(Icon::Plus)}
                        {field.get_value()}
                    </button>
                }
            }
        >
            <div class="subform" role="group" aria-labelledby=format!("{id}-label") id=id.clone()>
                {flat_rows(form, inner, part)}
            </div>
        </Show>
    }
    .into_any()
}
