//! A text that is no path of the dialect, or not of the kind that its field takes.

use crate::check::context::Context;
use crate::check::path_sites::{PathKind, PathSite};
use crate::check::{PathReason, Problem};
use crate::expr::jsonpath::{Path, Root};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.path_sites().iter() {
        let Some(text) = context.tree().as_str(site.node) else { continue };
        let takes_calls = matches!(site.kind, PathKind::Template | PathKind::Text);
        // `${Name}` is filled in at deployment; a call is another rule's.
        if text.contains("${") || (takes_calls && text.starts_with("States.")) {
            continue;
        }
        // AWS takes a `TimestampPath` without `$` (recorded), as Jayway does.
        if site.field == "TimestampPath" && !text.starts_with('$') {
            continue;
        }
        if let Err((reason, offset)) = fits(text, site) {
            let problem = Problem::InvalidPath { field: site.field.to_owned(), wanted: site.kind, reason };
            // AWS names the object for a field of a template, and the field itself elsewhere (measured).
            let place = if site.kind == PathKind::Template { site.object } else { site.node };
            context.report_inside(problem, site.node, offset..offset, place, Some(site.state));
        }
    }
}

/// What is wrong, and where in the text, in bytes.
fn fits(text: &str, site: &PathSite<'_>) -> Result<(), (PathReason, usize)> {
    let refused = |reason: PathReason| Err((reason, 0));
    // AWS asks for it (specification, "Paths"); the engine would put it there.
    if !text.starts_with('$') {
        return refused(PathReason::NoDollar);
    }
    let path = match Path::parse_placed(text) {
        Ok(path) => path,
        // What only this engine refuses is told by the rule for that.
        Err(fault) if fault.is_malformed => return Err((PathReason::Refused(fault.reason), fault.offset)),
        Err(_) => return Ok(()),
    };
    match site.kind {
        // Whether AWS takes a script in brackets where one place must be named is not known.
        _ if text.contains("[(") => Ok(()),
        PathKind::Path | PathKind::Template => Ok(()),
        _ if !path.is_reference() => refused(PathReason::SeveralValues),
        PathKind::Result if matches!(path.root(), Root::Variable(_)) => refused(PathReason::IntoVariable),
        PathKind::Result | PathKind::Data if *path.root() == Root::Context => refused(PathReason::ContextObject),
        _ => Ok(()),
    }
}
