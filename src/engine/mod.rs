//! What the page asks of its web worker, and how the worker answers: requests and responses as JSON text.
//!
//! Everything here is plain data and pure functions, so that the same session runs natively in tests.

mod conversion;
mod explanation;
mod host;
mod protocol;
mod session;
mod visits;

pub use explanation::{Block, CatalogueEntry, Explanation, Inline, Section, catalogue, explain};
pub use host::Host;
pub use protocol::{
    Callback, ChildRecord, ConversionPreview, ConvertedField, Outcome, Reported, Request, Response, StageRecord,
    StepRecord, Surroundings,
};
pub use session::Session;
pub use visits::{Visit, VisitStatus, visits};

/// What the worker says once it listens.
pub const READY: &str = "ready";

#[cfg(test)]
mod tests;
