//! Scalars of YAML that other readers of the same file take for another value.

use crate::check::context::Context;
use crate::check::{Lint, Problem};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let options = context.options;
    for (span, text) in &options.origin.read_otherwise {
        context.report(Problem::Lint(Lint::new("", &[("text", text)])), *span, None, None);
    }
}
