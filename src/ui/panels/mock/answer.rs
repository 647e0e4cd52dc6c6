//! One answer of a mock.

use crate::i18n::Messages;
use crate::mock::{Answer, Outcome};
use crate::text::json;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The kinds of answer that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing is set: the simulated service answers.
    Default,
    Result,
    Error,
    Compute,
    Never,
    ByHand,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Default, Self::Result, Self::Error, Self::Compute, Self::Never, Self::ByHand];

    fn id(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Result => "result",
            Self::Error => "error",
            Self::Compute => "compute",
            Self::Never => "never",
            Self::ByHand => "by-hand",
        }
    }

    fn title(self, words: &dyn Messages) -> &'static str {
        match self {
            Self::Default => words.mock_default(),
            Self::Result => words.mock_result(),
            Self::Error => words.mock_error(),
            Self::Compute => words.mock_compute(),
            Self::Never => words.mock_never(),
            Self::ByHand => words.mock_by_hand(),
        }
    }

    pub(super) fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Return(_) => Self::Result,
            Outcome::Throw { .. } => Self::Error,
            Outcome::Compute(_) => Self::Compute,
            Outcome::NoAnswer(_) => Self::Never,
            Outcome::ByHand(_) | Outcome::Nested(_) => Self::ByHand,
        }
    }

    /// What an answer of this kind is at first.
    fn first_outcome(self) -> Option<Outcome> {
        Some(match self {
            Self::Default => return None,
            Self::Result => Outcome::Return(serde_json::json!({ "result": "ok" })),
            Self::Error => {
                Outcome::Throw { error: Some("MyError".to_owned()), cause: Some("What went wrong".to_owned()) }
            }
            Self::Compute => Outcome::Compute("{% $states.input %}".to_owned()),
            Self::Never => Outcome::NoAnswer(true),
            Self::ByHand => Outcome::ByHand(true),
        })
    }
}

/// The form of one answer.
#[component]
pub(super) fn AnswerForm(
    /// Which calls it is for.
    title: Option<String>,
    /// The answer; none where nothing is set.
    answer: Signal<Option<Answer>>,
    /// What to do with a changed one; none takes it away.
    change: Callback<Option<Answer>>,
    /// Whether "nothing is set" can be chosen: not where other answers stand beside it.
    can_be_default: bool,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let error = RwSignal::new(None::<&'static str>);
    let kind = answer.get_untracked().map_or(Kind::Default, |answer| Kind::of(&answer.outcome));
    let with = move |outcome: Outcome| {
        let before = answer.get_untracked();
        change.run(Some(Answer { outcome, ..before.unwrap_or_else(|| Answer::from(Outcome::NoAnswer(true))) }));
    };
    let choose = move |chosen: String| {
        error.set(None);
        match Kind::ALL.into_iter().find(|kind| kind.id() == chosen).and_then(Kind::first_outcome) {
            Some(outcome) => with(outcome),
            None => change.run(None),
        }
    };
    let options = Kind::ALL
        .into_iter()
        .filter(|choice| can_be_default || *choice != Kind::Default)
        .map(|choice| {
            view! {
                <option value=choice.id() selected=choice == kind>{move || choice.title(workspace.words())}</option>
            }
        })
        .collect_view();
    let latency = move || answer.get().and_then(|answer| answer.latency).unwrap_or(0).to_string();
    let set_latency = move |text: String| {
        if let (Some(before), Ok(latency)) = (answer.get_untracked(), text.parse::<u32>()) {
            change.run(Some(Answer { latency: (latency > 0).then_some(latency), ..before }));
        }
    };
    let has_latency = matches!(kind, Kind::Result | Kind::Error | Kind::Compute);
    view! {
        <div class="answer" data-answer=kind.id()>
            <div class="answer-head">
                {title.map(|title| view! { <span class="answer-title">{title}</span> })}
                <select
                    class="input"
                    data-mock-kind=""
                    aria-label=move || workspace.words().mock_kind()
                    on:change=move |event| choose(event_target_value(&event))
                >
                    {options}
                </select>
                {(kind != Kind::Default).then(|| view! {
                    <button
                        type="button"
                        class="button is-icon is-small is-quiet"
                        aria-label=move || workspace.words().remove()
                        title=move || workspace.words().remove()
                        on:click=move |_| change.run(None)
                    >
                        {icon(Icon::Close)}
                    </button>
                })}
            </div>
            {fields(workspace, kind, answer, with, error)}
            {has_latency.then(|| view! {
                <label class="field is-inline">
                    <span class="field-label">{move || workspace.words().mock_latency()}</span>
                    <input
                        class="input"
                        data-mock-latency=""
                        type="number"
                        min="0"
                        prop:value=latency
                        on:change=move |event| set_latency(event_target_value(&event))
                    />
                </label>
            })}
            {move || error.get().map(|error| view! { <span class="field-error" role="alert">{error}</span> })}
        </div>
    }
}

/// What can be said of an answer of one kind.
fn fields(
    workspace: Workspace,
    kind: Kind,
    answer: Signal<Option<Answer>>,
    with: impl Fn(Outcome) + Copy + Send + Sync + 'static,
    error: RwSignal<Option<&'static str>>,
) -> AnyView {
    let outcome = move || answer.get().map(|answer| answer.outcome);
    let texts = move || match outcome() {
        Some(Outcome::Throw { error, cause }) => (error.unwrap_or_default(), cause.unwrap_or_default()),
        _ => Default::default(),
    };
    let throw = move |error: String, cause: String| {
        let text = |text: String| (!text.is_empty()).then_some(text);
        with(Outcome::Throw { error: text(error), cause: text(cause) });
    };
    match kind {
        Kind::Default => ().into_any(),
        Kind::Result => {
            let shown = move || match outcome() {
                Some(Outcome::Return(value)) => format!("{value:#}"),
                _ => String::new(),
            };
            let commit = move |text: String| {
                let parsed = json::parse(&text);
                match parsed.tree.root().filter(|_| parsed.errors.is_empty()) {
                    Some(root) => {
                        error.set(None);
                        with(Outcome::Return(parsed.tree.value(&text, root)));
                    }
                    None => error.set(Some(workspace.language.get_untracked().messages().not_json())),
                }
            };
            view! {
                <textarea
                    class="input"
                    data-mock-field="result"
                    aria-label=move || workspace.words().mock_result()
                    spellcheck="false"
                    rows="4"
                    prop:value=shown
                    aria-invalid=move || error.get().is_some().to_string()
                    on:change=move |event| commit(event_target_value(&event))
                ></textarea>
            }
            .into_any()
        }
        Kind::Error => view! {
            <label class="field">
                <span class="field-label">{move || workspace.words().mock_error_name()}</span>
                <input
                    class="input"
                    data-mock-field="error"
                    prop:value=move || texts().0
                    on:change=move |event| throw(event_target_value(&event), untrack(texts).1)
                />
            </label>
            <label class="field">
                <span class="field-label">{move || workspace.words().mock_cause()}</span>
                <input
                    class="input"
                    data-mock-field="cause"
                    prop:value=move || texts().1
                    on:change=move |event| throw(untrack(texts).0, event_target_value(&event))
                />
            </label>
        }
        .into_any(),
        Kind::Compute => {
            let shown = move || match outcome() {
                Some(Outcome::Compute(text)) => text,
                _ => String::new(),
            };
            view! {
                <textarea
                    class="input"
                    data-mock-field="compute"
                    aria-label=move || workspace.words().mock_compute()
                    spellcheck="false"
                    rows="3"
                    prop:value=shown
                    on:change=move |event| with(Outcome::Compute(event_target_value(&event)))
                ></textarea>
                <p class="empty">{move || workspace.words().mock_compute_hint()}</p>
            }
            .into_any()
        }
        Kind::Never => ().into_any(),
        Kind::ByHand => view! { <p class="empty">{move || workspace.words().mock_by_hand_hint()}</p> }.into_any(),
    }
}
