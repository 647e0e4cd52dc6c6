//! Undo and redo: every step with what takes it back, bounded in bytes.

use super::Delta;
use super::journal::Step;
use crate::edit::Label;

/// Steps with equal keys that follow one another become one: a word being typed, a field being filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeKey(pub String);

/// How many bytes the steps of one history may take up: past that the oldest go.
pub const MAX_HISTORY_BYTES: usize = 8 * 1024 * 1024;

/// All that was done to a project, as far back as there is room. Selection and view are not part of it.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What the last step is merged under, while it is open.
    merge: Option<MergeKey>,
    /// How many of the oldest steps had to go.
    n_forgotten: usize,
    /// About how many bytes all steps take up.
    size: usize,
}

impl History {
    /// A history that was stored.
    pub(super) fn stored(done: Vec<Step>, undone: Vec<Step>, n_forgotten: usize) -> Self {
        let size = done.iter().chain(&undone).map(Step::size).sum();
        Self { done, undone, merge: None, n_forgotten, size }
    }

    /// Records a step that was done.
    pub(super) fn record(&mut self, step: Step, merge: Option<MergeKey>) {
        self.size -= self.undone.drain(..).map(|step| step.size()).sum::<usize>();
        self.size += step.size();
        self.done.push(step);
        self.merge = merge;
        self.forget_oldest();
    }

    /// Whether a step with this key becomes part of the one before it.
    pub(super) fn joins(&self, merge: Option<&MergeKey>) -> bool {
        merge.is_some() && self.merge.as_ref() == merge && !self.done.is_empty()
    }

    /// Adds to the last step. Nothing happens where there is none.
    pub(super) fn join(&mut self, forward: Delta, backward: Delta) {
        self.size -= self.undone.drain(..).map(|step| step.size()).sum::<usize>();
        if let Some(step) = self.done.last_mut() {
            self.size -= step.size();
            step.forward = std::mem::take(&mut step.forward).then(forward);
            step.backward = backward.then(std::mem::take(&mut step.backward));
            self.size += step.size();
        }
        self.forget_oldest();
    }

    /// The last step always stays: what was just done can be taken back, however large it is.
    fn forget_oldest(&mut self) {
        let mut n_gone = 0;
        while self.size > MAX_HISTORY_BYTES && n_gone + 1 < self.done.len() {
            self.size -= self.done[n_gone].size();
            n_gone += 1;
        }
        self.done.drain(..n_gone);
        self.n_forgotten += n_gone;
    }

    /// Ends the step that is being merged into, as when a field loses the focus.
    pub fn close_step(&mut self) {
        self.merge = None;
    }

    /// The step that undo takes back; it counts as undone from then on.
    pub(super) fn undo(&mut self) -> Option<&Step> {
        self.merge = None;
        self.undone.push(self.done.pop()?);
        self.undone.last()
    }

    /// The step that redo does again; it counts as done from then on.
    pub(super) fn redo(&mut self) -> Option<&Step> {
        self.merge = None;
        self.done.push(self.undone.pop()?);
        self.done.last()
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

    /// How many of the oldest steps had to go for want of room.
    pub fn n_forgotten(&self) -> usize {
        self.n_forgotten
    }

    /// The steps that were done and those that were undone, each with the oldest first in its own list.
    pub(super) fn parts(&self) -> (&[Step], &[Step]) {
        (&self.done, &self.undone)
    }
}

#[cfg(test)]
mod tests {
    use crate::project::{Editor, Project};

    #[test]
    fn lets_the_oldest_steps_go_when_there_is_no_room_and_counts_them() {
        let mut editor = Editor::new("{}");
        let large = |number: usize| char::from(b'a' + number as u8).to_string().repeat(1024 * 1024);
        for number in 0..12 {
            editor.change(
                crate::edit::Label::new(crate::edit::StepKind::SetInput, ""),
                None,
                |project: &mut Project| {
                    project.input = large(number);
                },
            );
        }
        let (n_done, n_forgotten) = (editor.position(), editor.history().n_forgotten());
        assert!(n_forgotten > 0 && n_done > 1, "{n_done} {n_forgotten}");
        assert_eq!(n_done + n_forgotten, 12);
        while editor.undo() {}
        assert_eq!(editor.project().input, large(n_forgotten - 1));
    }
}
