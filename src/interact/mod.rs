//! Gestures, hit testing and viewport arithmetic, without a browser.

mod viewport;

pub use viewport::{SCALES, Viewport};
