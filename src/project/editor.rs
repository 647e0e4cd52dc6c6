//! A project with its history: what the page and the tests drive.

use super::journal::Step;
use super::{Delta, Entry, History, MergeKey, Project};
use crate::asl::{Document, renamed};
use crate::edit::{Command, Label, Placements, Refusal, Transaction, follow_placements, plan};
use std::cmp::Ordering;
use std::sync::Arc;

/// An open project. Every change of it is a step of its history, and an entry of its journal.
#[derive(Clone, Debug)]
pub struct Editor {
    project: Project,
    history: History,
    /// What was done since somebody asked for it.
    entries: Vec<Entry>,
}

impl Editor {
    /// Opens a text without a name, with nothing to undo.
    pub fn new(text: impl Into<String>) -> Self {
        Self::of(Project::new("", text))
    }

    /// Opens a project, with nothing to undo.
    pub fn of(project: Project) -> Self {
        Self::with_history(project, History::default())
    }

    /// Opens a project with its history.
    pub(super) fn with_history(project: Project, history: History) -> Self {
        Self { project, history, entries: Vec::new() }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The document as it is now.
    pub fn document(&self) -> &Arc<Document> {
        &self.project.document
    }

    /// The places that states have by hand.
    pub fn placements(&self) -> &Placements {
        &self.project.placements
    }

    /// The steps.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Does a command and records it. Gives the name of the state to select, if the selection should move.
    ///
    /// # Errors
    /// When the command makes no sense here; the project is as it was.
    pub fn apply(&mut self, command: &Command, merge: Option<MergeKey>) -> Result<Option<String>, Refusal> {
        let transaction = plan(&self.project.document, command)?;
        self.commit(&transaction, merge);
        Ok(transaction.select)
    }

    /// Does what was worked out by [`plan`] for the present document, and records it: for whoever wants to know first
    /// what a command drops, places or extracts. A change that changes nothing is no step.
    pub fn commit(&mut self, transaction: &Transaction, merge: Option<MergeKey>) {
        self.commit_with(transaction, merge, |_| {});
    }

    /// Does what was worked out for the present document and something else with it, as one step.
    pub fn commit_with(
        &mut self,
        transaction: &Transaction,
        merge: Option<MergeKey>,
        change: impl FnOnce(&mut Project),
    ) {
        let Transaction { label, edits, .. } = transaction;
        let before = self.project.clone();
        if !edits.is_empty() {
            self.project.document = Arc::new(before.document.edited(edits));
            let after = Arc::clone(&self.project.document);
            let (old, new) = (before.document.machine(), after.machine());
            if let Some((old, new)) = renamed(old, new) {
                self.project.follow_rename(&old, &new);
            }
            if !before.placements.is_empty() {
                self.project.placements = follow_placements(&before.placements, old, new, label);
            }
        }
        change(&mut self.project);
        let forward = Delta::with_text(&before, &self.project, edits.clone());
        let backward = Delta::with_text(&self.project, &before, edits.inverse(before.document.text()));
        self.record(Step { label: label.clone(), forward, backward }, merge);
    }

    /// Changes something of the project and records it; says whether it is another one than before.
    pub fn change(&mut self, label: Label, merge: Option<MergeKey>, change: impl FnOnce(&mut Project)) -> bool {
        let before = self.project.clone();
        change(&mut self.project);
        let (forward, backward) = (Delta::between(&before, &self.project), Delta::between(&self.project, &before));
        self.record(Step { label, forward, backward }, merge)
    }

    fn record(&mut self, step: Step, merge: Option<MergeKey>) -> bool {
        if step.forward.is_empty() {
            return false;
        }
        if self.history.joins(merge.as_ref()) {
            let Step { forward, backward, .. } = step;
            self.entries.push(Entry::Join { forward: forward.clone(), backward: backward.clone() });
            self.history.join(forward, backward);
        } else {
            self.entries.push(Entry::Do(step.clone()));
            self.history.record(step, merge);
        }
        true
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.go_to(self.position().saturating_sub(1))
    }

    /// Does the last undone step again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.go_to(self.position() + 1)
    }

    /// Undoes or redoes until `position` steps are done, or as far as there are any; says whether that changed anything.
    pub fn go_to(&mut self, position: usize) -> bool {
        let entry = self.move_to(position);
        let has_moved = entry.is_some();
        self.entries.extend(entry);
        has_moved
    }

    fn move_to(&mut self, position: usize) -> Option<Entry> {
        let before = self.position();
        let mut way = Delta::default();
        while self.position() != position {
            let is_back = self.position() > position;
            let step = if is_back { self.history.undo() } else { self.history.redo() };
            let Some(step) = step else { break };
            way = way.then(if is_back { step.backward.clone() } else { step.forward.clone() });
        }
        let after = self.position();
        way.apply(&mut self.project);
        match after.cmp(&before) {
            Ordering::Less => Some(Entry::Undo(before - after)),
            Ordering::Greater => Some(Entry::Redo(after - before)),
            Ordering::Equal => None,
        }
    }

    /// Makes the next change a step of its own.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.history.undo_label()
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.history.redo_label()
    }

    /// What every step of the history is called, the oldest first, undone ones included.
    pub fn steps(&self) -> impl Iterator<Item = &Label> {
        self.history.labels()
    }

    /// How many steps are done; 0 is the project as it was opened, or as far back as the history goes.
    pub fn position(&self) -> usize {
        self.history.position()
    }

    /// What was done since this was last asked, the first first: to be written down.
    pub fn take_entries(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.entries)
    }

    /// Whether something was done since it was last taken to be written down.
    pub fn has_entries(&self) -> bool {
        !self.entries.is_empty()
    }

    /// Whether a new step is among that: something that was not only taken back or done again.
    pub fn has_new_step(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry, Entry::Do(_) | Entry::Join { .. }))
    }

    /// Does what somebody else wrote down, as another tab.
    pub fn replay(&mut self, entry: Entry) {
        match entry {
            Entry::Do(step) => {
                step.forward.apply(&mut self.project);
                self.history.record(step, None);
            }
            Entry::Join { forward, backward } => {
                forward.apply(&mut self.project);
                self.history.join(forward, backward);
            }
            Entry::Undo(n_steps) => drop(self.move_to(self.position().saturating_sub(n_steps))),
            Entry::Redo(n_steps) => drop(self.move_to(self.position().saturating_add(n_steps))),
        }
    }
}
