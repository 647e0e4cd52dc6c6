//! The names of errors in `Retry` and `Catch`: what failed by a name of its own in JSONPath is
//! `States.QueryEvaluationError` in JSONata.

use super::change::Note;
use super::data::quoted;
use super::fields::{Fields, Part};
use crate::asl::error_name;
use crate::text::Edit;
use crate::text::Span;
use crate::text::json::NodeId;

/// The errors that only JSONPath has (specification, appendix A; the last one as AWS records it).
const OF_JSONPATH: [&str; 4] = [
    error_name::INTRINSIC_FAILURE,
    error_name::PARAMETER_PATH_FAILURE,
    error_name::RESULT_PATH_MATCH_FAILURE,
    "States.ReferencePathConflict",
];

impl<'d> Fields<'d> {
    /// Names the error of JSONata beside those of JSONPath. The old names stay: states inside this one may be JSONPath.
    pub(super) fn error_names(&mut self, part: &Part<'d>) {
        let tree = self.document.tree();
        let Some(list) = self.get(part, "ErrorEquals") else { return };
        let items = tree.items(list);
        let is_named =
            |wanted: &[&str]| items.iter().any(|item| tree.as_str(*item).is_some_and(|name| wanted.contains(&name)));
        if !is_named(&OF_JSONPATH) || is_named(&[error_name::QUERY_EVALUATION_ERROR]) {
            return;
        }
        let Some(last) = items.last() else { return };
        let (last, all) = (tree.span(*last), tree.span(list));
        let separator = match items {
            [.., before, _] => Span::new(tree.span(*before).end, last.start).of(self.document.text()),
            _ => ", ",
        };
        let insert = format!("{separator}{}", quoted(error_name::QUERY_EVALUATION_ERROR));
        let before = all.of(self.document.text());
        let after = format!(
            "{}{insert}{}",
            Span::new(all.start, last.end).of(self.document.text()),
            Span::new(last.end, all.end).of(self.document.text())
        );
        self.edits.push(Edit { span: Span::empty(last.end), insert });
        self.told(part, "ErrorEquals", before, &after, Some(Note::ErrorsRenamed));
    }

    /// Whether an error of JSONata would be tried again or caught that ended the execution in JSONPath.
    pub(super) fn takes_errors(&self, part: &Part<'_>) -> bool {
        let tree = self.document.tree();
        let names =
            |handler: &NodeId| tree.get(*handler, "ErrorEquals").map(|names| tree.items(names)).unwrap_or_default();
        ["Retry", "Catch"].iter().filter_map(|field| self.get(part, field)).any(|list| {
            tree.items(list).iter().flat_map(names).any(|name| {
                let taken = [error_name::ALL, error_name::TASK_FAILED, error_name::QUERY_EVALUATION_ERROR];
                tree.as_str(*name).is_some_and(|name| taken.contains(&name) || OF_JSONPATH.contains(&name))
            })
        })
    }
}
