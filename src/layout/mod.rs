//! Layered layout of nested scopes, as a list of named passes.
//!
//! [`layout`] knows nothing of states, text or pixels on a screen: boxes with sizes and edges go in,
//! rectangles and lines come out. It is total, deterministic and free of recursion;
//! the order of nodes and edges decides every tie, so a small edit moves little.
//!
//! Scopes are laid out from the inside out (`nesting`, `frames`), each connected part of a scope by itself (`components`),
//! unless it is known already (`parts`).
//! The passes for one part, in order (`pipeline`):
//!
//! | pass | question it answers |
//! |---|---|
//! | `cycles` | which edges run against the flow? |
//! | `layering`, `network_simplex` | which rank does each node have? |
//! | `chains`, `self_loops` | which items does each edge pass, where do labels and loops take room? |
//! | `ordering`, `crossings`, `mirrors` | in what order do the items of a layer stand? |
//! | `taps`, `lanes` | on which side do loops run, and which run together? |
//! | `alignment`, `compaction`, `coordinates`, `settling` | where is each item, horizontally? |
//! | `ports` | where do lines touch the nodes? |
//! | `gaps`, `tracks` | how tall are the gaps, and on which height does each line run? |
//! | `ways`, `routing` | what are the boxes and the corners of the lines? |
//!
//! Then, for a scope in which a person has moved nodes:
//!
//! | pass | question it answers |
//! |---|---|
//! | `by_hand`, `free_place` | where is there room for what was moved, and which lines does that touch? |
//! | `detour` | how do those lines run now? |
//!
//! Lines are orthogonal: vertical within layers, where every item has a column of its own,
//! and horizontal in the gaps between layers, where there are no nodes.

mod alignment;
mod by_hand;
mod chains;
mod compaction;
mod components;
mod coordinates;
mod crossings;
mod cycles;
mod detour;
mod flat;
mod frames;
mod free_place;
mod gaps;
mod geometry;
mod lanes;
mod layered;
mod layering;
mod mirrors;
mod model;
mod nesting;
mod network_simplex;
mod options;
mod ordering;
mod parts;
mod pipeline;
mod ports;
mod routing;
mod self_loops;
mod settling;
mod taps;
mod tracks;
mod ways;

#[cfg(test)]
mod gallery_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod samples;

pub use free_place::nearest as nearest_free_place;
pub use geometry::{Point, Rect, Size};
pub use model::{Edge, EdgeId, EdgeKind, Graph, Layout, Node, NodeId, NodeRole, Route, Scope, ScopeId, Shift};
pub use options::{Direction, Options};
pub use parts::Parts;

/// Lays out `graph`.
///
/// Never fails: what cannot be drawn comes out empty (see [`Graph`]), and lengths that are no lengths count as 0.
/// The same graph and options give the same layout, natively and in the browser.
#[must_use]
pub fn layout(graph: &Graph, options: &Options) -> Layout {
    layout_after(graph, options, &Parts::default()).0
}

/// Lays out `graph` as [`layout`] does, and as fast as what has changed since the layout with the parts `before` allows.
/// Also gives the parts, for the next time.
#[must_use]
pub fn layout_after(graph: &Graph, options: &Options, before: &Parts) -> (Layout, Parts) {
    frames::lay_out(graph, &options.drawable(), before)
}
