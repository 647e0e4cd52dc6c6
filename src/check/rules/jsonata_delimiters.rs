//! A text that begins or ends like a JSONata expression, but is none: a bracket is missing, or a blank stands outside.

use crate::check::Problem;
use crate::check::context::Context;
use crate::check::expression_sites::expression_sites;
use crate::expr::jsonata;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in expression_sites(context) {
        let inner = site.text.trim();
        let is_meant = inner.starts_with("{%") || inner.ends_with("%}");
        if is_meant && jsonata::expression(site.text).is_none() {
            context.report_value(Problem::JsonataDelimiters, site.node, Some(site.state));
        }
    }
}
