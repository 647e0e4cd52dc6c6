//! From the JSONPath language to the JSONata language: states and whole machines, as edits of the text
//! (developer guide, "Transforming data with JSONata in Step Functions").
//!
//! A state is converted as a whole or not at all: what has no exact counterpart is an [`Obstacle`], and the state that
//! has one stays as it is. Mixed machines are right machines: the two languages live side by side, state by state.
//! Where the meaning may differ in a corner, a [`Change`] has a [`Note`]. Two corners have none, as they would stand
//! beside nearly every path: data that are `null` as a whole have no paths in JSONPath, not even `$`, and are a value like
//! any other in JSONata; and a name that is asked of a list is asked of its items, where JSONPath fails.

mod catcher;
mod change;
mod code;
mod condition;
mod convert_state;
mod data;
mod fields;
mod filter;
mod handler;
mod intrinsic;
mod list;
mod literal;
mod machine;
mod map;
mod members;
mod obstacle;
mod output;
mod path;
mod pattern;
mod reader;
mod template;
mod text_calls;

pub use change::{Change, Conversion, Missing, Note};
pub use machine::{convert_machine, convert_machine_with, convert_state, convert_state_with};
pub use obstacle::{Obstacle, Reason};

#[cfg(test)]
mod tests;
