//! Gestures, hit testing and viewport arithmetic, without a browser.

mod viewport;
mod viewport_clip;
mod viewport_region;

pub use viewport::{SCALES, Viewport};
pub use viewport_clip::clipped;
pub use viewport_region::region;
