//! Places that a person has given to states by hand. They belong to the project, never to the definition, and are part of
//! the history: one gesture, one step.

use super::{Label, StepKind};
use crate::asl::{Machine, renamed};
use crate::layout::Shift;
use std::collections::BTreeMap;

/// How far each state stands from where the layout would put it, by the state's name.
pub type Placements = BTreeMap<String, Shift>;

/// The placements after a change of the definition: they follow a new name and go with a state that goes. While a text is
/// being typed it may be without a state for a moment, so those stay.
pub fn follow(placements: &Placements, before: &Machine, after: &Machine, label: &Label) -> Placements {
    let mut next = placements.clone();
    if let Some((old, new)) = renamed(before, after)
        && let Some(shift) = next.remove(&old)
    {
        next.insert(new, shift);
    }
    if label.kind != StepKind::EditText {
        next.retain(|name, _| after.find(name).is_some());
    }
    next
}
