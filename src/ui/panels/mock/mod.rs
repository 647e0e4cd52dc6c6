//! What a Task answers with in a run: one answer for every call, or answers that differ from call to call.

mod answer;

use crate::mock::{Answer, Outcome, Sequence};
use crate::ui::state::Workspace;
use answer::{AnswerForm, Kind};
use leptos::prelude::*;
use serde_json::json;

/// The answers of a sequence in their order; each serves one call, the last one all that follow.
fn in_order(sequence: &Sequence) -> Vec<(u32, u32, Answer)> {
    let mut answers = sequence.answers.clone();
    answers.sort_by_key(|(first, _, _)| *first);
    answers
}

/// The mock of one Task.
#[component]
pub(super) fn MockForm(
    /// The state's name.
    #[prop(into)]
    state: Signal<String>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let answers = Memo::new(move |_| {
        workspace.mocks.with(|mocks| mocks.states.get(&state.get()).map(in_order)).unwrap_or_default()
    });
    let set = move |answers: Vec<Answer>| {
        let state = state.get_untracked();
        workspace.change_mocks(Some(&state), |mocks| {
            if answers.is_empty() {
                mocks.states.remove(&state);
            } else {
                mocks.states.insert(state.clone(), Sequence::in_turn(answers));
            }
        });
    };
    let all = move || answers.get_untracked().into_iter().map(|(_, _, answer)| answer).collect::<Vec<_>>();
    let replace = move |index: usize, answer: Option<Answer>| {
        let mut list = all();
        match answer {
            Some(answer) if index < list.len() => list[index] = answer,
            Some(answer) => list.push(answer),
            None if index < list.len() => drop(list.remove(index)),
            None => {}
        }
        set(list);
    };
    // Rows are remade when their number or kinds change, not at every keystroke in them.
    let shape = Memo::new(move |_| {
        answers.with(|answers| {
            answers.iter().map(|(first, last, answer)| (*first, *last, Kind::of(&answer.outcome))).collect::<Vec<_>>()
        })
    });
    view! {
        {move || {
            let rows = shape.get();
            if rows.is_empty() {
                return view! {
                    <AnswerForm
                        title=None
                        answer=Signal::derive(|| None)
                        change=Callback::new(move |answer| replace(0, answer))
                        can_be_default=true
                    />
                    <p class="empty">{move || workspace.words().mock_default_hint()}</p>
                }
                .into_any();
            }
            let is_only = rows.len() == 1;
            rows.into_iter()
                .enumerate()
                .map(|(index, (first, last, _))| {
                    // Counted from 1; the last one stays for all calls after it.
                    let number = |n: u32| n.saturating_add(1) as usize;
                    let last = (last != u32::MAX).then(|| number(last));
                    let title = workspace.words().calls(number(first), last);
                    let answer = Signal::derive(move || {
                        answers.with(|answers| answers.get(index).map(|(_, _, answer)| answer.clone()))
                    });
                    view! {
                        <AnswerForm
                            title=Some(title)
                            answer
                            change=Callback::new(move |answer| replace(index, answer))
                            can_be_default=is_only
                        />
                    }
                })
                .collect_view()
                .into_any()
        }}
        <Show when=move || shape.with(|shape| !shape.is_empty())>
            <div class="row">
                <button
                    type="button"
                    class="button"
                    data-mock-add=""
                    on:click=move |_| {
                        let mut list = all();
                        list.push(Answer::from(Outcome::Return(json!({ "result": "ok" }))));
                        set(list);
                    }
                >
                    {move || workspace.words().mock_add()}
                </button>
            </div>
            <Show when=move || shape.with(|shape| shape.len() > 1)>
                <p class="empty">{move || workspace.words().mock_last_stays()}</p>
            </Show>
        </Show>
    }
}
