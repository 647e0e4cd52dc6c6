//! Fields of which only one may be there, or one must be.

use crate::asl::field::alternatives;
use crate::check::Problem;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let Some(state_type) = state.state_type else { continue };
        for group in alternatives(state_type) {
            let mut present = group.fields.iter().filter(|field| tree.get(state.node, field).is_some());
            match (present.next(), present.next()) {
                (Some(first), Some(second)) => {
                    let problem = Problem::Both { first: (*first).to_owned(), second: (*second).to_owned() };
                    context.report_field(problem, state.node, second, Some(id));
                }
                (None, _) if group.needs_one => {
                    let fields = group.fields.iter().map(|field| (*field).to_owned()).collect();
                    context.report_state(Problem::OneOfNeeded { fields }, id);
                }
                _ => {}
            }
        }
    }
}
