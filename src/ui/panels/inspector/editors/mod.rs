//! The controls, one for each kind of value.

mod arguments;
mod json;
mod object;
mod resource;
mod select;
mod text;
mod texts;

use super::field_problems::FieldFindings;
use super::form::{At, Form};
use super::list_view::list_view;
use crate::form::{Codec, Editor};
use leptos::prelude::*;
use text::Look;

pub(super) use arguments::lists_arguments;
pub(super) use json::json;

/// What every control needs to know.
#[derive(Clone)]
pub(super) struct Control {
    pub(super) form: Form,
    /// The object that has the field.
    pub(super) object: At,
    /// The field that it writes.
    pub(super) field: String,
    /// Its id in the page.
    pub(super) id: String,
    /// What counts while it is empty, as it would be written.
    pub(super) default: Option<&'static str>,
    /// Whether emptying it removes the field.
    pub(super) is_optional: bool,
    /// Whether a person types in it.
    pub(super) is_typing: RwSignal<bool>,
    /// What is wrong with it.
    pub(super) found: FieldFindings,
}

impl Control {
    /// The id of what describes it.
    pub(super) fn described_by(&self) -> String {
        format!("{}-problems {}-help", self.id, self.id)
    }

    pub(super) fn data_field(&self) -> String {
        self.object.data_field(&self.field)
    }
}

/// The control of an editor.
pub(super) fn editor(control: Control, editor: &Editor) -> AnyView {
    match editor {
        Editor::Line => text::text(control, Codec::Text, Look::Line),
        Editor::Lines => text::text(control, Codec::Text, Look::Lines),
        Editor::Integer { .. } | Editor::Decimal { .. } => text::text(control, Codec::Number, Look::Number),
        Editor::Expression => text::text(control, Codec::Expression, Look::Expression),
        Editor::Path => text::text(control, Codec::Text, Look::Path { has_calls: false }),
        Editor::PathOrCall => text::text(control, Codec::Text, Look::Path { has_calls: true }),
        Editor::Timestamp => text::text(control, Codec::Text, Look::Timestamp),
        Editor::Resource => resource::resource(control),
        Editor::Switch => select::switch(control),
        Editor::OneOf(words) => select::one_of(control, words),
        Editor::Target => select::target(control),
        Editor::Following => select::following(control),
        Editor::Null => {
            let words = move || control.form.workspace.words();
            let is_result = control.field == "ResultPath";
            let said = move || if is_result { words().form_null_result() } else { words().form_null_data() };
            view! { <p class="null-value">{said}</p> }.into_any()
        }
        Editor::Json => json(control),
        Editor::Arguments => arguments::arguments(control),
        Editor::Texts => texts::texts(control, false),
        Editor::Errors => texts::texts(control, true),
        Editor::Object(part) => object::object(control, *part),
        Editor::List(list) => list_view(control, *list),
    }
}
