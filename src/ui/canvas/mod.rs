//! The graph: viewport, nodes, edges, and what can be done on them.

mod context_menu;
mod corner;
mod edges;
mod editing_keys;
mod feedback;
mod gestures;
mod item_row;
mod keys;
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

pub(super) use view::Canvas;
