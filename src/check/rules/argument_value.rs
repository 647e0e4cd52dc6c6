//! A text that is none of those that the service's API knows for a parameter, and a union with more than one member.

use crate::check::context::Context;
use crate::check::similar::most_similar;
use crate::services::FaultKind;

/// How many texts are named where none is like the one that stands there.
const SHOWN: usize = 6;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let date = context.options.services.date().unwrap_or_default().to_owned();
    for fault in context.call_faults().iter() {
        let FaultKind::NotListed { field, value, known } = &fault.kind else {
            if let FaultKind::Several { fields } = &fault.kind {
                context.lint("several", &[("fields", &fields.join(", "))], fault.node, Some(fault.state));
            }
            continue;
        };
        let names = known.iter().map(String::as_str);
        let (key, shown) = match most_similar(value, names.clone()) {
            Some(similar) => ("similar", similar),
            None => ("", names.take(SHOWN).collect::<Vec<_>>().join(", ")),
        };
        let arguments = [("field", field.as_str()), ("value", value), ("known", &shown), ("date", &date)];
        context.lint(key, &arguments, fault.node, Some(fault.state));
    }
}
