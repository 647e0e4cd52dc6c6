//! Diagnostics: one rule per file, with its code, level and texts.

mod context;
mod diagnostic;
mod problem;
mod registry;
mod rules;
mod similar;

pub use diagnostic::{Diagnostic, Severity};
pub use problem::Problem;
pub use registry::{RULES, Rule};

use crate::asl::Document;
use context::Context;

/// Finds what is wrong with a document, in the order of the text. Total: any text can be checked.
pub fn check(document: &Document) -> Vec<Diagnostic> {
    let mut context = Context::new(document);
    for rule in RULES {
        context.run(rule);
    }
    context.finish()
}

#[cfg(test)]
mod tests;
