//! The gallery of example machines.

mod gallery;

pub use gallery::{EXAMPLES, Example, find};
