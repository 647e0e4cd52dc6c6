//! How much room the layout leaves, and which way the flow runs.

use super::geometry::{Size, drawable};

/// Which way the flow runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The start is at the top.
    #[default]
    TopToBottom,
    /// The start is at the left.
    LeftToRight,
}

/// Distances of the layout, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Which way the flow runs.
    pub direction: Direction,
    /// Between two nodes that stand side by side.
    pub node_gap: f64,
    /// Least distance between two layers of nodes; it grows with the lines that run through it.
    pub layer_gap: f64,
    /// Between two lines that run side by side.
    pub edge_gap: f64,
    /// Between a line and a node beside it.
    pub edge_node_gap: f64,
    /// Between two labels that stand side by side.
    pub label_gap: f64,
    /// Between the nodes of a scope and the border of the scope.
    pub scope_padding: f64,
    /// Between the scopes of a node and the border of its frame.
    pub frame_padding: f64,
    /// Between two scopes of the same node.
    pub scope_gap: f64,
    /// Least room for the nodes of a framed scope, so that an empty one can be seen and dropped into.
    pub least_scope: Size,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            direction: Direction::TopToBottom,
            node_gap: 40.0,
            layer_gap: 48.0,
            edge_gap: 16.0,
            edge_node_gap: 24.0,
            label_gap: 16.0,
            scope_padding: 20.0,
            frame_padding: 12.0,
            scope_gap: 12.0,
            least_scope: Size { width: 96.0, height: 56.0 },
        }
    }
}

impl Options {
    /// The same options with every length drawable.
    pub(super) fn drawable(&self) -> Options {
        Options {
            direction: self.direction,
            node_gap: drawable(self.node_gap),
            layer_gap: drawable(self.layer_gap),
            edge_gap: drawable(self.edge_gap),
            edge_node_gap: drawable(self.edge_node_gap),
            label_gap: drawable(self.label_gap),
            scope_padding: drawable(self.scope_padding),
            frame_padding: drawable(self.frame_padding),
            scope_gap: drawable(self.scope_gap),
            least_scope: self.least_scope.drawable(),
        }
    }
}
