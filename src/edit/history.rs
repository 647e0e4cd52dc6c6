//! Undo and redo: every step with the edits that take it back.

use super::{Label, Transaction};
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
    merge: Option<MergeKey>,
}

/// All that was done to a document, without a limit. Selection and view are not part of it.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Records a transaction that was applied to `text`.
    pub fn record(&mut self, text: &str, transaction: &Transaction, merge: Option<MergeKey>) {
        self.undone.clear();
        let inverse = transaction.edits.inverse(text);
        let joins = merge.is_some() && self.done.last().is_some_and(|step| step.merge == merge);
        match self.done.last_mut().filter(|_| joins) {
            Some(step) => {
                step.forward.push(transaction.edits.clone());
                step.backward.insert(0, inverse);
            }
            None => self.done.push(Step {
                label: transaction.label.clone(),
                forward: vec![transaction.edits.clone()],
                backward: vec![inverse],
                merge,
            }),
        }
    }

    /// Ends the step that is being merged into, as when a field loses the focus.
    pub fn close_step(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.merge = None;
        }
    }

    /// The edits that take the last step back, in order.
    pub fn undo(&mut self) -> Option<Vec<Edits>> {
        let mut step = self.done.pop()?;
        step.merge = None;
        let edits = step.backward.clone();
        self.undone.push(step);
        Some(edits)
    }

    /// The edits that do the last undone step again, in order.
    pub fn redo(&mut self) -> Option<Vec<Edits>> {
        let step = self.undone.pop()?;
        let edits = step.forward.clone();
        self.done.push(step);
        Some(edits)
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
