//! What the page asks of its web worker, and how the worker answers: requests and responses as JSON text.
//!
//! Everything here is plain data and pure functions, so that the same session runs natively in tests.

/// What the worker says once it listens.
pub const READY: &str = "ready";

/// All that the worker remembers between two requests.
#[derive(Debug, Default)]
pub struct Session {}

impl Session {
    /// Answers one request, both as JSON text.
    pub fn handle_message(&mut self, message: &str) -> String {
        message.to_owned()
    }
}
