//! One problem: what it is, where, what mends it, why it matters, and how to hear no more of it.

use super::explanation::ExplanationView;
use crate::check::Silence;
use crate::i18n::diagnostics::severity_name;
use crate::ui::controls::{Icon, icon, severity_class, severity_icon};
use crate::ui::platform::focus::bring_into_view;
use crate::ui::platform::painting::after_paint;
use crate::ui::state::{Part, ProblemItem, ProblemList, Workspace, row_id};
use leptos::ev;
use leptos::prelude::*;

/// A row of the list.
#[component]
pub(super) fn Row(
    /// Its place in the list.
    index: usize,
    /// The problem.
    item: ProblemItem,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let list = expect_context::<ProblemList>();
    let key = StoredValue::new(item.key());
    let rule = StoredValue::new(item.reported.diagnostic.rule.clone());
    let kind = item.reported.diagnostic.severity;
    let state = StoredValue::new(item.state.clone());
    let has_fixes = !item.fixes.is_empty();
    // What failed has no rule that could be explained or switched off.
    let is_rule = rule.with_value(|rule| rule != "rule-failed");
    // The same problem in the present text.
    let item = Memo::new(move |_| {
        let is_same = |now: &&ProblemItem| key.with_value(|key| now.key() == *key);
        list.shown.with(|shown| shown.get(index).filter(is_same).cloned()).unwrap_or_else(|| item.clone())
    });
    let is_open = move |part: Part| {
        list.open
            .with(|open| open.as_ref().is_some_and(|(of, which)| *which == part && key.with_value(|key| key == of)))
    };
    let toggle = move |part: Part| key.with_value(|key| list.toggle(key, part));
    let unfolded = NodeRef::<leptos::html::Li>::new();
    // What was unfolded may lie below the end of the list.
    Effect::new(move |_| {
        if [Part::Fixes, Part::Why, Part::SwitchOff].into_iter().any(is_open) {
            after_paint(move || {
                if let Some(row) = unfolded.try_get_untracked().flatten() {
                    bring_into_view(&row, ".problem-list");
                }
            });
        }
    });
    let message = move || item.with(|item| item.reported.words(workspace.language.get()).message.clone());
    let advice = move || item.with(|item| item.reported.words(workspace.language.get()).advice.clone());
    let severity = move || severity_name(kind, workspace.words());
    let place = Memo::new(move |_| item.with(|item| item.place));
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && list.open.with_untracked(Option::is_some) {
            event.stop_propagation();
            list.open.set(None);
        }
    };
    let part_button = move |part: Part, name: &'static str, sign: Icon, label: Signal<&'static str>| {
        view! {
            <button
                type="button"
                class="button is-quiet problem-action"
                data-problem-action=name
                aria-expanded=move || is_open(part).to_string()
                on:click=move |_| toggle(part)
            >
                {icon(sign)}
                {move || label.get()}
                <span class="visually-hidden">": " {message}</span>
            </button>
        }
    };
    let fix_buttons = move || {
        let buttons = item.with(|item| item.fixes.clone()).into_iter().enumerate().map(|(number, fix)| {
            view! {
                <button
                    type="button"
                    class="menu-item"
                    id=format!("problem-fix-{index}-{number}")
                    data-fix=number
                    on:click=move |_| list.fix(index, &fix.command)
                >
                    {icon(Icon::Mend)}
                    {move || workspace.words().fix_title(&fix.title)}
                </button>
            }
        });
        buttons.collect_view()
    };
    let switch_off = move |state: Option<String>| list.switch_off(Silence { rule: rule.get_value(), state });
    view! {
        <li
            class=format!("problem-item {}", severity_class(kind))
            class:is-current=move || list.current.get() == Some(index)
            node_ref=unfolded
            on:keydown=on_key
            on:focusin=move |_| {
                if list.current.get_untracked() != Some(index) {
                    list.current.set(Some(index));
                }
            }
        >
            <button
                type="button"
                class=format!("problem {}", severity_class(kind))
                id=row_id(index)
                data-rule=rule.get_value()
                on:click=move |_| list.show(index, true)
            >
                {icon(severity_icon(kind))}
                <span class="problem-message">
                    <span class="visually-hidden">{severity} ": "</span>
                    {message}
                </span>
                <span class="problem-hint">{advice}</span>
                <span class="problem-place">
                    {move || {
                        let place = place.get();
                        workspace.words().line_column(place.line, place.column)
                    }}
                </span>
            </button>
            <div class="problem-actions">
                {has_fixes
                    .then(|| {
                        part_button(Part::Fixes, "fix", Icon::Mend, Signal::derive(move || workspace.words().fix()))
                    })}
                {is_rule
                    .then(|| {
                        [
                            part_button(Part::Why, "why", Icon::Hint, Signal::derive(move || workspace.words().why())),
                            part_button(
                                Part::SwitchOff,
                                "switch-off",
                                Icon::Mute,
                                Signal::derive(move || workspace.words().switch_off()),
                            ),
                        ]
                    })}
            </div>
            <Show when=move || is_open(Part::Fixes)>
                <div class="problem-part">{fix_buttons}</div>
            </Show>
            <Show when=move || is_open(Part::Why)>
                <div class="problem-part problem-why">
                    <ExplanationView rule=rule.get_value() />
                </div>
            </Show>
            <Show when=move || is_open(Part::SwitchOff)>
                <div class="problem-part">
                    {move || {
                        state
                            .get_value()
                            .map(|name| {
                                let said = name.clone();
                                view! {
                                    <button
                                        type="button"
                                        class="menu-item"
                                        data-silence="state"
                                        on:click=move |_| switch_off(Some(name.clone()))
                                    >
                                        {move || workspace.words().for_state(&said)}
                                    </button>
                                }
                            })
                    }}
                    <button type="button" class="menu-item" data-silence="machine" on:click=move |_| switch_off(None)>
                        {move || workspace.words().for_machine()}
                    </button>
                </div>
            </Show>
        </li>
    }
}
