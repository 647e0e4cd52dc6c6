//! One scope as the passes see it: boxes and edges without nesting, and the flow always runs down.

use super::geometry::{Rect, Size};
use super::model::{EdgeKind, NodeRole, Route, Shift};

/// The nodes and edges of one scope, or of one connected part of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Flat {
    pub(super) nodes: Vec<FlatNode>,
    pub(super) edges: Vec<FlatEdge>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FlatNode {
    pub(super) size: Size,
    pub(super) role: NodeRole,
}

/// An edge between two indices of [`Flat::nodes`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FlatEdge {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: EdgeKind,
    pub(super) label: Option<Size>,
}

impl FlatEdge {
    pub(super) fn is_self_loop(&self) -> bool {
        self.from == self.to
    }
}

/// Where the nodes and edges of a [`Flat`] go.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FlatLayout {
    pub(super) size: Size,
    pub(super) nodes: Vec<Rect>,
    pub(super) routes: Vec<Route>,
    /// How far the nodes that were moved by hand went.
    pub(super) shifts: Vec<(usize, Shift)>,
}

#[cfg(test)]
pub(super) fn sample(node_count: usize, edges: &[(usize, usize)]) -> Flat {
    Flat {
        nodes: vec![FlatNode { size: Size { width: 100.0, height: 40.0 }, role: NodeRole::State }; node_count],
        edges: edges.iter().map(|&(from, to)| FlatEdge { from, to, kind: EdgeKind::Next, label: None }).collect(),
    }
}
