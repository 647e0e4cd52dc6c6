//! The inspector: the fields of the selected state, or of the machine, as a form.

mod called;
mod card;
mod card_summary;
mod condition;
mod draft;
mod editors;
mod entry_row;
mod field_problems;
mod focus;
mod folds;
mod form;
mod groups;
mod help;
mod list_view;
mod machine_form;
mod other_fields;
mod query_language;
mod retry_chart;
mod rows;
mod state_form;

use crate::asl::StateId;
use crate::ui::state::{Panel, Tabs, Workspace};
use form::Form;
use leptos::ev;
use leptos::prelude::*;
use machine_form::MachineForm;
use state_form::StateForm;

/// The inspector.
#[component]
pub(in crate::ui) fn Inspector() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    // The form is made anew for another state, not for each change of this one: a field keeps its cursor.
    let subject = Memo::new(move |_| workspace.selected());
    provide_context(form::Folded::new());
    provide_context(form::ShownAsJson::new());
    let body = NodeRef::<leptos::html::Div>::new();
    // What is hidden cannot be scrolled, so a panel that is seen later begins at its top then.
    let is_seen = Memo::new(move |_| tabs.is_visible(Panel::Inspector));
    Effect::new(move |shown: Option<Option<StateId>>| {
        let subject = subject.get();
        if !is_seen.get() {
            return shown.flatten();
        }
        if let Some(body) = body.get_untracked().filter(|_| shown.flatten() != subject) {
            body.set_scroll_top(0);
        }
        subject
    });
    let several = move || {
        let n_states = workspace.group.with(Vec::len);
        (n_states > 1).then(|| {
            let name = workspace.selection.get().map(|key| key.name).unwrap_or_default();
            view! { <p class="note" data-selected=n_states>{workspace.words().several_selected(n_states, &name)}</p> }
        })
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.default_prevented() {
            return;
        }
        // The fields have no history of their own: what is typed is done at once, and undone as one step.
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => workspace.undo(),
            ("y", _) | ("z", true) => workspace.redo(),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="panel-body inspector" node_ref=body on:keydown=on_key>
            {several}
            {move || {
                let id = subject.get();
                Form::provide(workspace, id);
                match id {
                    Some(id) => view! { <StateForm id /> }.into_any(),
                    None => view! { <MachineForm /> }.into_any(),
                }
            }}
        </div>
    }
}
