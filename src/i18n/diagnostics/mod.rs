//! The texts of diagnostics.

mod en;
mod es;

/// One method per text.
pub trait DiagnosticMessages {}
