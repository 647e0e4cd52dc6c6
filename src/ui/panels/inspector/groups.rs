//! The groups of a form, each of which can be folded away.

use super::field_problems::problem_badge;
use super::form::Folded;
use super::rows::Lines;
use crate::asl::field::Group;
use crate::i18n::Messages;
use crate::ui::controls::{Icon, icon};
use leptos::prelude::*;

pub(super) fn group_title(group: Group, words: &dyn Messages) -> &'static str {
    match group {
        Group::Configuration => words.group_configuration(),
        Group::Arguments => words.group_arguments(),
        Group::Input => words.group_input(),
        Group::Output => words.group_output(),
        Group::Variables => words.group_variables(),
        Group::ErrorHandling => words.group_error_handling(),
    }
}

fn group_id(group: Group) -> &'static str {
    match group {
        Group::Configuration => "configuration",
        Group::Arguments => "arguments",
        Group::Input => "input",
        Group::Output => "output",
        Group::Variables => "variables",
        Group::ErrorHandling => "error-handling",
    }
}

/// All groups of an object. `before` stands at the top of the first one.
pub(super) fn groups(lines: Lines, before: impl Fn() -> AnyView + Clone + Send + 'static) -> AnyView {
    let folded = expect_context::<Folded>();
    let list = Memo::new(move |_| {
        let mut list: Vec<Group> = lines.entries.with(|entries| entries.iter().map(|entry| entry.group).collect());
        list.push(Group::Configuration);
        list.sort();
        list.dedup();
        list.retain(|group| *group == Group::Configuration || lines.has_group(*group));
        list
    });
    let section = move |group: Group| {
        let words = move || lines.form.workspace.words();
        let is_open = move || !folded.has(group);
        let id = group_id(group);
        let n_problems = Memo::new(move |_| lines.n_problems(group));
        let before = before.clone();
        let has_rows = Memo::new(move |_| group == Group::Configuration || lines.has_rows(group));
        let head = move || {
            if !has_rows.get() {
                // Nothing to fold away: the group is its name and what can be added.
                return view! {
                    <h3 class="group-name">{move || group_title(group, words())}</h3>
                    {lines.add_buttons(Some(group))}
                }
                .into_any();
            }
            view! {
                <h3>
                    <button
                        type="button"
                        class="group-head"
                        aria-expanded=move || is_open().to_string()
                        aria-controls=format!("group-{id}")
                        on:click=move |_| folded.toggle(group)
                    >
                        {move || group_title(group, words())}
                        {problem_badge(lines.form, n_problems)}
                        <span class="entry-space"></span>
                        <span class="group-fold">{icon(Icon::Unfold)}</span>
                    </button>
                </h3>
            }
            .into_any()
        };
        view! {
            <section class="form-group" class:is-empty=move || !has_rows.get() data-group=id>
                {head}
                <div class="group-body" id=format!("group-{id}") hidden=move || !is_open() || !has_rows.get()>
                    {(group == Group::Configuration).then(before)}
                    {lines.rows(Some(group))}
                    <Show when=move || has_rows.get()>{lines.add_buttons(Some(group))}</Show>
                </div>
            </section>
        }
    };
    view! {
        {lines.general_problems()}
        <For each=move || list.get() key=|group| *group as u8 children=section />
        {lines.others()}
    }
    .into_any()
}
