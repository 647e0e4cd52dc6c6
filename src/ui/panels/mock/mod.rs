//! What a Task answers with in a run.

use crate::mock::{Answer, Mocks, Outcome, Sequence};
use crate::text::json;
use crate::ui::state::Workspace;
use leptos::prelude::*;
use serde_json::Value;

/// The kinds of answer that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Echo,
    Result,
    Error,
    /// More than the form can show: answers that differ from call to call.
    Sequence,
}

impl Kind {
    fn id(self) -> &'static str {
        match self {
            Self::Echo => "echo",
            Self::Result => "result",
            Self::Error => "error",
            Self::Sequence => "sequence",
        }
    }

    fn of(mocks: &Mocks, state: &str) -> Self {
        match mocks.states.get(state).map(|sequence| &sequence.answers[..]) {
            None => Self::Echo,
            Some([(0, u32::MAX, answer)]) => match answer.outcome {
                Outcome::Return(_) => Self::Result,
                Outcome::Throw { .. } => Self::Error,
                Outcome::NoAnswer(_) => Self::Sequence,
            },
            Some(_) => Self::Sequence,
        }
    }
}

/// The mock of one Task.
#[component]
pub(super) fn MockForm(
    /// The state's name.
    #[prop(into)]
    state: Signal<String>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let error = RwSignal::new(None::<&'static str>);
    let kind = Memo::new(move |_| workspace.mocks.with(|mocks| Kind::of(mocks, &state.get())));
    let answer = move || {
        workspace.mocks.with(|mocks| {
            mocks.states.get(&state.get()).and_then(|sequence| sequence.answers.first()).map(|answer| answer.2.clone())
        })
    };
    let set = move |answer: Option<Answer>| {
        let state = state.get_untracked();
        workspace.mocks.update(|mocks| {
            match answer {
                Some(answer) => mocks.states.insert(state, Sequence::always(answer)),
                None => mocks.states.remove(&state),
            };
        });
    };
    let throw = |error: String, cause: String| Answer {
        submitted: None,
        outcome: Outcome::Throw { error: Some(error), cause: (!cause.is_empty()).then_some(cause) },
    };
    let choose = move |chosen: Kind| {
        error.set(None);
        match chosen {
            Kind::Echo => set(None),
            Kind::Result => set(Some(Answer::of(serde_json::json!({ "result": "ok" })))),
            Kind::Error => set(Some(throw("MyError".to_owned(), "What went wrong".to_owned()))),
            Kind::Sequence => {}
        }
    };
    let result = move || match answer().map(|answer| answer.outcome) {
        Some(Outcome::Return(value)) => format!("{value:#}"),
        _ => String::new(),
    };
    let texts = move || match answer().map(|answer| answer.outcome) {
        Some(Outcome::Throw { error, cause }) => (error.unwrap_or_default(), cause.unwrap_or_default()),
        _ => Default::default(),
    };
    let commit_result = move |event| {
        let text = event_target_value(&event);
        let parsed = json::parse(&text);
        match parsed.tree.root().filter(|_| parsed.errors.is_empty()) {
            Some(root) => {
                error.set(None);
                set(Some(Answer::of(parsed.tree.value(&text, root))));
            }
            None => error.set(Some(workspace.language.get_untracked().messages().not_json())),
        }
    };
    let option = move |choice: Kind, title: fn(&dyn crate::i18n::Messages) -> &'static str| {
        view! {
            <button
                type="button"
                data-mock=choice.id()
                aria-pressed=move || (kind.get() == choice).to_string()
                on:click=move |_| choose(choice)
            >
                {move || title(workspace.words())}
            </button>
        }
    };
    let answers = move || {
        let sequence = workspace.mocks.with(|mocks| mocks.states.get(&state.get()).cloned()).unwrap_or_default();
        let list: Vec<Value> =
            sequence.answers.iter().map(|(_, _, answer)| serde_json::to_value(answer).unwrap_or_default()).collect();
        format!("{:#}", Value::from(list))
    };
    view! {
        <div class="field">
            <span class="field-label">{move || workspace.words().mock_answers()}</span>
            <div class="segmented" role="group" aria-label=move || workspace.words().mock_answers()>
                {option(Kind::Echo, |words| words.mock_echo())}
                {option(Kind::Result, |words| words.mock_result())}
                {option(Kind::Error, |words| words.mock_error())}
            </div>
        </div>
        {move || match kind.get() {
            Kind::Echo => ().into_any(),
            Kind::Result => view! {
                <label class="field">
                    <span class="field-label">{move || workspace.words().mock_result()}</span>
                    <textarea
                        class="input"
                        id="mock-result"
                        spellcheck="false"
                        rows="5"
                        prop:value=result
                        aria-invalid=move || error.get().is_some().to_string()
                        on:change=commit_result
                    ></textarea>
                </label>
            }
            .into_any(),
            Kind::Error => view! {
                <label class="field">
                    <span class="field-label">{move || workspace.words().mock_error_name()}</span>
                    <input
                        class="input"
                        id="mock-error"
                        prop:value=move || texts().0
                        on:change=move |event| set(Some(throw(event_target_value(&event), untrack(texts).1)))
                    />
                </label>
                <label class="field">
                    <span class="field-label">{move || workspace.words().mock_cause()}</span>
                    <input
                        class="input"
                        id="mock-cause"
                        prop:value=move || texts().1
                        on:change=move |event| set(Some(throw(untrack(texts).0, event_target_value(&event))))
                    />
                </label>
            }
            .into_any(),
            Kind::Sequence => view! {
                <p class="note">{move || workspace.words().mock_sequence()}</p>
                <pre class="data" tabindex="0">{answers}</pre>
            }
            .into_any(),
        }}
        {move || error.get().map(|error| view! { <span class="field-error" role="alert">{error}</span> })}
    }
}
