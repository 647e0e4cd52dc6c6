//! What a session needs of the world around it.

/// The clock of a session.
#[derive(Clone, Copy)]
pub struct Host<'a> {
    /// The time in milliseconds, from any start.
    pub now: &'a dyn Fn() -> f64,
}

impl Host<'static> {
    /// No clock, so that time is never up.
    pub const ALONE: Self = Self { now: &|| 0.0 };
}
