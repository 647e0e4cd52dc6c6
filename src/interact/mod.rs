//! Gestures, hit testing and viewport arithmetic, without a browser.

mod viewport;
mod viewport_region;

pub use viewport::{SCALES, Viewport};
pub use viewport_region::region;
