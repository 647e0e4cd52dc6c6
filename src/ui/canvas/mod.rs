//! The graph: viewport, nodes, edges, and what can be done on them.

mod bar;
mod clipboard_events;
mod context_menu;
mod corner;
mod edges;
mod feedback;
mod gestures;
mod item_row;
mod marks;
mod minimap;
mod node;
mod paint;
mod painted;
mod palette;
mod pointer;
mod scene;
mod type_picker;
mod view;
mod viewing;

pub(super) use bar::CanvasBar;
pub(super) use context_menu::{MenuKind, OpenMenu};
pub(super) use gestures::Pending;
pub(super) use type_picker::Addition;
pub(super) use view::Canvas;
pub(super) use viewing::Viewing;
