//! A transition or a start that leads to no state of its scope.

use crate::asl::{ScopeId, StateId, Target};
use crate::check::Problem;
use crate::check::context::Context;
use crate::check::similar::most_similar;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    for (id, scope) in machine.scopes() {
        if let Some(start) = &scope.start_at {
            target(context, id, start, scope.owner);
        }
        for state in &scope.states {
            for transition in &machine.state(*state).transitions {
                target(context, id, &transition.target, Some(*state));
            }
        }
    }
}

fn target(context: &mut Context<'_>, scope: ScopeId, target: &Target, state: Option<StateId>) {
    if target.state.is_some() {
        return;
    }
    let machine = context.machine();
    if context.may_have_more_states(scope) {
        return;
    }
    let name = target.name.to_string();
    let problem = if machine.find(&name).is_some() {
        Problem::CrossScopeTarget { name }
    } else {
        let names = machine.scope(scope).states.iter().map(|state| &*machine.state(*state).name);
        let suggestion = most_similar(&name, names);
        Problem::MissingTarget { name, suggestion }
    };
    context.report_value(problem, target.node, state);
}
