//! A text that is no path of the dialect, or not of the kind that its field takes.

use crate::check::Problem;
use crate::check::context::Context;
use crate::check::path_sites::{PathKind, PathSite};
use crate::expr::SyntaxFault;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::{Path, Root};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.path_sites().iter() {
        let Some(text) = context.tree().as_str(site.node) else { continue };
        let takes_calls = matches!(site.kind, PathKind::Template | PathKind::Text);
        // `${Name}` is filled in at deployment; a call is another rule's. What scripts in brackets may say, Jayway's
        // documentation leaves open.
        if text.contains("${") || (takes_calls && text.starts_with("States.")) || text.contains("[(") {
            continue;
        }
        // AWS takes a `TimestampPath` without `$` (recorded), as Jayway does.
        if site.field == "TimestampPath" && !text.starts_with('$') {
            continue;
        }
        if let Err(fault) = fits(text, site) {
            let problem =
                Problem::InvalidPath { field: site.field.to_owned(), wanted: site.kind, reason: fault.reason };
            // AWS names the object for a field of a template, and the field itself elsewhere (measured).
            let place = if site.kind == PathKind::Template { site.object } else { site.node };
            context.report_inside(problem, site.node, fault.offset..fault.offset, place, Some(site.state));
        }
    }
}

fn fits(text: &str, site: &PathSite<'_>) -> Result<(), SyntaxFault> {
    if Intrinsic::is_call(text) {
        let reason = "Path must start with '$' or '@'".to_owned();
        return Err(SyntaxFault { reason, offset: 0 });
    }
    let path = Path::parse_placed(text)?;
    let refused = |reason: &str| Err(SyntaxFault { reason: reason.to_owned(), offset: 0 });
    match site.kind {
        PathKind::Path | PathKind::Template => Ok(()),
        _ if !path.is_reference() => refused("it may name several values"),
        PathKind::Result if matches!(path.root(), Root::Variable(_)) => {
            refused("a result is not written to a variable")
        }
        PathKind::Result | PathKind::Data if *path.root() == Root::Context => refused("it names the context object"),
        _ => Ok(()),
    }
}
