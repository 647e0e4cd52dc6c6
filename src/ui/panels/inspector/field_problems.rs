//! What is wrong with the fields of the form: the findings of the checker, each with the way to its field.

use super::form::{At, Form};
use crate::asl::StateId;
use crate::check::{Problem, Severity};
use crate::engine::Reported;
use crate::ui::controls::{icon, severity_class, severity_icon};
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// A finding and its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FieldProblem {
    /// The names on the way from the state's object to the value.
    path: Vec<String>,
    /// The fields of the value that are missing, or at odds.
    fields: Vec<String>,
    reported: Reported,
}

/// How far the findings on a field reach that are told beside it; the others are told where its value is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// All: of the value, and of what is inside it.
    Whole,
    /// Those of the value itself.
    Own,
    /// Only that it is missing, or at odds with another field: the form of its value tells the rest.
    Around,
}

/// The findings on one field.
pub(super) type FieldFindings = Memo<Vec<Reported>>;

/// The findings on a state, or on the machine itself.
pub(super) fn field_problems(workspace: Workspace, state: Option<StateId>) -> Vec<FieldProblem> {
    workspace.diagnostics.with(|diagnostics| {
        let Some(document) = workspace.checked.get_value() else { return Vec::new() };
        let tree = document.tree();
        let start = match state {
            Some(state) => match document.machine().get(state) {
                Some(state) => tree.pointer(state.node).parts().count(),
                None => return Vec::new(),
            },
            None => 0,
        };
        let own = diagnostics.iter().filter(|reported| reported.diagnostic.state == state);
        own.filter_map(|reported| {
            let node = tree.innermost_at(reported.diagnostic.span.start)?;
            let path = tree.pointer(node).parts().skip(start).map(str::to_owned).collect();
            Some(FieldProblem { path, fields: fields(&reported.diagnostic.problem), reported: reported.clone() })
        })
        .collect()
    })
}

/// The fields that a problem of an object is about.
fn fields(problem: &Problem) -> Vec<String> {
    match problem {
        Problem::MissingFields { fields } | Problem::OneOfNeeded { fields } => fields.clone(),
        Problem::ArgumentsRequired { field, .. } | Problem::FieldRequired { field } => vec![field.clone()],
        Problem::NoNextOrEnd | Problem::NextAndEnd => vec!["Next".to_owned()],
        Problem::Both { first, .. } => vec![first.clone()],
        _ => Vec::new(),
    }
}

impl Form {
    /// The findings on a field of an object.
    pub(super) fn problems_of(self, object: At, names: &[&str], depth: Depth) -> Vec<Reported> {
        let place = object.parts();
        let is_of = |problem: &&FieldProblem| {
            let Some(rest) = problem.path.strip_prefix(&place[..]) else { return false };
            match rest {
                [] => problem.fields.iter().any(|field| names.contains(&field.as_str())),
                [field] => depth != Depth::Around && names.contains(&field.as_str()),
                [field, ..] => depth == Depth::Whole && names.contains(&field.as_str()),
            }
        };
        self.problems.with(|problems| problems.iter().filter(is_of).map(|problem| problem.reported.clone()).collect())
    }

    /// How many findings there are on a value and inside it.
    pub(super) fn n_problems_inside(self, value: At) -> usize {
        let place = value.parts();
        self.problems.with(|problems| problems.iter().filter(|problem| problem.path.starts_with(&place)).count())
    }

    /// The findings on an object that none of the shown fields tells of.
    pub(super) fn problems_at(self, object: At, shown: &[&str]) -> Vec<Reported> {
        let place = object.parts();
        let is_of = |problem: &&FieldProblem| {
            problem.path == place && !problem.fields.iter().any(|field| shown.contains(&field.as_str()))
        };
        self.problems.with(|problems| problems.iter().filter(is_of).map(|problem| problem.reported.clone()).collect())
    }
}

/// How many findings there are, where there are any.
pub(super) fn problem_badge(form: Form, n_problems: Memo<usize>) -> AnyView {
    view! {
        <Show when=move || n_problems.get() != 0>
            <span class="badge">
                {move || n_problems.get()}
                <span class="visually-hidden">" " {move || form.workspace.words().problems()}</span>
            </span>
        </Show>
    }
    .into_any()
}

/// Whether AWS would refuse it; a warning or a hint does not make what is written wrong.
pub(super) fn has_error(found: &[Reported]) -> bool {
    found.iter().any(|reported| reported.diagnostic.severity == Severity::Error)
}

/// Findings as lines beside what they are about.
pub(super) fn problem_lines(form: Form, id: String, found: FieldFindings) -> AnyView {
    view! {
        <div class="field-problems" id=id aria-live="polite">
            {move || {
                let language = form.workspace.language.get();
                found
                    .get()
                    .into_iter()
                    .map(|reported| {
                        let severity = reported.diagnostic.severity;
                        let words = reported.words(language).clone();
                        view! {
                            <p
                                class=format!("field-problem {}", severity_class(severity))
                                data-field-problem=reported.diagnostic.rule
                            >
                                {icon(severity_icon(severity))}
                                <span>
                                    {words.message} ". " <span class="field-advice">{words.advice}</span>
                                </span>
                            </p>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
    .into_any()
}
