//! How a way in the graph is named.

use super::{ScopeId, StateId, TransitionKind};
use serde::{Deserialize, Serialize};

/// One way from a state or from the start of a scope; names the place on an edge of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EdgeRef {
    /// From the Start marker of a scope to its first state.
    Start(ScopeId),
    /// One transition of a state.
    Transition(StateId, TransitionKind),
    /// From a state that ends its scope (`"End": true`) to the End marker.
    End(StateId),
}
