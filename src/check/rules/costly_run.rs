//! A run with more state transitions than AWS gives away in a month.

use crate::asl::ExecutionType;
use crate::check::context::Context;
use crate::check::estimate::estimate;

/// State transitions of Standard machines that are free each month (AWS Step Functions pricing).
const FREE: u64 = 4_000;

/// Transitions that one US cent pays for: 1,000 cost 2.5 cents (AWS Step Functions pricing, us-east-1).
const PER_CENT: u64 = 400;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let Some(root) = context.machine().root() else { return };
    if context.options.execution_type == ExecutionType::Express {
        return;
    }
    let transitions = estimate(context).transitions;
    if transitions > FREE {
        let cents = transitions / PER_CENT;
        let price = format!("{}.{:02}", cents / 100, cents % 100);
        let arguments = [("transitions", transitions.to_string()), ("price", price)];
        let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
        context.lint_field("", &arguments, root.node, "StartAt", None);
    }
}
