//! What is laid out and what comes out: plain data, indices instead of references.

use super::geometry::{Point, Rect, Size};
use super::options::Direction;
use serde::{Deserialize, Serialize};

/// Index of a node in [`Graph::nodes`] and [`Layout::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Index of a scope in [`Graph::scopes`] and [`Layout::scopes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub u32);

/// Index of an edge in [`Graph::edges`] and [`Layout::edges`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EdgeId(pub u32);

impl NodeId {
    /// The id as an index into the vectors of nodes.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl ScopeId {
    /// The root scope.
    pub const ROOT: ScopeId = ScopeId(0);

    /// The id as an index into the vectors of scopes.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl EdgeId {
    /// The id as an index into the vectors of edges.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The graph to lay out.
///
/// The order of every vector is the order of the document; it decides every tie.
/// Any graph is fine: what cannot be drawn (an edge between two scopes, a scope that nothing frames) comes out empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The scopes; the first one is the root.
    pub scopes: Vec<Scope>,
    /// The nodes of all scopes.
    pub nodes: Vec<Node>,
    /// The edges of all scopes; both ends of an edge lie in the same scope.
    pub edges: Vec<Edge>,
    /// The nodes that a person has moved away from where they would stand, each once.
    pub shifts: Vec<(NodeId, Shift)>,
}

/// How far a person has moved a node, in pixels; the same picture in both directions of the flow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// Across the flow: to the right where it runs down, down where it runs to the right.
    pub across: f64,
    /// Along the flow.
    pub along: f64,
}

impl Shift {
    /// The shift that a distance on the drawing is.
    #[must_use]
    pub fn of(by: Point, direction: Direction) -> Shift {
        match direction {
            Direction::TopToBottom => Shift { across: by.x, along: by.y },
            Direction::LeftToRight => Shift { across: by.y, along: by.x },
        }
    }

    /// This shift and another one.
    #[must_use]
    pub fn and(self, other: Shift) -> Shift {
        Shift { across: self.across + other.across, along: self.along + other.along }
    }
}

/// A set of nodes that are laid out together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scope {
    /// The node that frames this scope; `None` for the root.
    pub parent: Option<NodeId>,
    /// Room above the nodes for the scope's title, in pixels; 0 for none.
    pub title_height: f64,
}

/// A box of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The scope that the node lies in.
    pub scope: ScopeId,
    /// The size of the box; for a node that frames scopes, the size of its header: the frame grows around the scopes.
    pub size: Size,
    /// What the node is, as far as the layout cares.
    pub role: NodeRole,
}

/// What a node is, as far as the layout cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeRole {
    /// A state.
    State,
    /// The marker where the scope starts; nothing that it is connected with is laid out above it.
    Start,
    /// The marker where the scope ends; it is laid out below all that it is connected with.
    End,
}

/// A connection between two nodes of the same scope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The node that the edge leaves.
    pub from: NodeId,
    /// The node that the edge enters.
    pub to: NodeId,
    /// What the edge is; edges of the main flow are kept straight before others.
    pub kind: EdgeKind,
    /// The size of the edge's label, measured by the caller.
    pub label: Option<Size>,
}

/// What an edge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EdgeKind {
    /// `Next`.
    Next,
    /// A rule of a `Choice` state.
    Choice,
    /// `Default` of a `Choice` state.
    Default,
    /// A catcher.
    Catch,
    /// From the start marker to the first state.
    Start,
    /// From a last state to the end marker.
    End,
}

/// Where everything goes, in pixels from the upper left corner of the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The box of each node, frames included; an empty rectangle for a node that is not drawn.
    pub nodes: Vec<Rect>,
    /// The room of each scope, its title at the top; an empty rectangle for a scope that is not drawn.
    pub scopes: Vec<Rect>,
    /// The line of each edge.
    pub edges: Vec<Route>,
    /// How far each node that was moved by hand went: not as far as it was moved where there was no room.
    pub shifts: Vec<(NodeId, Shift)>,
}

/// The line of one edge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Corners of the line, from the border of `from` to the border of `to`; all parts are horizontal or vertical.
    /// Empty if the edge is not drawn.
    pub points: Vec<Point>,
    /// Where the label goes: on the line, or beside a loop from a node to itself.
    pub label: Option<Rect>,
    /// Whether the edge runs against the flow (a loop); so does an edge from a node to itself.
    pub is_back: bool,
}

impl Route {
    pub(super) fn moved(&self, dx: f64, dy: f64) -> Route {
        Route {
            points: self.points.iter().map(|point| point.moved(dx, dy)).collect(),
            label: self.label.map(|label| label.moved(dx, dy)),
            is_back: self.is_back,
        }
    }
}
