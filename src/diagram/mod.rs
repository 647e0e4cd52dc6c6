//! A machine as a drawing: nodes, frames, markers and edges with their places, sizes and labels.
//!
//! What a page mounts and an export writes; made from the document alone, so that both are the same picture.

mod addition_places;
mod arrangement;
mod build;
mod graph;
mod joining;
mod key;
mod label;
mod relations;
mod shape;
mod text_width;

pub use arrangement::Arrangement;
pub use build::{Drawn, diagram};
pub use joining::Joining;
pub use key::{Key, Role};
pub use label::detail;
pub use relations::relations;
pub use shape::{outline, path_of_route};

use crate::asl::{EdgeRef, ScopeId, StateId, StateKey, StateType, TransitionKind};
use crate::layout::{Point, Rect, Shift};

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A state; the frame of its branches or iterations included.
    State(StateId),
    /// Where a scope starts.
    Start(ScopeId),
    /// Where a scope ends.
    End(ScopeId),
    /// A scope without a state.
    Empty(ScopeId),
}

/// A node and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it stays through changes; holds the state's name.
    pub key: Key,
    /// What it stands for.
    pub kind: NodeKind,
    /// The type of the state, if it is one of the eight.
    pub state_type: Option<StateType>,
    /// Its box, in pixels.
    pub rect: Rect,
    /// Whether scopes are drawn inside it.
    pub is_frame: bool,
    /// Whether it has scopes that are not drawn.
    pub is_folded: bool,
    /// How many frames are around it.
    pub depth: usize,
    /// How far it stands from where the layout would put it, if a person has moved it.
    pub shift: Option<Shift>,
    /// What stands under its name.
    pub detail: String,
}

/// The room of a branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// What it stays through changes.
    pub key: Key,
    /// Which scope.
    pub scope: ScopeId,
    /// Its number, from 1.
    pub number: usize,
    /// How many frames are around it.
    pub depth: usize,
    /// Its box, in pixels.
    pub rect: Rect,
}

/// An edge and its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its address in the document; none for the line from a Succeed state to the End marker.
    pub edge: Option<EdgeRef>,
    /// Which field it comes from; none for markers' lines.
    pub kind: Option<TransitionKind>,
    /// The state it leaves.
    pub from: NodeKind,
    /// The node it enters.
    pub to: NodeKind,
    /// What the node that it leaves stays through changes; with `kind`, that names the edge.
    pub from_key: Key,
    /// What the node that it enters stays through changes.
    pub to_key: Key,
    /// The corners of its line.
    pub points: Vec<Point>,
    /// Where it runs into the line of another edge, which is drawn in its place from there on.
    pub joining: Option<Joining>,
    /// What stands beside it, and where.
    pub label: Option<(String, Rect)>,
    /// Whether it leads back.
    pub is_back: bool,
    /// A place on the line where something can be put in; of no use where `edge` is none.
    pub middle: Point,
}

impl Edge {
    /// The corners of what is drawn of its line beside those of other edges; none where another is drawn in its place.
    pub fn own_corners(&self) -> impl Iterator<Item = Point> {
        let (n_own, end) = match self.joining {
            Some(Joining { n_own, at }) => (n_own, (n_own > 0).then_some(at)),
            None => (self.points.len(), None),
        };
        self.points[..n_own].iter().copied().chain(end)
    }
}

/// The whole drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// All nodes, an outer one before its inner ones.
    pub nodes: Vec<Node>,
    /// The rooms of branches.
    pub branches: Vec<Branch>,
    /// All edges.
    pub edges: Vec<Edge>,
}

impl Diagram {
    /// The node of a kind.
    pub fn node(&self, kind: NodeKind) -> Option<&Node> {
        self.nodes.binary_search_by(|node| node.kind.cmp(&kind)).ok().map(|index| &self.nodes[index])
    }

    /// The first node of a state with that name.
    pub fn state(&self, key: &StateKey) -> Option<&Node> {
        self.nodes.iter().find(|node| node.key.is_of(key))
    }
}

/// Height of a state and of the head of a frame, in pixels.
pub const STATE_HEIGHT: f64 = 52.0;

#[cfg(test)]
mod tests;
