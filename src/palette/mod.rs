//! What can be put into a workflow: the eight types of state, the actions of services that Step Functions integrates,
//! patterns of several states, any action of the AWS SDK by its name, and what was found in the table of services.
//!
//! Each [`Item`] gives a fragment: a JSON object with `StartAt` and `States`, the same form in which states are copied. A
//! fragment is complete: its Tasks have their resource, the parameters that the service requires, with placeholders where
//! nobody can know better, the retriers that AWS recommends, and a limit where they wait.
//!
//! The data is kept small, as the page carries it: rows of texts, and fragments as JSON text in a shape that holds both query
//! languages (see `language.rs`), read only when something is inserted. The words are in `words`.

mod action;
mod actions;
mod category;
mod found;
mod icon;
mod item;
mod language;
mod localized;
mod named;
mod patterns;
mod sdk;
mod search;
mod service;
mod states;
mod task;
mod words;

pub use action::{Action, Simulation};
pub use category::Category;
pub use found::{FoundCall, with_calls};
pub use icon::Icon;
pub use item::{Item, items};
pub use named::service_named;
pub use patterns::{PATTERNS, WorkflowPattern};
pub use sdk::{SdkAction, Standing};
pub use search::search;
pub use service::Service;
pub use words::PaletteMessages;
