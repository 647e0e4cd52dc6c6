//! A path that cannot find anything in the data inferred from the example input.

use super::super::context::Context;
use super::super::similar::most_similar;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    for miss in context.misses().iter().filter(|miss| miss.is_certain) {
        let similar = most_similar(&miss.missing, miss.known.iter().map(String::as_str));
        let replaced_by = miss.replaced_by.map(|state| &*document.machine().state(state).name);
        let (key, more) = match (&similar, replaced_by) {
            (_, Some(state)) => ("replaced", ("state", state)),
            (Some(similar), None) => ("similar", ("similar", similar.as_str())),
            (None, None) => ("", ("similar", "")),
        };
        let arguments = [("path", miss.path.as_str()), ("missing", &miss.missing), more];
        context.lint_at(key, &arguments, miss.span, miss.node, Some(miss.state));
    }
}
