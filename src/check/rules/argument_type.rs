//! A parameter of another type than the service takes.

use crate::check::Problem;
use crate::check::context::Context;
use crate::services::FaultKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for fault in context.call_faults().iter() {
        let FaultKind::WrongType { field, wanted } = &fault.kind else { continue };
        let problem = Problem::ArgumentType { field: field.clone(), expected: (*wanted).to_owned() };
        context.report_call(problem, fault);
    }
}
