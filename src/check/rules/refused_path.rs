//! A path that AWS's engine refuses. Whether AWS refuses it when the machine is created, or only when it is run, is not
//! known of these.

use crate::check::context::Context;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::Path;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.path_sites().iter() {
        let Some(text) = context.tree().as_str(site.node) else { continue };
        // `${Name}` is filled in at deployment; what starts otherwise is no path or a call, which other rules look at.
        if text.contains("${") || !text.starts_with('$') || Intrinsic::is_call(text) {
            continue;
        }
        if let Err(fault) = Path::parse_placed(text)
            && !fault.is_malformed
        {
            let arguments = [("field", site.field), ("reason", &fault.reason)];
            context.lint("", &arguments, site.node, Some(site.state));
        }
    }
}
