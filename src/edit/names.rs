//! Names for new states, and what a name must be.

use super::Refusal;
use crate::asl::{MAX_NAME_LENGTH, Machine, StateId};
use std::collections::BTreeSet;

/// Says why a state cannot have a name. `state` is the one that gets it: its present name is free for it.
pub(super) fn validate(machine: &Machine, state: Option<StateId>, name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::EmptyName);
    }
    let length = name.chars().count();
    if length > MAX_NAME_LENGTH {
        return Err(Refusal::NameTooLong { length });
    }
    let taken = machine.states().any(|(id, other)| Some(id) != state && &*other.name == name);
    if taken { Err(Refusal::NameTaken { name: name.to_owned() }) } else { Ok(()) }
}

/// `base`, or `base (2)`, `base (3)`, … : the first that no state of the machine has.
pub(crate) fn unique(machine: &Machine, base: &str) -> String {
    Names::of(machine).take(base)
}

/// The names that are taken, while new ones are being given.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    pub(super) fn of(machine: &Machine) -> Self {
        Self::without(machine, |_| false)
    }

    /// All names but those of some states, which go away or take their names along.
    pub(super) fn without(machine: &Machine, leaves: impl Fn(StateId) -> bool) -> Self {
        let staying = machine.states().filter(|(id, _)| !leaves(*id));
        Self { taken: staying.map(|(_, state)| state.name.to_string()).collect() }
    }

    /// The first name of the form `base`, `base (2)`, `base (3)`, … that is free; it is taken then.
    pub(super) fn take(&mut self, base: &str) -> String {
        let mut name = base.to_owned();
        let mut number = 2;
        while self.taken.contains(&name) {
            let suffix = format!(" ({number})");
            let room = MAX_NAME_LENGTH - suffix.len();
            name = base.chars().take(room).collect::<String>() + &suffix;
            number += 1;
        }
        self.taken.insert(name.clone());
        name
    }
}
