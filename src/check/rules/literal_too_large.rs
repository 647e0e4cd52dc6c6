//! A literal value that is larger than a state may pass on.

use crate::check::context::Context;

/// The most bytes of an input, output or result (developer guide, "Quotas": 256 KiB of UTF-8).
const LARGEST: usize = 256 * 1024;

/// The fields that hold what is sent or passed on.
const FIELDS: [&str; 8] =
    ["Result", "Parameters", "Arguments", "Output", "Assign", "ItemSelector", "ResultSelector", "Items"];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        for field in FIELDS {
            let Some(node) = tree.get(state.node, field) else { continue };
            // Written out it is at least as long as AWS counts it, apart from escapes.
            if tree.span(node).len() <= LARGEST {
                continue;
            }
            let size = context.document.value(node).to_string().len();
            if size > LARGEST {
                let kibibytes = size.div_ceil(1024).to_string();
                context.lint_field("", &[("field", field), ("size", &kibibytes)], state.node, field, Some(id));
            }
        }
    }
}
