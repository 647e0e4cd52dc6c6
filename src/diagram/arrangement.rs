//! How a person wants the drawing: which way it runs, what is folded, and what stands elsewhere.

use crate::asl::{Machine, StateId};
use crate::layout::{Direction, Shift};
use std::collections::{BTreeMap, BTreeSet};

/// How a drawing is arranged. It belongs to the view, never to the definition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// Which way the flow runs.
    pub direction: Direction,
    /// Parallel and Map states whose insides are not drawn, by name.
    pub folded: BTreeSet<String>,
    /// How far states stand from where the layout would put them, by name.
    pub placements: BTreeMap<String, Shift>,
}

impl Arrangement {
    /// For each scope of a machine, whether it lies inside a folded frame.
    pub(super) fn hidden_scopes(&self, machine: &Machine) -> Vec<bool> {
        let mut hidden: Vec<bool> = Vec::new();
        // An outer scope comes before its inner ones.
        for (_, scope) in machine.scopes() {
            let is_hidden = scope.owner.is_some_and(|owner| {
                let around = machine.state(owner).scope;
                self.is_folded(machine, owner) || hidden.get(around.0 as usize).copied().unwrap_or(false)
            });
            hidden.push(is_hidden);
        }
        hidden
    }

    /// Whether a state's insides are folded away.
    pub(super) fn is_folded(&self, machine: &Machine, state: StateId) -> bool {
        let state = machine.state(state);
        !self.folded.is_empty() && !state.inner.is_empty() && self.folded.contains(&*state.name)
    }
}
