//! A text that begins like a JSONata expression and does not end like one. With a blank before `{%` AWS takes it as a plain
//! text (recorded).

use crate::check::Problem;
use crate::check::context::Context;
use crate::expr::jsonata;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for site in context.expression_sites().iter() {
        if site.text.starts_with("{%") && jsonata::expression(site.text).is_none() {
            context.report_value(Problem::JsonataDelimiters, site.node, Some(site.state));
        }
    }
}
