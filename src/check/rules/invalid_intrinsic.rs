//! A call of an intrinsic function that cannot be read: unknown name, wrong brackets, number or kind of arguments,
//! too many levels.

use crate::check::Problem;
use crate::check::context::Context;
use crate::check::path_sites::PathKind;
use crate::expr::SyntaxFault;
use crate::expr::intrinsic::Intrinsic;

/// The functions whose result is a text (developer guide, "Fail workflow state").
const TEXTS: [&str; 7] = [
    "States.Format",
    "States.JsonToString",
    "States.ArrayGetItem",
    "States.Base64Encode",
    "States.Base64Decode",
    "States.Hash",
    "States.UUID",
];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.path_sites().iter() {
        let Some(text) = context.tree().as_str(site.node) else { continue };
        let takes_calls = matches!(site.kind, PathKind::Template | PathKind::Text);
        if !takes_calls || !text.starts_with("States.") || text.contains("${") {
            continue;
        }
        let fault = match Intrinsic::check(text) {
            Ok(call) if site.kind == PathKind::Text && !TEXTS.contains(&call.name()) => {
                SyntaxFault { reason: format!("{} does not give a text", call.name()), offset: 0 }
            }
            Ok(_) => continue,
            Err(fault) => fault,
        };
        let problem = Problem::InvalidCall { field: site.field.to_owned(), reason: fault.reason };
        let place = if site.kind == PathKind::Template { site.object } else { site.node };
        context.report_inside(problem, site.node, fault.offset..fault.offset, place, Some(site.state));
    }
}
