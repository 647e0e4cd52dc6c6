//! The field `QueryLanguage`: when setting it changes how all other fields are read.

use super::form::Form;
use crate::asl::QueryLanguage;
use leptos::prelude::*;

/// Whether what is written in JSONPath would be read as JSONata once the field has this value, or is gone.
pub(super) fn turns_to_jsonata(form: Form, value: Option<&str>) -> bool {
    let is_jsonata = match (value, form.state) {
        (Some(value), _) => QueryLanguage::parse(value) == Some(QueryLanguage::JSONata),
        // Without a field of its own a state has the language of the machine.
        (None, Some(_)) => {
            form.workspace.document.with_untracked(|document| document.machine().query_language())
                == QueryLanguage::JSONata
        }
        (None, None) => false,
    };
    is_jsonata && form.language.get_untracked() == QueryLanguage::JSONPath
}
