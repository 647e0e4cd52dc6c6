//! A scope that nothing ends: no `End`, no Succeed, no Fail.

use crate::check::Problem;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    for (id, scope) in machine.scopes() {
        let can_end = |state: &crate::asl::StateId| {
            let state = machine.state(*state);
            // A state whose type or way on is not known yet may still become one that ends.
            state.is_terminal() || state.state_type.is_none() || (state.transitions.is_empty())
        };
        if context.may_lead_elsewhere(id) || scope.states.is_empty() || scope.states.iter().any(can_end) {
            continue;
        }
        let span = context.tree().member(scope.node, "States").map(|member| member.key_span);
        let span = span.unwrap_or_else(|| context.tree().span(scope.node));
        context.report(Problem::NoTerminalState, span, None, scope.owner);
    }
}
