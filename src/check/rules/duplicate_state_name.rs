//! A name that two states of the machine have, wherever they stand.

use crate::check::Problem;
use crate::check::context::Context;
use std::collections::HashSet;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let machine = context.machine();
    let mut seen = HashSet::new();
    for (id, state) in machine.states() {
        if !seen.insert((&*state.name, None)) {
            // Twice in one object is a fault of the JSON, which is reported as such.
            if seen.contains(&(&*state.name, Some(state.scope))) {
                continue;
            }
            context.report_state(Problem::DuplicateState { name: state.name.to_string() }, id);
        }
        seen.insert((&*state.name, Some(state.scope)));
    }
}
