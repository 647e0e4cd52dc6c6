//! Changing the project: every change is a step of one history, and the views follow.

use super::{NoticeKind, Workspace};
use crate::asl::StateKey;
use crate::edit::{Command, Label, Placements, StepKind, Transaction, plan};
use crate::mock::{Files, Mocks};
use crate::project::{Editor, Entry, MachineId, MergeKey, Project, free_name};
use crate::ui::platform::random;
use leptos::prelude::*;

impl Workspace {
    /// Does a command; says why not when it is refused.
    pub(in crate::ui) fn apply(self, command: &Command) -> bool {
        self.apply_merged(command, None)
    }

    /// Does a command that may join the step before it.
    pub(in crate::ui) fn apply_merged(self, command: &Command, merge: Option<MergeKey>) -> bool {
        if !self.may_change() {
            return false;
        }
        match self.document.with_untracked(|document| plan(document, command)) {
            Ok(transaction) => {
                self.commit(transaction, merge);
                true
            }
            Err(refusal) => {
                let text = self.language.get_untracked().messages().refusal(&refusal);
                self.notify(NoticeKind::Warning, text, false);
                false
            }
        }
    }

    /// Does what was worked out. A machine that was made of a part of this one is linked to it in the same step, and waits
    /// to be put on the shelf.
    fn commit(self, transaction: Transaction, merge: Option<MergeKey>) {
        let extracted = transaction.extracted.as_ref().map(|(name, text)| {
            let id = MachineId::of(random::number());
            let shown = self.shelf.with_untracked(|shelf| free_name(name, |name| shelf.has_name(name, None)));
            self.extracted.update_value(|extracted| extracted.push((id.clone(), Project::new(shown, text.as_str()))));
            (name.clone(), id)
        });
        self.editor.update(|editor| {
            editor.commit_with(&transaction, merge, |project| project.linked.extend(extracted));
        });
        self.show();
        self.take_up(transaction);
    }

    /// Whether the project may be changed here; says why not.
    fn may_change(self) -> bool {
        let is_followed = self.is_followed.get_untracked();
        if is_followed {
            self.notify(NoticeKind::Warning, self.language.get_untracked().messages().open_elsewhere(), false);
            self.show_again();
        }
        !is_followed
    }

    /// Selects what a change has put in, and tells what it has extracted and given up.
    fn take_up(self, transaction: Transaction) {
        self.tell_standing(&transaction);
        if transaction.placed.len() > 1 {
            self.select_all(transaction.placed.into_iter().map(StateKey::first).collect());
        } else if let Some(name) = transaction.select {
            self.selection.set(Some(StateKey::first(name)));
        }
        let words = self.language.get_untracked().messages();
        if let Some((name, _)) = transaction.extracted {
            self.notify(NoticeKind::Information, words.extracted(&name), false);
        }
        if !transaction.dropped.is_empty() {
            self.notify(NoticeKind::Information, words.gave_up(&transaction.dropped), false);
        }
    }

    /// Changes something of the project beside its text, as a step of its own or joined to the one before.
    /// Says whether that was possible.
    pub(super) fn change(self, kind: StepKind, merge: Option<MergeKey>, change: impl FnOnce(&mut Project)) -> bool {
        self.change_labelled(Label::new(kind, ""), merge, change)
    }

    fn change_labelled(self, label: Label, merge: Option<MergeKey>, change: impl FnOnce(&mut Project)) -> bool {
        let may_change = self.may_change();
        if may_change {
            self.editor.update(|editor| {
                editor.change(label, merge, change);
            });
            self.show();
        }
        may_change
    }

    /// Sets the input of runs; what is typed without leaving the field is one step.
    pub(in crate::ui) fn set_input(self, input: String) {
        let merge = Some(MergeKey("input".to_owned()));
        self.change(StepKind::SetInput, merge, |project| project.input = input);
    }

    /// Gives the machine another name.
    pub(in crate::ui) fn set_name(self, name: String) {
        self.change(StepKind::SetName, None, |project| project.name = name);
    }

    /// Changes what services answer; changes of one state's mock that follow one another are one step.
    pub(in crate::ui) fn change_mocks(self, state: Option<&str>, change: impl FnOnce(&mut Mocks)) {
        let merge = state.map(|state| MergeKey(format!("mock {state}")));
        self.change(StepKind::SetMocks, merge, |project| project.change_mocks(change));
    }

    /// Changes what S3 holds; says whether that was possible.
    pub(in crate::ui) fn change_files(self, change: impl FnOnce(&mut Files)) -> bool {
        self.change(StepKind::SetFiles, None, |project| project.change_files(change))
    }

    /// Links a machine of the shelf by a name, or takes a link away.
    pub(in crate::ui) fn set_linked(self, name: &str, machine: Option<MachineId>) {
        self.change(StepKind::SetLinked, None, |project| match machine {
            Some(machine) => drop(project.linked.insert(name.to_owned(), machine)),
            None => drop(project.linked.remove(name)),
        });
    }

    /// Says how the machine is run.
    pub(in crate::ui) fn set_execution_type(self, execution_type: crate::asl::ExecutionType) {
        self.change(StepKind::SetExecutionType, None, |project| project.execution_type = execution_type);
    }

    /// Says when runs start; what is typed without leaving the field is one step.
    pub(in crate::ui) fn set_start_time(self, start_time: String) {
        let merge = Some(MergeKey("start time".to_owned()));
        self.change(StepKind::SetStartTime, merge, |project| project.start_time = start_time);
    }

    /// Switches rules off and on.
    pub(in crate::ui) fn change_silenced(self, change: impl FnOnce(&mut Vec<crate::check::Silence>)) {
        self.change(StepKind::SetSilenced, None, |project| change(&mut project.silenced));
    }

    /// Gives states places by hand, in place of all that were given before.
    pub(super) fn arrange(self, placements: Placements, label: Label, merge: Option<MergeKey>) {
        self.change_labelled(label, merge, |project| project.placements = placements);
    }

    /// The steps of the history in words, and how many of them are done.
    pub(in crate::ui) fn steps(self) -> (Vec<String>, usize) {
        let words = self.words();
        self.editor.with(|editor| (editor.steps().map(|label| words.command_label(label)).collect(), editor.position()))
    }

    /// How many of the oldest steps had to go for want of room.
    pub(in crate::ui) fn n_forgotten_steps(self) -> usize {
        self.editor.with(|editor| editor.history().n_forgotten())
    }

    /// Goes back or forward to where so many steps of the history are done; says whether that changed anything.
    pub(in crate::ui) fn go_to_step(self, position: usize) -> bool {
        let has_moved = self.may_change() && self.editor.try_update(|editor| editor.go_to(position)) == Some(true);
        if has_moved {
            self.show();
        }
        has_moved
    }

    /// Takes back the last step of this machine; says whether there was one.
    pub(in crate::ui) fn undo(self) -> bool {
        let position = untrack(move || self.position());
        position > 0 && self.go_to_step(position - 1)
    }

    /// Does the last undone step of this machine again; says whether there was one.
    pub(in crate::ui) fn redo(self) -> bool {
        self.go_to_step(untrack(move || self.position()) + 1)
    }

    /// How many steps of the history are done.
    pub(in crate::ui) fn position(self) -> usize {
        self.editor.with(Editor::position)
    }

    /// Makes the next change a step of its own.
    pub(in crate::ui) fn close_step(self) {
        self.editor.update_untracked(Editor::close_step);
    }

    /// What undo would take back of this machine, in words.
    pub(in crate::ui) fn undo_label(self) -> Option<String> {
        self.editor.with(|editor| editor.undo_label().map(|label| self.words().command_label(label)))
    }

    /// What redo would do again to this machine, in words.
    pub(in crate::ui) fn redo_label(self) -> Option<String> {
        self.editor.with(|editor| editor.redo_label().map(|label| self.words().command_label(label)))
    }

    /// Does what another tab has written.
    pub(super) fn replay(self, entries: Vec<Entry>) {
        self.editor.update(|editor| entries.into_iter().for_each(|entry| editor.replay(entry)));
        self.show();
    }

    /// Takes up the project as another tab has written it.
    pub(super) fn replace(self, editor: Editor) {
        self.editor.set(editor);
        self.show();
    }

    /// Shows another project with its history in place of the present one.
    pub(super) fn show_other(self, editor: Editor) {
        self.selection.set(None);
        self.group.set(Vec::new());
        self.diagnostics.set(Vec::new());
        self.editor.set(editor);
        self.show();
        self.opened.update(|opened| *opened += 1);
    }
}
