//! What services of AWS exist, what each of their actions takes and what it answers: the models of the AWS API as a table,
//! and what Step Functions makes of them.
//!
//! The table is made of botocore's models by `make services` ([`Services`] tells version and date). The terminal program
//! has all of it; the page's worker asks for the part of a service when a machine calls it. Where a part is missing,
//! nothing is said about its service.

mod action_names;
mod api;
mod archive;
mod fault;
mod listed;
mod model;
mod parameters;
mod special;

pub use action_names::ActionNames;
pub use api::{Api, is_loading, model_of};
pub use archive::{BrokenTable, Services};
pub use fault::{Fault, FaultKind, Place, must_be, not_supported, required};
pub use listed::{Standing, also_named, is_unsupported, listed, named, standing};
pub use model::{Action, Field, Service, Shape, ShapeId, item_name};
pub use parameters::{Reading, faults};
