//! A template that switches no tracing on.

use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let Some(root) = context.tree().root().filter(|_| context.options.origin.is_traced == Some(false)) else { return };
    if context.tree().get(root, "StartAt").is_some() {
        context.lint_field("", &[], root, "StartAt", None);
    }
}
