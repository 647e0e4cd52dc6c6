//! Where data goes in a machine: the variables that each state reads and assigns, and the shape of its data before and
//! after each state, inferred from an example input and mocks.

mod answer;
mod assigned;
mod bounded;
mod choose;
mod evaluate;
mod example_input;
pub mod expressions;
mod follow;
mod hint;
mod infer;
mod misses;
mod place;
mod reading;
mod scopes;
mod shape;
mod source;
mod variables;
mod wanted;

pub use example_input::example_input;
pub use follow::Found;
pub use hint::{About, Hint, Proposal, Proposals, hint, proposals};
pub use infer::{Flow, infer};
pub use misses::{Miss, misses};
pub use place::span_inside;
pub use scopes::{is_distributed, visible_scopes};
pub use shape::{ArrayShape, MemberShape, ObjectShape, Shape};
pub use source::Source;
pub use variables::{Before, Read, StateVariables, Variables, Write, variables};

#[cfg(test)]
mod tests;
