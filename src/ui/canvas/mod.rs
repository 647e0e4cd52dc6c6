//! The graph: viewport, nodes, edges, and what can be done on them.

mod edges;
mod marks;
mod node;
mod pointer;
mod type_picker;
mod view;

pub(super) use view::Canvas;
