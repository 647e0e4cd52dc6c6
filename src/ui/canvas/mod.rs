//! The graph: viewport, nodes, edges, and what can be done on them.

mod corner;
mod edges;
mod marks;
mod minimap;
mod node;
mod paint;
mod painted;
mod pointer;
mod scene;
mod type_picker;
mod view;
mod viewing;

pub(super) use type_picker::Addition;
pub(super) use view::Canvas;
pub(super) use viewing::Viewing;
