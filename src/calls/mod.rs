//! What a Task can call and with what, for people who write one: actions by a few typed words, the parameters of an action
//! with their types and the values that it cannot do without, and how what is being typed may go on.
//!
//! Everything is read from the table of services. Where a part of it is not there, the answer says so, and the part is
//! wanted from then on ([`Services::take_wanted`](crate::services::Services::take_wanted)): who asks again later is told more.

mod arguments;
mod complete;
mod describe;
mod example;
mod find;
mod parameter;
mod place;
mod resources;
mod shape_text;

pub use complete::{Completion, Completions, complete};
pub use describe::{Described, Description, describe};
pub use find::{Call, Found, find};
pub use parameter::{Kind, Parameter};

#[cfg(test)]
mod tests;
