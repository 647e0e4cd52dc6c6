//! What the canvas and the actions both ask a person for: where a line ends, where states stand, what is put in, which
//! entry of a menu.

use crate::asl::{EdgeRef, ScopeId, StateId};
use crate::edit::Place;
use crate::interact::Port;
use crate::layout::Point;

/// What was begun by a menu or a key, and waits for a person to point somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Pending {
    /// A line waits for its end.
    Line {
        /// The state that it starts from.
        from: StateId,
        /// The port that it starts from.
        port: Port,
    },
    /// States wait for the place where they are to stand.
    Place {
        /// Which.
        states: Vec<StateId>,
    },
}

/// Where a state is being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Addition {
    /// On an edge.
    OnEdge(EdgeRef),
    /// Into a scope that has no state.
    First(ScopeId),
    /// Behind a state, on a line from one of its ports.
    Behind(StateId, Port),
}

impl Addition {
    /// The place in the definition.
    pub(in crate::ui) fn place(self) -> Place {
        match self {
            Self::OnEdge(edge) => Place::Edge(edge),
            Self::First(scope) => Place::Empty(scope),
            Self::Behind(state, port) => port.place_of_new(state),
        }
    }
}

/// What a menu is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum MenuKind {
    /// The selected states.
    States,
    /// The graph as a whole.
    Background,
    /// The types that the selected state can become.
    Types,
}

/// An open menu.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct OpenMenu {
    /// Where it was asked for, in pixels of the window.
    pub(in crate::ui) at: Point,
    pub(in crate::ui) kind: MenuKind,
}
