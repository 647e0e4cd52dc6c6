//! The texts of commands.

mod en;
mod es;

/// One method per text.
pub trait CommandMessages {}
