//! A path that finds something by some ways and nothing by others.

use super::super::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for miss in context.misses().iter().filter(|miss| !miss.is_certain) {
        let arguments = [("path", miss.path.as_str()), ("missing", &miss.missing)];
        context.lint_at("", &arguments, miss.span, miss.node, Some(miss.state));
    }
}
