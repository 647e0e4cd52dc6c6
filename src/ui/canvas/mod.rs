//! The graph: viewport, nodes, edges, and what can be done on them.

mod bar;
mod clipboard_events;
mod connecting;
mod context_menu;
mod corner;
mod edges;
mod feedback;
mod gestures;
mod item_row;
mod marks;
mod minimap;
mod node;
mod overlays;
mod paint;
mod painted;
mod palette;
mod pointer;
mod ports;
mod scene;
mod type_picker;
mod view;

pub(super) use bar::CanvasBar;
pub(super) use context_menu::open_menu;
pub(super) use gestures::Gestures;
pub(super) use overlays::overlays;
pub(super) use view::Canvas;
