//! Gestures, keys, hit testing and viewport arithmetic, without a browser.

mod action;
mod chord;
mod tree;
mod viewport;
mod viewport_region;
mod walk;

pub use action::{Action, ActionFacts, ActionGroup, Heard};
pub use chord::{Chord, Press};
pub use tree::{TreeKey, TreeLine, TreeMove, tree_move, type_ahead};
pub use viewport::{SCALES, Viewport};
pub use viewport_region::region;
pub use walk::{Arrow, walk};
