//! Where a form stands: an object of the machine or of one state, named so that renaming the state changes nothing.

use crate::asl::{Document, StateId};
use crate::text::Pointer;
use crate::text::json::{NodeId, NodeKind};

/// A value of a state, or of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The state; none for the machine.
    pub state: Option<StateId>,
    /// The way from the state's object, or from the outermost one.
    pub path: Pointer,
}

impl Place {
    /// The object of a state, or the outermost one.
    pub fn of(state: Option<StateId>) -> Self {
        Self { state, path: Pointer::root() }
    }

    /// The value called `part` inside this one.
    #[must_use]
    pub fn join(&self, part: impl Into<String>) -> Self {
        Self { state: self.state, path: self.path.join(part) }
    }

    /// The value, if it is there.
    pub fn node(&self, document: &Document) -> Option<NodeId> {
        let tree = document.tree();
        let mut node = match self.state {
            Some(state) => document.machine().get(state)?.node,
            None => tree.root()?,
        };
        for part in self.path.parts() {
            node = match tree.kind(node) {
                NodeKind::Object(_) => tree.get(node, part)?,
                NodeKind::Array(items) => *items.get(part.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }

    /// Its name from the outermost value.
    pub fn pointer(&self, document: &Document) -> Option<Pointer> {
        let start = match self.state {
            Some(state) => document.tree().pointer(document.machine().get(state)?.node),
            None => Pointer::root(),
        };
        Some(self.path.parts().fold(start, |pointer, part| pointer.join(part)))
    }
}
