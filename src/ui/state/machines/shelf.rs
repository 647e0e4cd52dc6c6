//! What a person does with whole machines: new ones, other ones, names, copies, the bin; and the way back.

use super::Machines;
use super::opening::Found;
use super::writing::head_after;
use crate::asl::{StateId, started_machine};
use crate::edit::{Label, StepKind};
use crate::learn::Example;
use crate::project::{
    Editor, Head, MachineId, Project, Trail, append, project_name, relabel, remove, valid_name, write_backup,
};
use crate::ui::platform::{file, random, session, storage};
use crate::ui::state::{NoticeKind, Offer};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An empty machine to begin with.
const NEW_MACHINE: &str = "{\n  \"StartAt\": \"\",\n  \"States\": {}\n}\n";

impl Machines {
    /// Puts a machine on the shelf, under its name or one with a number, and opens it.
    pub(in crate::ui) fn add(self, project: Project) {
        self.in_turn(self.open_added(project, None));
    }

    /// Opens an empty machine.
    pub(in crate::ui) fn add_new(self) {
        self.add(Project::new(self.words().new_machine_name(), NEW_MACHINE));
    }

    /// Opens an example: the one on the shelf, if it is as it came, or else a new one.
    pub(in crate::ui) fn open_example(self, example: &'static Example) {
        self.in_turn(async move {
            // What was just done to the open machine is to be known before the shelf is asked.
            self.settle().await;
            match self.untouched(example) {
                Some(id) => drop(self.go_to(id, true).await),
                None => self.open_added(example_project(example), Some(example.id)).await,
            }
        });
    }

    /// The machine of the shelf that is the example as it came.
    fn untouched(self, example: &Example) -> Option<MachineId> {
        let has_changes = self.kept.with_value(|kept| !kept.queue.is_empty());
        let changed = self.current.get_untracked().filter(|_| has_changes);
        self.workspace.shelf.with_untracked(|shelf| {
            let is_it =
                |head: &&Head| head.example.as_deref() == Some(example.id) && changed.as_ref() != Some(&head.id);
            shelf.machines().into_iter().find(is_it).map(|head| head.id.clone())
        })
    }

    async fn open_added(self, mut project: Project, example: Option<&str>) {
        let example = example.map(str::to_owned);
        if project.name.is_empty() {
            self.words().new_machine_name().clone_into(&mut project.name);
        }
        self.leave(true).await;
        project.name = self.free_name(&project.name);
        let found = Found { example, needs_base: true, ..Found::default() };
        self.adopt(MachineId::of(random::number()), Editor::of(project), found);
    }

    /// Opens a machine of the shelf.
    pub(in crate::ui) fn open(self, id: MachineId) {
        self.in_turn(async move {
            self.go_to(id, true).await;
        });
    }

    /// Opens the machine that a state starts, where the definition says which; says whether there is one.
    pub(in crate::ui) fn open_started_by(self, state: StateId) -> bool {
        let name = self.workspace.document.with_untracked(|document| started_machine(document, state));
        name.is_some_and(|name| self.open_started(&name))
    }

    /// Opens the machine that this one starts under a name; says whether there is one.
    pub(in crate::ui) fn open_started(self, name: &str) -> bool {
        let linked = self.workspace.linked.with_untracked(|linked| linked.get(name).cloned());
        let found = self.workspace.shelf.with_untracked(|shelf| {
            let linked = linked.filter(|id| shelf.get(id).is_some_and(|head| head.deleted.is_none()));
            linked.or_else(|| shelf.named(name).map(|head| head.id.clone()))
        });
        let is_found = found.is_some();
        if let Some(id) = found {
            self.in_turn(async move {
                if self.go_to(id, true).await {
                    self.trail.update(Trail::mark_caller);
                    session::keep_trail(&self.trail.get_untracked());
                }
            });
        }
        is_found
    }

    /// The machine that undo leads back to, when nothing of this one is left to take back.
    fn machine_before(self) -> Option<MachineId> {
        let position = self.workspace.position();
        self.trail.with(|trail| trail.before().filter(|_| position == 0).cloned())
    }

    fn machine_after(self) -> Option<MachineId> {
        let position = self.workspace.position();
        self.trail.with(|trail| trail.after(position).cloned())
    }

    /// What undo would take back, in words: a step of this machine, or that it was opened.
    pub(in crate::ui) fn undo_label(self) -> Option<String> {
        self.workspace
            .undo_label()
            .or_else(|| self.machine_before().map(|_| self.workspace.words().opening(&self.workspace.name.get())))
    }

    /// What redo would do again, in words.
    pub(in crate::ui) fn redo_label(self) -> Option<String> {
        let name = |id: MachineId| self.workspace.shelf.with(|shelf| shelf.get(&id).map(|head| head.name.clone()));
        let after = self.machine_after().and_then(name);
        after.map(|name| self.workspace.words().opening(&name)).or_else(|| self.workspace.redo_label())
    }

    /// The machine from which this one was opened as one that it starts, by its name.
    pub(in crate::ui) fn caller_name(self) -> Option<String> {
        let caller = self.trail.with(|trail| trail.caller().cloned())?;
        self.workspace.shelf.with(|shelf| shelf.get(&caller).map(|head| head.name.clone()))
    }

    /// Goes back to that machine; this one stays as it is.
    pub(in crate::ui) fn go_to_caller(self) {
        let caller = self.trail.with_untracked(|trail| trail.caller().cloned());
        self.travel(caller, |trail, from| trail.go_back(from));
    }

    /// Takes back the last step; when this machine has none, goes back to the one that was open before.
    pub(in crate::ui) fn undo(self) {
        if self.workspace.undo() {
            return;
        }
        self.travel(untrack(move || self.machine_before()), |trail, from| trail.go_back(from));
    }

    /// Does the last undone step again, or opens the machine again from which undo led back.
    pub(in crate::ui) fn redo(self) {
        let position = untrack(move || self.workspace.position());
        match untrack(move || self.machine_after()) {
            Some(machine) => self.travel(Some(machine), move |trail, from| trail.go_forward(from, position)),
            None => {
                self.workspace.redo();
            }
        }
    }

    fn travel(self, to: Option<MachineId>, step: impl FnOnce(&mut Trail, MachineId) -> Option<MachineId> + 'static) {
        let (Some(to), Some(from)) = (to, self.current.get_untracked()) else { return };
        self.in_turn(async move {
            if self.go_to(to.clone(), false).await {
                self.trail.update(|trail| drop(step(trail, from)));
            } else {
                self.trail.update(|trail| trail.forget(&to));
            }
            session::keep_trail(&self.trail.get_untracked());
        });
    }

    /// Gives a machine another name, if it is one; says so where it is taken.
    pub(in crate::ui) fn rename(self, id: &MachineId, typed: &str) {
        let Some(name) = valid_name(typed) else { return };
        if self.workspace.shelf.with_untracked(|shelf| shelf.has_name(&name, Some(id))) {
            return self.workspace.notify(NoticeKind::Warning, self.words().name_taken(&name), false);
        }
        if self.current.get_untracked().as_ref() == Some(id) {
            return self.workspace.set_name(name);
        }
        if self.kept.with_value(|kept| kept.held.contains_key(id)) {
            self.kept.update_value(|kept| {
                if let Some(held) = kept.held.get_mut(id) {
                    let label = Label::new(StepKind::SetName, "");
                    held.editor.change(label, None, |project| project.name.clone_from(&name));
                }
            });
            let head = self.workspace.shelf.with_untracked(|shelf| shelf.get(id).cloned());
            if let Some(head) = head {
                self.workspace.shelf.update(|shelf| shelf.put(Head { name, ..head }));
            }
            return;
        }
        let id = id.clone();
        self.alone(&id.clone(), async move {
            let Ok((mut editor, found)) = self.read(&id).await else { return };
            let Some(before) = found.head else { return };
            editor.change(Label::new(StepKind::SetName, ""), None, |project| project.name = name);
            let after = head_after(Some(&before), id, editor.project());
            let batch = append(&before, &after, &editor.take_entries());
            let _ = self.store_or_tell(batch, after).await;
        });
    }

    async fn store_or_tell(self, batch: crate::project::Batch, after: Head) -> bool {
        let is_stored = self.store(batch, after).await;
        if !is_stored {
            self.workspace.notify(NoticeKind::Warning, self.words().not_changed(), false);
        }
        is_stored
    }

    /// Puts a copy of a machine on the shelf.
    pub(in crate::ui) fn duplicate(self, id: &MachineId) {
        let id = id.clone();
        self.in_turn(async move {
            let is_open = self.current.get_untracked().as_ref() == Some(&id);
            let project = match is_open {
                true => Some(self.workspace.editor.with_untracked(|editor| editor.project().clone())),
                false => self.project_of(&id).await,
            };
            // The shelf says of one that cannot be read what can be done.
            let Some(mut project) = project else { return drop(self.read(&id).await) };
            project.name = self.free_name(&project.name);
            let copy = MachineId::of(random::number());
            if let Some(card) = self.cards.with_untracked(|cards| cards.get(&id).cloned()) {
                self.cards.update(|cards| drop(cards.insert(copy.clone(), card)));
            }
            self.put_or_hold(copy, project).await;
        });
    }

    /// Puts a machine into the bin, from which it can be brought back. The open one gives way to another.
    pub(in crate::ui) fn delete(self, id: &MachineId) {
        let id = id.clone();
        if self.current.get_untracked().as_ref() != Some(&id) {
            return self.alone(&id.clone(), self.put_into_bin(id));
        }
        if self.workspace.is_followed.get_untracked() {
            return self.workspace.notify(NoticeKind::Warning, self.words().open_in_other_tab(), false);
        }
        self.in_turn(async move {
            self.write().await;
            let next = self.workspace.shelf.with_untracked(|shelf| {
                shelf.machines().into_iter().map(|head| head.id.clone()).find(|other| *other != id)
            });
            let is_open = match next {
                Some(next) => self.go_to(next, false).await,
                None => false,
            };
            if !is_open {
                self.leave(false).await;
                let project = Project::new(self.words().new_machine_name(), NEW_MACHINE);
                let found = Found { needs_base: true, ..Found::default() };
                self.adopt(MachineId::of(random::number()), Editor::of(project), found);
            }
            self.put_into_bin(id).await;
        });
    }

    async fn put_into_bin(self, id: MachineId) {
        if !self.set_deleted(&id, Some(js_sys::Date::now())).await {
            return;
        }
        self.trail.update(|trail| trail.forget(&id));
        let name = self.workspace.shelf.with_untracked(|shelf| shelf.get(&id).map(|head| head.name.clone()));
        let text = self.words().machine_deleted(&name.unwrap_or_default());
        self.workspace.notify_with(NoticeKind::Information, text, Offer::BringBack(id));
    }

    /// Brings a machine back from the bin.
    pub(in crate::ui) fn bring_back(self, id: &MachineId) {
        let id = id.clone();
        self.in_turn(async move {
            let name = self.workspace.shelf.with_untracked(|shelf| shelf.get(&id).map(|head| head.name.clone()));
            let name = name.unwrap_or_default();
            // Its name may have been given to another one meanwhile.
            let free = self.free_name(&name);
            if self.set_deleted(&id, None).await && free != name {
                self.rename(&id, &free);
            }
        });
    }

    /// Says whether that is so now.
    async fn set_deleted(self, id: &MachineId, deleted: Option<f64>) -> bool {
        let Some(before) = self.workspace.shelf.with_untracked(|shelf| shelf.get(id).cloned()) else { return false };
        let after = Head { deleted, ..before.clone() };
        self.store_or_tell(relabel(&before, &after), after).await
    }

    /// Takes a machine out of the bin for good.
    pub(in crate::ui) fn delete_for_good(self, id: &MachineId) {
        let id = id.clone();
        self.alone(&id.clone(), async move {
            let batch = remove(&id);
            if let Some(storage) = self.storage()
                && storage.commit(&batch).await.is_err()
            {
                return self.workspace.notify(NoticeKind::Warning, self.words().not_changed(), false);
            }
            // What stays there would come back with the next start, and can be put into the bin again.
            let _ = storage::commit_local(&batch);
            self.workspace.shelf.update(|shelf| shelf.forget(&id));
            self.tell_gone(id);
        });
    }

    /// Offers all machines as one file.
    pub(in crate::ui) fn download_all(self) {
        spawn_local(async move {
            self.write().await;
            let ids: Vec<MachineId> = self
                .workspace
                .shelf
                .with_untracked(|shelf| shelf.machines().into_iter().map(|head| head.id.clone()).collect());
            let mut machines = Vec::new();
            for id in ids {
                let held = self.kept.with_value(|kept| kept.held.get(&id).map(|held| held.editor.clone()));
                let is_open = self.current.get_untracked().as_ref() == Some(&id);
                let editor = match held.or_else(|| is_open.then(|| self.workspace.editor.get_untracked())) {
                    Some(editor) => Some(editor),
                    None => self.read(&id).await.ok().map(|(editor, _)| editor),
                };
                machines.extend(editor.map(|editor| (id, editor.project().clone())));
            }
            let name = format!("{}.json", self.words().backup_file());
            if file::download(&name, &write_backup(&machines)) {
                self.workspace.notify(NoticeKind::Information, self.words().n_downloaded(machines.len(), &name), false);
            }
        });
    }

    /// What the open machine's file is called; reading it follows its name.
    pub(in crate::ui) fn file_name(self) -> String {
        self.workspace.name.track();
        self.workspace.editor.with_untracked(|editor| crate::project::file_name(editor.project()))
    }
}

/// An example with its input and mocks.
pub(in crate::ui) fn example_project(example: &Example) -> Project {
    let (name, _) = project_name(example.id);
    let mut project = Project::new(name, example.definition);
    example.input.clone_into(&mut project.input);
    project.mocks = example.mocks().into();
    project
}
