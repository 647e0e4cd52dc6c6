//! A path that finds something by some ways and nothing by others.

use super::super::context::Context;
use crate::flow::{infer, misses};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    let Some(input) = &context.options.input else { return };
    let flow = infer(document, Some(input), &context.options.mocks);
    for miss in misses(document, &flow).into_iter().filter(|miss| !miss.is_certain) {
        let arguments = [("path", miss.path.as_str()), ("missing", &miss.missing)];
        context.lint_at("", &arguments, miss.span, miss.node, Some(miss.state));
    }
}
