//! The words for diagnostics: one fact, then what to do.

mod en;
mod es;

use crate::check::Problem;

/// Words for what is wrong with a definition.
pub trait DiagnosticMessages {
    /// What is wrong, in one sentence.
    fn problem(&self, problem: &Problem) -> String;
    /// What to do about it.
    fn advice(&self, problem: &Problem) -> String;
}
