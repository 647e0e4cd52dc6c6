//! JSON of any kind, in the code editor.

use super::Control;
use crate::form::{Codec, in_document};
use crate::ui::code::{FieldText, JsonField};
use crate::ui::panels::inspector::draft::Draft;
use crate::ui::panels::inspector::field_problems::has_error;
use crate::ui::state::Panel;
use leptos::ev;
use leptos::prelude::*;

/// A JSON value.
pub(in crate::ui::panels::inspector) fn json(control: Control) -> AnyView {
    let &Control { form, object, is_optional, is_typing, found, .. } = &control;
    let draft = Draft::new(form, object, control.field.clone(), Codec::Json, is_optional, is_typing);
    let named = StoredValue::new(control.field.clone());
    let typed_in_document = move |()| {
        let typed = untrack(move || draft.text());
        form.workspace
            .document
            .with_untracked(|document| named.with_value(|field| in_document(document, &object.place(), field, &typed)))
    };
    let field = FieldText {
        text: Signal::derive(move || draft.text()),
        on_input: Callback::new(move |text| draft.on_input(text)),
        on_focus: Callback::new(move |()| draft.on_focus()),
        on_blur: Callback::new(move |()| draft.on_blur()),
        on_escape: Callback::new(move |()| draft.restore()),
        in_document: Callback::new(typed_in_document),
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // The editor has taken this Escape, for its list of names or to put the text back: nothing else is left by it.
        if event.key() == "Escape" && event.default_prevented() {
            event.stop_propagation();
        } else {
            draft.on_key(&event);
        }
    };
    let name = control.field.clone();
    view! {
        <div class="json-line" on:keydown=on_key>
            <JsonField
                field
                id=control.id.clone()
                data_field=control.data_field()
                panel=Panel::Inspector
                label=Signal::derive(move || name.clone())
                is_invalid=Signal::derive(move || draft.fault().is_some() || found.with(|found| has_error(found)))
            />
        </div>
        {move || draft.fault_words().map(|fault| view! { <p class="field-error" role="alert">{fault}</p> })}
    }
    .into_any()
}
