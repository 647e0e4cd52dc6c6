//! What a session needs of the world around it.

use super::protocol::Response;

/// The clock and the listener of a session.
#[derive(Clone, Copy)]
pub struct Host<'a> {
    /// The time in milliseconds, from any start.
    pub now: &'a dyn Fn() -> f64,
    /// Tells a part of an answer before the rest of it is known.
    pub tell: &'a dyn Fn(&Response),
}

impl Host<'static> {
    /// No clock, so that time is never up, and nobody who listens before an answer is whole.
    pub const ALONE: Self = Self { now: &|| 0.0, tell: &|_| {} };
}
