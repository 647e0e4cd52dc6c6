//! What a part of a drawing stays through changes of the document: names, where numbers shift with every state put in.

use super::NodeKind;
use crate::asl::{Machine, ScopeId, StateKey};
use std::collections::HashMap;
use std::sync::Arc;

/// What a key names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A state.
    State,
    /// Where a scope starts.
    Start,
    /// Where a scope ends.
    End,
    /// A scope without a state.
    Empty,
    /// The room of a branch.
    Branch,
}

/// Names a node or a room; unique within a drawing, the same in the next one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What it names.
    pub role: Role,
    /// The name of the state; for what belongs to a scope that of its owner, empty for the machine.
    pub name: Arc<str>,
    /// Which one of those with the same role and name, from 0.
    pub nth: u32,
}

impl Key {
    /// Whether it names a state, namely this one.
    pub fn is_of(&self, state: &StateKey) -> bool {
        self.role == Role::State && *self.name == *state.name && self.nth == state.nth
    }

    /// The state that it names; for what belongs to a scope, the one around it.
    pub fn state(&self) -> StateKey {
        StateKey { name: self.name.to_string(), nth: self.nth }
    }
}

/// Gives keys, each once.
#[derive(Debug, Default)]
pub(super) struct Keys {
    given: HashMap<(Role, Arc<str>), u32>,
}

impl Keys {
    pub(super) fn next(&mut self, role: Role, name: Arc<str>) -> Key {
        let count = self.given.entry((role, Arc::clone(&name))).or_default();
        let nth = *count;
        *count += 1;
        Key { role, name, nth }
    }

    /// The next key for a node.
    pub(super) fn of_node(&mut self, machine: &Machine, kind: NodeKind) -> Key {
        let (role, scope) = match kind {
            NodeKind::State(id) => {
                let StateKey { name, nth } = machine.key(id);
                return Key { role: Role::State, name: name.into(), nth };
            }
            NodeKind::Start(scope) => (Role::Start, scope),
            NodeKind::End(scope) => (Role::End, scope),
            NodeKind::Empty(scope) => (Role::Empty, scope),
        };
        self.next(role, owner_name(machine, scope))
    }
}

/// The name of the state around a scope.
pub(super) fn owner_name(machine: &Machine, scope: ScopeId) -> Arc<str> {
    machine.scope(scope).owner.map_or_else(|| Arc::from(""), |owner| Arc::from(&*machine.state(owner).name))
}
