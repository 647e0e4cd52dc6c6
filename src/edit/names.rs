//! Names for new states, and what a name must be.

use super::Refusal;
use crate::asl::{MAX_NAME_LENGTH, Machine, StateId};

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
    let taken: std::collections::HashSet<&str> = machine.states().map(|(_, state)| &*state.name).collect();
    if !taken.contains(base) {
        return base.to_owned();
    }
    let mut number = 2;
    loop {
        let suffix = format!(" ({number})");
        let room = MAX_NAME_LENGTH - suffix.len();
        let name = base.chars().take(room).collect::<String>() + &suffix;
        if !taken.contains(name.as_str()) {
            return name;
        }
        number += 1;
    }
}
