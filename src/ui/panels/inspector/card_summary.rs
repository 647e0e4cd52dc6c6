//! What a folded card says in one line: what it is about, and where it leads.

use super::form::{At, Form};
use crate::asl::summary::condition;
use crate::form::{List, schedule};
use leptos::prelude::*;
use serde_json::Value;

/// The longest text that is put on the page; what does not fit on its line is cut off there.
const MAX_TEXT: usize = 160;

/// A line in two parts: the first is cut off where there is no room for both.
#[derive(Clone, Debug, Default, PartialEq)]
struct Summary {
    about: String,
    then: String,
}

fn texts(value: &Value, field: &str) -> String {
    let items = value.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
}

fn summary(form: Form, list: List, item: At) -> Option<Summary> {
    let words = form.workspace.words();
    if list == List::Branches {
        // A branch is not read as a whole: it may be large.
        return form.read(item, |document, node| {
            let tree = document.tree();
            let n_states = tree.get(node, "States").map_or(0, |states| tree.members(states).len());
            let start = tree.get(node, "StartAt").and_then(|start| tree.as_str(start)).unwrap_or_default();
            Some(Summary { about: start.to_owned(), then: words.form_n_states(n_states) })
        });
    }
    let value = form.read(item, |document, node| Some(document.value(node)))?;
    let next = || value.get("Next").and_then(Value::as_str).map(|next| format!("→ {next}")).unwrap_or_default();
    let (about, then) = match list {
        List::Choices => (condition(&value, words.condition_phrases()), next()),
        List::Catch => (texts(&value, "ErrorEquals"), next()),
        _ => (texts(&value, "ErrorEquals"), words.form_n_retries(schedule(&value).n_attempts)),
    };
    Some(Summary { about: about.chars().take(MAX_TEXT).collect(), then })
}

/// The line.
pub(super) fn card_summary(form: Form, list: List, item: At, id: String) -> AnyView {
    let said = Memo::new(move |_| summary(form, list, item).unwrap_or_default());
    view! {
        <p class="card-summary" id=id title=move || said.with(|said| format!("{} {}", said.about, said.then))>
            <span class="card-about">{move || said.with(|said| said.about.clone())}</span>
            " "
            <span class="card-then">{move || said.with(|said| said.then.clone())}</span>
        </p>
    }
    .into_any()
}
