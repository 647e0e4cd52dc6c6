//! What the page asks of its web worker, and how the worker answers: requests and responses as JSON text.
//!
//! Everything here is plain data and pure functions, so that the same session runs natively in tests.

mod conversion;
mod explanation;
mod host;
mod progress;
mod protocol;
mod running;
mod session;
mod source;
mod subject;
mod timeline;

pub use explanation::{Block, CatalogueEntry, Explanation, Inline, Section, catalogue, explain};
pub use host::Host;
pub use progress::when_busy;
pub use protocol::{Callback, ConversionPreview, ConvertedField, Outcome, Reported, Request, Response, Surroundings};
pub use session::Session;
pub use source::Source;
pub use timeline::{ChildRow, EventRow, StateCount, View, Visit, VisitData, VisitStatus};

/// What the worker says once it listens.
pub const READY: &str = "ready";

#[cfg(test)]
mod tests;
