//! Undo and redo: every step with the edits that take it back.

use super::{Label, Placements};
use crate::text::Edits;

/// Steps with equal keys that follow one another become one: a word being typed, a field being filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeKey(pub String);

#[derive(Clone, Debug)]
struct Step {
    label: Label,
    /// Edits that do the step, in the order in which they apply.
    forward: Vec<Edits>,
    /// Edits that take it back, the last one's first.
    backward: Vec<Edits>,
    /// The places by hand before and after the step, if it changes them.
    placements: Option<(Placements, Placements)>,
    merge: Option<MergeKey>,
}

/// What takes a step back or does it again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replay {
    /// Edits, each of the text that the one before it leaves.
    pub edits: Vec<Edits>,
    /// The places by hand to go back to, if they change.
    pub placements: Option<Placements>,
}

/// A change that was made, to be recorded.
#[derive(Clone, Debug)]
pub struct Record {
    /// What it is called.
    pub label: Label,
    /// Its edits.
    pub edits: Edits,
    /// The edits that take those back.
    pub inverse: Edits,
    /// The places by hand before and after it, if it changed them.
    pub placements: Option<(Placements, Placements)>,
}

/// All that was done to a document and to the places of its states, without a limit. Selection and view are not part of it.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Records a change that was made.
    pub fn record(&mut self, record: Record, merge: Option<MergeKey>) {
        self.undone.clear();
        let Record { label, edits, inverse, placements } = record;
        let joins = merge.is_some() && self.done.last().is_some_and(|step| step.merge == merge);
        match self.done.last_mut().filter(|_| joins) {
            Some(step) => {
                step.forward.push(edits);
                step.backward.insert(0, inverse);
                step.placements = match (step.placements.take(), placements) {
                    (Some((first, _)), Some((_, last))) => Some((first, last)),
                    (before, None) => before,
                    (None, after) => after,
                };
            }
            None => self.done.push(Step { label, forward: vec![edits], backward: vec![inverse], placements, merge }),
        }
    }

    /// Ends the step that is being merged into, as when a field loses the focus.
    pub fn close_step(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.merge = None;
        }
    }

    /// What takes the last step back.
    pub fn undo(&mut self) -> Option<Replay> {
        let mut step = self.done.pop()?;
        step.merge = None;
        let placements = step.placements.as_ref().map(|(before, _)| before.clone());
        let replay = Replay { edits: step.backward.clone(), placements };
        self.undone.push(step);
        Some(replay)
    }

    /// What does the last undone step again.
    pub fn redo(&mut self) -> Option<Replay> {
        let step = self.undone.pop()?;
        let placements = step.placements.as_ref().map(|(_, after)| after.clone());
        let replay = Replay { edits: step.forward.clone(), placements };
        self.done.push(step);
        Some(replay)
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.done.last().map(|step| &step.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.undone.last().map(|step| &step.label)
    }

    /// What every step is called, the oldest first: those that were done, then those that redo would do again.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.done.iter().chain(self.undone.iter().rev()).map(|step| &step.label)
    }

    /// How many steps are done: undo takes back the one before this place, redo does the one at it.
    pub fn position(&self) -> usize {
        self.done.len()
    }
}
