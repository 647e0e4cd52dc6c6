//! A JSONata expression that cannot be read, or that refers to data where there are none.
//!
//! Without the feature `jsonata` nothing is found: the page leaves expressions to the worker.

use crate::check::context::Context;

#[cfg(not(feature = "jsonata"))]
pub(in crate::check) fn check(_context: &mut Context<'_>) {}

#[cfg(feature = "jsonata")]
pub(in crate::check) fn check(context: &mut Context<'_>) {
    use crate::check::Problem;
    use crate::expr::jsonata::{ProblemKind, check_expression, expression};
    for site in context.expression_sites().iter() {
        let Some(text) = expression(site.text) else { continue };
        // `${Name}` is filled in at deployment.
        if text.contains("${") {
            continue;
        }
        for found in check_expression(text) {
            let is_unsupported = matches!(found.kind, ProblemKind::Unsupported { .. });
            let problem = Problem::InvalidExpression { is_unsupported, message: found.message };
            let part = found.span.start + 2..found.span.end + 2;
            context.report_inside(problem, site.node, part, site.node, Some(site.state));
        }
    }
}
