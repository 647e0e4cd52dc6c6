//! Diagnostics: one rule per file, with its code, level and texts.

mod account;
mod assignments;
mod calls;
mod condition;
mod context;
mod diagnostic;
mod estimate;
mod expression_sites;
mod filled;
mod handler;
mod inside;
mod integration;
mod options;
mod path_sites;
mod problem;
mod registry;
mod rule;
mod rule_doc;
mod rules;
mod similar;
mod strings;
mod waiting;

pub use context::running;
pub use diagnostic::{Diagnostic, Severity};
pub use options::{Options, Origin, Silence};
pub use path_sites::PathKind;
pub use problem::{Lint, PathReason, Problem};
pub use registry::{OPTIONAL, RULES, rule};
pub use rule::{Group, Rule};
pub use rule_doc::RuleDoc;

use crate::asl::Document;
use crate::services::Services;
use context::Context;

/// Finds what is wrong with a Standard machine, with all that is known of the services, in the order of the text. Total: any
/// text can be checked.
pub fn check(document: &Document) -> Vec<Diagnostic> {
    check_with(document, &Options { services: Services::bundled(), ..Options::default() })
}

/// Finds what is wrong with a document, in the order of the text. Total: any text can be checked.
pub fn check_with(document: &Document, options: &Options) -> Vec<Diagnostic> {
    check_by(RULES, document, options)
}

fn check_by(rules: &[Rule], document: &Document, options: &Options) -> Vec<Diagnostic> {
    let mut context = Context::new(document, options);
    for rule in rules {
        context.run(rule);
    }
    context.finish()
}

#[cfg(test)]
mod docs_tests;
#[cfg(test)]
mod tests;
