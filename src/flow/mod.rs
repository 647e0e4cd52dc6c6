//! Where data goes in a machine: the variables that each state reads and assigns, and the shape of its data.

mod assigned;
pub mod expressions;
mod place;
mod scopes;
mod variables;

pub use place::span_inside;
pub use scopes::{is_distributed, visible_scopes};
pub use variables::{Before, Read, StateVariables, Variables, Write, variables};
