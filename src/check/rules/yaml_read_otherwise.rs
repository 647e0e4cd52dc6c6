//! Scalars of YAML that other readers of the same file take for another value.

use crate::check::context::Context;
use crate::check::{Lint, Problem};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for span in context.options.origin.read_otherwise.clone() {
        let text = span.of(context.document.text()).trim_matches('"').to_owned();
        context.report(Problem::Lint(Lint::new("", &[("text", &text)])), span, None, None);
    }
}
