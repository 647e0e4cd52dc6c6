//! The text is not JSON, or not an object.

use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::NodeKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    for error in document.syntax_errors() {
        let state = document.machine().state_at(document.tree(), error.span.start);
        context.report(Problem::Syntax(error.problem.clone()), error.span, None, state);
    }
    if let Some(root) = document.tree().root()
        && !matches!(document.tree().kind(root), NodeKind::Object(_) | NodeKind::Invalid)
    {
        context.report(Problem::NotAnObject, document.tree().span(root), None, None);
    }
}
