//! Gestures, hit testing and viewport arithmetic, without a browser.

mod border_pull;
mod floating;
mod gesture;
mod hand;
mod hit;
mod menu;
mod placing;
mod port;
mod selecting;
mod tree;
mod viewport;
mod viewport_clip;
mod viewport_region;
mod walk;

pub use border_pull::border_pull;
pub use floating::floated;
pub use gesture::{Effect, Event, Gesture, Grip, Press, THRESHOLD};
pub use hand::Hand;
pub use hit::{Landing, Mark, REACH, edge_at, landing, state_at, states_in};
pub use menu::{BACKGROUND_MENU, MenuMove, STATE_MENU, menu_move};
pub use placing::{landing_place, placed, snapped};
pub use port::Port;
pub use selecting::{extended, toggled};
pub use tree::{TreeKey, TreeLine, TreeMove, tree_move, type_ahead};
pub use viewport::{SCALES, Viewport};
pub use viewport_clip::clipped;
pub use viewport_region::region;
pub use walk::{Arrow, walk};
