//! How many problems there are, by how bad they are.

use super::{Icon, icon};
use crate::check::Severity;
use crate::i18n::Messages;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The severities, the worst first.
pub(in crate::ui) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

/// The class that gives a severity its colour.
pub(in crate::ui) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "is-error",
        Severity::Warning => "is-warning",
        Severity::Hint => "is-hint",
    }
}

/// The sign of a severity.
pub(in crate::ui) fn severity_icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Hint => Icon::Hint,
    }
}

/// What several problems of a severity are called.
pub(in crate::ui) fn severity_title(severity: Severity, words: &dyn Messages) -> &'static str {
    match severity {
        Severity::Error => words.errors(),
        Severity::Warning => words.warnings(),
        Severity::Hint => words.hints(),
    }
}

/// A badge for each severity of which there are problems.
#[component]
pub(in crate::ui) fn ProblemCounts() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    SEVERITIES
        .into_iter()
        .map(|severity| {
            let count = Memo::new(move |_| workspace.n_problems(severity));
            view! {
                <Show when=move || count.get() != 0>
                    <span class=format!("badge {}", severity_class(severity)) data-count=severity.as_str()>
                        <span class="visually-hidden">
                            {move || severity_title(severity, workspace.words())} ": "
                        </span>
                        {icon(severity_icon(severity))}
                        {move || count.get()}
                    </span>
                </Show>
            }
        })
        .collect_view()
}
