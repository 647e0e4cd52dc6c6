//! What is open when the page is: the machine of this tab, else the one that was changed last, else the first example.

use super::Machines;
use super::holding::Held;
use super::opening::Found;
use crate::edit::{Label, StepKind};
use crate::learn::EXAMPLES;
use crate::project::{Batch, Decoded, Editor, MachineId, Project, Put, Unreadable, decode};
use crate::ui::platform::storage::Storage;
use crate::ui::platform::{random, session};
use crate::ui::state::{NoticeKind, Offer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The record that says that what the first version of the page kept is on the shelf.
const TAKEN_OVER: &str = "taken-over";

impl Machines {
    /// Opens the stores and a machine, and keeps from then on whatever is done.
    pub(in crate::ui) fn begin(self) {
        spawn_local(async move {
            let storage = Rc::new(Storage::open().await);
            if storage.is_closed() {
                self.workspace.notify(NoticeKind::Error, self.words().storage_closed(), false);
            }
            self.kept.update_value(|kept| kept.storage = Some(storage));
            self.listen_to_tabs();
            self.read_shelf().await;
            self.take_over_first_version().await;
            if self.has_news() {
                self.begin_with_project();
            } else if !self.open_some_machine().await {
                self.begin_with_example();
            }
            self.keep_on_change();
            self.write_cards();
            self.is_taken.set_value(false);
        });
    }

    /// Tries the machine of this tab, and then all others, the one that was changed last first.
    async fn open_some_machine(self) -> bool {
        let others = self.workspace.shelf.with_untracked(|shelf| {
            let own = session::machine().filter(|id| shelf.get(id).is_some_and(|head| head.deleted.is_none()));
            own.into_iter().chain(shelf.machines().into_iter().map(|head| head.id.clone())).collect::<Vec<_>>()
        });
        for id in others {
            if self.go_to(id, false).await {
                return true;
            }
        }
        false
    }

    /// What was made of the page's first example before the stores were open becomes a machine of the shelf.
    pub(super) fn begin_with_project(self) {
        let mut editor = self.workspace.editor.get_untracked();
        let name = self.free_name(&editor.project().name);
        if name != editor.project().name {
            editor.change(Label::new(StepKind::SetName, ""), None, |project| project.name = name);
        }
        editor.take_entries();
        self.adopt(MachineId::of(random::number()), editor, Found { needs_base: true, ..Found::default() });
    }

    /// What the page shows from the start becomes a machine of the shelf.
    fn begin_with_example(self) {
        let editor = Editor::of(self.workspace.editor.with_untracked(|editor| editor.project().clone()));
        let example = Some(EXAMPLES[0].id.to_owned());
        self.adopt(MachineId::of(random::number()), editor, Found { example, needs_base: true, ..Found::default() });
    }

    /// Puts on the shelf what an earlier version of the page kept. Its record stays as it is.
    async fn take_over_first_version(self) {
        let Some(storage) = self.storage() else { return };
        if !storage.read(TAKEN_OVER).await.is_empty()
            || self.workspace.shelf.with_untracked(|shelf| shelf.all().count()) > 0
        {
            return;
        }
        let Some(text) = storage.read_first_version().await else { return };
        match decode(&text) {
            Ok(decoded) => {
                if decoded.is_cut_off || !decoded.unread.is_empty() {
                    let notice = self.words().read_in_part(&decoded.unread.join(", "));
                    let raw = Offer::Raw { name: decoded.project.name.clone(), text: text.clone() };
                    self.workspace.notify_with(NoticeKind::Error, notice, raw);
                }
                self.take_over(decoded).await;
            }
            Err(error) => {
                let words = self.words();
                let why = match error {
                    Unreadable::Malformed => words.machine_unreadable(""),
                    Unreadable::TooNew { .. } => words.machine_too_new(""),
                };
                return self.workspace.notify_with(NoticeKind::Error, why, Offer::Raw { name: String::new(), text });
            }
        }
        let put = Put { key: TAKEN_OVER.to_owned(), text: "1".to_owned() };
        // Where it cannot be written, the shelf that is no longer empty says the same.
        let _ = storage.commit(&Batch { puts: vec![put], ..Batch::default() }).await;
    }

    /// Puts a project of an earlier version on the shelf, and the machines that it held as machines of their own.
    async fn take_over(self, decoded: Decoded) {
        let project = self.with_neighbours(decoded.project, decoded.neighbours).await;
        self.put_or_hold(MachineId::of(random::number()), project).await;
    }

    /// Puts a machine on the shelf that is not open; where nothing stores it, it lives as long as the tab.
    pub(super) async fn put_or_hold(self, id: MachineId, project: Project) {
        if !self.put_on_shelf(id.clone(), project.clone()).await {
            self.hold(id, Held::new(Editor::of(project)));
        }
    }
}
