//! A path that AWS's engine refuses. Whether AWS refuses it when the machine is created, or only when it is run, is not
//! known of these.

use crate::check::context::Context;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::Path;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.path_sites().iter() {
        let Some(text) = context.tree().as_str(site.node) else { continue };
        // `${Name}` is filled in at deployment; what is neither a path nor a call, other rules look at.
        if text.contains("${") {
            continue;
        }
        let call = Intrinsic::parse(text).ok();
        let paths = match &call {
            Some(call) => call.refused_paths().collect(),
            None if text.starts_with('$') => vec![text],
            None => Vec::new(),
        };
        for fault in paths.into_iter().filter_map(|path| Path::parse_placed(path).err()) {
            if !fault.is_malformed {
                let arguments = [("field", site.field), ("reason", &fault.reason)];
                context.lint("", &arguments, site.node, Some(site.state));
            }
        }
    }
}
