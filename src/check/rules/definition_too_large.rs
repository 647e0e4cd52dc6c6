//! A definition of more than 1 MB.

use crate::check::Problem;
use crate::check::context::Context;
use crate::text::Span;

/// The most bytes (developer guide, "Quotas").
const MAX_BYTES: usize = 1 << 20;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let size = context.document.text().len();
    if size > MAX_BYTES {
        let start = context.tree().root().map_or(0, |root| context.tree().span(root).start);
        context.report(
            Problem::DefinitionTooLarge { bytes: size },
            Span::new(start, (start + 1).min(size)),
            None,
            None,
        );
    }
}
