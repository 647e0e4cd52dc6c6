//! A parameter that the service does not take.

use crate::check::Problem;
use crate::check::context::Context;
use crate::check::similar::most_similar;
use crate::services::FaultKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for fault in context.call_faults().iter() {
        let FaultKind::Unknown { field, known } = &fault.kind else { continue };
        let suggestion = most_similar(field, known.iter().map(String::as_str));
        let problem = Problem::UnknownArgument { field: field.clone(), suggestion };
        context.report_call(problem, fault);
    }
}
