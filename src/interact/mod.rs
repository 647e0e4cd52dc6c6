//! Gestures, hit testing and viewport arithmetic, without a browser.

mod gesture;
mod hit;
mod viewport;
mod viewport_region;

pub use gesture::{Effect, Event, Gesture, Grip, Press, THRESHOLD, Tool};
pub use hit::{Landing, Mark, REACH, edge_at, landing, state_at, states_in};
pub use viewport::{SCALES, Viewport};
pub use viewport_region::region;
