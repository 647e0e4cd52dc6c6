//! The text is not JSON, or not an object.

use crate::asl::Document;
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::{NodeKind, SyntaxProblem};

/// How much of the text Jackson quotes, in characters (its default).
const MAX_SOURCE: usize = 500;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    // Where the text does not even begin like JSON, all that follows is of no use.
    let is_other_text = document.tree().root().is_some_and(|root| *document.tree().kind(root) == NodeKind::Invalid);
    let n_told = if is_other_text { 1 } else { usize::MAX };
    for error in document.syntax_errors().iter().take(n_told) {
        let state = document.machine().state_at(document.tree(), error.span.start);
        let location = matches!(error.problem, SyntaxProblem::UnexpectedText(_))
            .then(|| source_location(document, error.span.end));
        context.report(Problem::Syntax(error.problem.clone()), error.span, location, state);
    }
    if let Some(root) = document.tree().root()
        && !matches!(document.tree().kind(root), NodeKind::Object(_) | NodeKind::Invalid)
    {
        context.report(Problem::NotAnObject, document.tree().span(root), None, None);
    }
}

/// A place in the words of Jackson, the reader behind AWS's services: the text's beginning, then line and column.
fn source_location(document: &Document, offset: usize) -> String {
    let text = document.text();
    let end = text.char_indices().nth(MAX_SOURCE).map_or(text.len(), |(offset, _)| offset);
    let rest = text[end..].chars().count();
    let truncated = if rest > 0 { format!("[truncated {rest} chars]") } else { String::new() };
    let place = document.position(offset);
    format!("[Source: (String)\"{}\"{truncated}; line: {}, column: {}]", &text[..end], place.line, place.column)
}
