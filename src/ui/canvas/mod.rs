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
mod paint;
mod painted;
mod palette;
mod pointer;
mod ports;
mod scene;
mod type_picker;
mod view;

pub(super) use bar::CanvasBar;
pub(super) use view::Canvas;
