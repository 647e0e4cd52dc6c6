//! A state whose name has more than 80 characters, or none.

use crate::asl::MAX_NAME_LENGTH;
use crate::check::Problem;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for (id, state) in context.machine().states() {
        if state.name.is_empty() {
            context.report_state(Problem::NameEmpty, id);
        }
        if state.name.chars().count() > MAX_NAME_LENGTH {
            context.report_state(Problem::NameTooLong { name: state.name.to_string() }, id);
        }
    }
}
