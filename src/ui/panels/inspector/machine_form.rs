//! The form of the machine, shown while no state is selected.

use super::form::Form;
use super::groups::groups;
use super::rows::Lines;
use crate::form::Part;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

/// The form of the machine.
#[component]
pub(super) fn MachineForm() -> impl IntoView {
    let form = expect_context::<Form>();
    let words = move || form.workspace.words();
    let n_states = Memo::new(move |_| form.workspace.document.with(|document| document.machine().n_states()));
    view! {
        <div class="form-head">
            <span class="state-icon is-machine">{icon(Icon::Graph)}</span>
            <div class="node-text">
                <h2>{move || words().machine()}</h2>
                <small>{move || words().form_n_states(n_states.get())}</small>
            </div>
        </div>
        <p class="field-note">{move || words().nothing_selected_hint()}</p>
        {groups(Lines::new(form, form.root(), Part::Machine), || ().into_any())}
        <p class="small-print">{move || words().not_affiliated()}</p>
    }
}
