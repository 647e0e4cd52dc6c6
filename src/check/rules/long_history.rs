//! A run that may write more events than a history holds.

use crate::asl::ExecutionType;
use crate::check::context::Context;
use crate::check::estimate::estimate;

/// The most events in the history of a Standard execution (developer guide, "Quotas").
const MOST: u64 = 25_000;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let Some(root) = context.machine().root() else { return };
    if context.options.execution_type == ExecutionType::Express {
        return;
    }
    let events = estimate(context).events;
    if events > MOST {
        context.lint_field("", &[("events", &events.to_string())], root.node, "StartAt", None);
    }
}
